package io.tapdeck.sandbox.wire;

/**
 * Who makes a call.
 *
 * @param account 12 digits
 * @param arn the principal's, such as a session of a role
 * @param userId the principal's unique id
 */
public record Caller(String account, String arn, String userId) {

    /** An account itself. */
    public static Caller rootOf(String account) {
        return new Caller(account, "arn:aws:iam::" + account + ":root", account);
    }
}
