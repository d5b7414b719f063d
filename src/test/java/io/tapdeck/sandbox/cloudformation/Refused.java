package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** A call that must be refused. */
final class Refused {

    private Refused() {}

    /** AWS's text of the refusal. */
    static String message(ThrowingCallable call) {
        return exception(call).awsErrorDetails().errorMessage();
    }

    /** AWS's code of the refusal. */
    static String code(ThrowingCallable call) {
        return exception(call).awsErrorDetails().errorCode();
    }

    private static AwsServiceException exception(ThrowingCallable call) {
        AwsServiceException refusal = catchThrowableOfType(AwsServiceException.class, call);
        if (refusal == null) {
            throw new AssertionError("the call was not refused");
        }
        return refusal;
    }
}
