package io.tapdeck.sandbox.wire;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Where calls pass on their way to a handler. It knows who comes, and lets one pass at a time, so that the simulated
 * services need no locks among themselves.
 */
@FunctionalInterface
public interface Turnstile {

    /** What a handler does for a call. */
    @FunctionalInterface
    interface Handling {
        SdkPojo handle() throws Throwable;
    }

    /**
     * Handles one call while no other is handled.
     *
     * @throws Throwable what the handler throws
     */
    SdkPojo pass(ServiceCall call, Handling handling) throws Throwable;

    /**
     * Who signs with an access key. Signatures are not checked.
     *
     * @param accessKeyId null for an unsigned call
     * @param sessionToken null if none came along
     * @throws CredentialsException if the key is not good
     */
    default Caller caller(@Nullable String accessKeyId, @Nullable String sessionToken) throws CredentialsException {
        return Caller.rootOf("000000000000");
    }

    /** Whether a caller's policies allow an action, such as {@code rds:CreateDBCluster}. */
    default boolean allows(Caller caller, String action) {
        return true;
    }
}
