package io.tapdeck.sandbox.cloudwatch;

import io.tapdeck.sandbox.cloudwatch.math.ExpressionException;
import io.tapdeck.sandbox.cloudwatch.rule.AlarmRule;
import io.tapdeck.sandbox.cloudwatch.rule.AlarmRuleException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardInvalidInputErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;

/** CloudWatch's own errors, with their codes and statuses (API reference, "Errors" of each operation). */
final class Refusals {
    private Refusals() {}

    static AwsServiceException invalidValue(String message) {
        return InvalidParameterValueException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(details("InvalidParameterValue", message))
                .build();
    }

    static AwsServiceException invalidCombination(String message) {
        return InvalidParameterCombinationException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(details("InvalidParameterCombination", message))
                .build();
    }

    static AwsServiceException missing(String message) {
        return MissingRequiredParameterException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(details("MissingParameter", message))
                .build();
    }

    static AwsServiceException validation(String message) {
        return CloudWatchException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(details("ValidationError", message))
                .build();
    }

    static AwsServiceException invalidExpression(String id, ExpressionException invalid) {
        return validation("Error in expression '" + id + "' " + invalid.problem());
    }

    /** The rule that a text is. */
    static AlarmRule rule(String text) {
        try {
            return AlarmRule.parse(text);
        } catch (AlarmRuleException invalid) {
            throw validation("AlarmRule is not valid: " + invalid.getMessage());
        }
    }

    /** Has no message at all (as recorded on AWS). */
    static AwsServiceException noSuchAlarm() {
        return ResourceNotFoundException.builder()
                .statusCode(404)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("CloudWatch")
                        .errorCode("ResourceNotFound")
                        .build())
                .build();
    }

    static AwsServiceException noSuchDashboard(String name) {
        String message = "Dashboard " + name + " does not exist";
        return DashboardNotFoundErrorException.builder()
                .message(message)
                .statusCode(404)
                .awsErrorDetails(details("ResourceNotFound", message))
                .build();
    }

    static AwsServiceException invalidDashboard(String message) {
        return DashboardInvalidInputErrorException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(details("InvalidParameterInput", message))
                .build();
    }

    static AwsServiceException invalidToken() {
        String message = "The next token is not valid.";
        return InvalidNextTokenException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(details("InvalidNextToken", message))
                .build();
    }

    private static AwsErrorDetails details(String code, String message) {
        return AwsErrorDetails.builder()
                .serviceName("CloudWatch")
                .errorCode(code)
                .errorMessage(message)
                .build();
    }
}
