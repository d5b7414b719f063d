package io.tapdeck.sandbox.cloudformation;

/** An operation on a resource that fails, with the reason that its event carries. */
final class ResourceFailure extends RuntimeException {

    ResourceFailure(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
