package io.tapdeck.sandbox.cloudformation.template;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.InsufficientCapabilitiesException;
import software.amazon.awssdk.services.cloudformation.model.InvalidChangeSetStatusException;
import software.amazon.awssdk.services.cloudformation.model.TokenAlreadyExistsException;

/**
 * CloudFormation's refusals, with the codes and the HTTP status of the API reference. Nearly all of them are {@code
 * ValidationError}; the others have the code of the shape's error trait, which is not always the shape's name.
 */
public final class Refusals {

    private Refusals() {}

    /** {@code ValidationError}, 400. */
    public static AwsServiceException validation(String message) {
        return CloudFormationException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(details("ValidationError", message))
                .build();
    }

    /** A template that does not have the form of a template. */
    public static AwsServiceException templateFormat(String message) {
        return validation("Template format error: " + message);
    }

    /** A template that misuses an intrinsic function. */
    public static AwsServiceException template(String message) {
        return validation("Template error: " + message);
    }

    /** {@code AlreadyExistsException}, 400. */
    public static AwsServiceException alreadyExists(String message) {
        return AlreadyExistsException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(details("AlreadyExistsException", message))
                .build();
    }

    /** {@code ChangeSetNotFound}, 404. */
    public static AwsServiceException changeSetNotFound(String name) {
        String message = "ChangeSet [" + name + "] does not exist";
        return ChangeSetNotFoundException.builder()
                .message(message)
                .statusCode(404)
                .awsErrorDetails(details("ChangeSetNotFound", message))
                .build();
    }

    /** {@code InvalidChangeSetStatus}, 400. */
    public static AwsServiceException invalidChangeSetStatus(String message) {
        return InvalidChangeSetStatusException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(details("InvalidChangeSetStatus", message))
                .build();
    }

    /** {@code InsufficientCapabilitiesException}, 400. */
    public static AwsServiceException insufficientCapabilities(String required) {
        String message = "Requires capabilities : [" + required + "]";
        return InsufficientCapabilitiesException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(details("InsufficientCapabilitiesException", message))
                .build();
    }

    /** {@code TokenAlreadyExistsException}, 400: the same request token with a different request. */
    public static AwsServiceException tokenAlreadyExists(String token) {
        String message = "Token already exists: " + token;
        return TokenAlreadyExistsException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(details("TokenAlreadyExistsException", message))
                .build();
    }

    private static AwsErrorDetails details(String code, String message) {
        return AwsErrorDetails.builder()
                .serviceName("CloudFormation")
                .errorCode(code)
                .errorMessage(message)
                .build();
    }
}
