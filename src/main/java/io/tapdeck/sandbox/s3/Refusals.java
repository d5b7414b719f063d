package io.tapdeck.sandbox.s3;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What S3 answers when it does not do what it is asked (S3 API reference, "Error responses"). */
final class Refusals {
    private Refusals() {}

    static S3Exception noSuchBucket() {
        return with(NoSuchBucketException.builder(), "NoSuchBucket", 404, "The specified bucket does not exist");
    }

    static S3Exception noSuchKey() {
        return with(NoSuchKeyException.builder(), "NoSuchKey", 404, "The specified key does not exist.");
    }

    static S3Exception noSuchVersion() {
        return refusal("NoSuchVersion", 404, "The specified version does not exist.");
    }

    /** A marker of a deletion has nothing to get. */
    static S3Exception methodNotAllowed() {
        return refusal("MethodNotAllowed", 405, "The specified method is not allowed against this resource.");
    }

    static S3Exception accessDenied() {
        return refusal("AccessDenied", 403, "Access Denied");
    }

    static S3Exception keyTooLong() {
        return refusal("KeyTooLongError", 400, "Your key is too long");
    }

    static S3Exception malformed() {
        return refusal(
                "MalformedXML",
                400,
                "The XML you provided was not well-formed or did not validate against our published schema");
    }

    static S3Exception invalidArgument(String message) {
        return refusal("InvalidArgument", 400, message);
    }

    /** The bucket is in another region. */
    static S3Exception elsewhere() {
        return refusal(
                "PermanentRedirect",
                301,
                "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all"
                        + " future requests to this endpoint.");
    }

    private static S3Exception refusal(String code, int status, String message) {
        return with(S3Exception.builder(), code, status, message);
    }

    private static S3Exception with(S3Exception.Builder builder, String code, int status, String message) {
        return (S3Exception) builder.awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .statusCode(status)
                .build();
    }
}
