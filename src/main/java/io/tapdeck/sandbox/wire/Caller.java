package io.tapdeck.sandbox.wire;

/**
 * Who makes a call.
 *
 * @param account 12 digits
 * @param arn the principal's, such as a session of a role
 * @param userId the principal's unique id
 */
public record Caller(String account, String arn, String userId) {

    /** The same as a partition names it. */
    public Caller in(String partition) {
        return new Caller(account, "arn:" + partition + arn.substring(arn.indexOf(':', "arn:".length())), userId);
    }

    /** The partition that the ARN names. */
    public String partition() {
        return arn.substring("arn:".length(), arn.indexOf(':', "arn:".length()));
    }

    /** An account itself. */
    public static Caller rootOf(String account) {
        return new Caller(account, "arn:aws:iam::" + account + ":root", account);
    }
}
