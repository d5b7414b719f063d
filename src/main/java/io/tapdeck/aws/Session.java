package io.tapdeck.aws;

/**
 * Where calls go and as whom.
 *
 * @param name the profile's name, or what the endpoint is called
 * @param account 12 digits, as STS answered
 * @param region such as {@code us-east-1}
 * @param callerArn as STS answered
 * @param kind how it is shown; nothing else may depend on it
 * @param readOnly whether nothing may be changed through it: the administrator's own choice, whatever AWS would allow
 */
public record Session(String name, String account, String region, String callerArn, Kind kind, boolean readOnly) {

    /** How a session is shown. */
    public enum Kind {
        /** An AWS account. */
        ACCOUNT,
        /** The built-in sandbox. */
        SANDBOX
    }

    /** The same session in another region. */
    public Session in(String otherRegion) {
        return new Session(name, account, otherRegion, callerArn, kind, readOnly);
    }

    /** The same connection as STS sees it now. */
    Session as(String nowAccount, String nowCallerArn) {
        return new Session(name, nowAccount, region, nowCallerArn, kind, readOnly);
    }

    /** The account in groups of four, as AWS's console writes it. */
    public String accountText() {
        return grouped(account);
    }

    /** Any account in groups of four, as AWS's console writes it. */
    public static String grouped(String account) {
        return account.replaceAll("(\\d{4})(?=\\d)", "$1-");
    }

    /**
     * The role or user behind the session, without a user's path: STS leaves a role's path out, and puts the session's name
     * behind the role (IAM user guide, "IAM identifiers").
     */
    public String role() {
        String[] parts = callerArn.substring(callerArn.lastIndexOf(':') + 1).split("/", -1);
        return parts[0].equals("assumed-role") && parts.length > 1 ? parts[1] : parts[parts.length - 1];
    }
}
