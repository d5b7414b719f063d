package io.tapdeck.sandbox.wire;

import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudwatch.model.ConcurrentModificationException;
import software.amazon.awssdk.services.cloudwatch.model.ConflictException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardInvalidInputErrorException;
import software.amazon.awssdk.services.cloudwatch.model.DashboardNotFoundErrorException;
import software.amazon.awssdk.services.cloudwatch.model.InternalServiceException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidFormatException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidNextTokenException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.cloudwatch.model.InvalidParameterValueException;
import software.amazon.awssdk.services.cloudwatch.model.LimitExceededException;
import software.amazon.awssdk.services.cloudwatch.model.MissingRequiredParameterException;
import software.amazon.awssdk.services.cloudwatch.model.ResourceNotFoundException;

/**
 * CloudWatch's errors have two names: the shape chooses the class in clients that speak JSON or CBOR, the Query code is
 * what people see. From the error traits of CloudWatch's API model, 2010-08-01; the SDK knows only the shapes, and keeps
 * those inside lambdas.
 */
final class CloudWatchErrorNames implements ErrorNames {
    private static final Map<Class<? extends AwsServiceException>, ErrorName> NAMES = Map.ofEntries(
            name(ConcurrentModificationException.class, "ConcurrentModificationException", 429),
            name(ConflictException.class, "ConflictException", 409),
            name(DashboardInvalidInputErrorException.class, "DashboardInvalidInputError", "InvalidParameterInput", 400),
            name(DashboardNotFoundErrorException.class, "DashboardNotFoundError", "ResourceNotFound", 404),
            name(InternalServiceException.class, "InternalServiceFault", "InternalServiceError", 500),
            name(InvalidFormatException.class, "InvalidFormatFault", "InvalidFormat", 400),
            name(InvalidNextTokenException.class, "InvalidNextToken", 400),
            name(
                    InvalidParameterCombinationException.class,
                    "InvalidParameterCombinationException",
                    "InvalidParameterCombination",
                    400),
            name(InvalidParameterValueException.class, "InvalidParameterValueException", "InvalidParameterValue", 400),
            name(LimitExceededException.class, "LimitExceededFault", "LimitExceeded", 400),
            name(MissingRequiredParameterException.class, "MissingRequiredParameterException", "MissingParameter", 400),
            // SetAlarmState's code; the dashboards' operations have another exception.
            name(ResourceNotFoundException.class, "ResourceNotFoundException", "ResourceNotFound", 404));

    @Override
    public Optional<ErrorName> of(AwsServiceException exception) {
        return Optional.ofNullable(NAMES.get(exception.getClass()));
    }

    private static Map.Entry<Class<? extends AwsServiceException>, ErrorName> name(
            Class<? extends AwsServiceException> type, String shape, String code, int status) {
        return Map.entry(type, new ErrorName(shape, code, status));
    }

    private static Map.Entry<Class<? extends AwsServiceException>, ErrorName> name(
            Class<? extends AwsServiceException> type, String shapeAndCode, int status) {
        return name(type, shapeAndCode, shapeAndCode, status);
    }
}
