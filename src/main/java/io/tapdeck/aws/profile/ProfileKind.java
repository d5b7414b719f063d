package io.tapdeck.aws.profile;

import io.tapdeck.aws.identitycenter.SsoSession;

/**
 * How a profile comes to credentials (AWS SDKs and Tools Reference Guide, "Standardized credential providers"). Holds
 * nothing secret.
 */
public sealed interface ProfileKind {

    /**
     * Access keys that stand in the files or in the environment.
     *
     * @param keyId shortened, such as {@code AKIA…7QXM}
     * @param temporary whether they come with a session token, and so end some time
     */
    record AccessKey(String keyId, boolean temporary) implements ProfileKind {}

    /**
     * A role that is assumed with other credentials.
     *
     * @param roleArn of the role
     * @param by the profile with the other credentials, or the SDK's name of their source, such as {@code Environment}
     */
    record AssumedRole(String roleArn, String by) implements ProfileKind {}

    /** A role that is assumed with a token from a file. */
    record WebIdentity(String roleArn) implements ProfileKind {}

    /** A program of the administrator's own that prints credentials. */
    record CredentialProcess() implements ProfileKind {}

    /**
     * A role in an account of IAM Identity Center.
     *
     * @param session where one signs in
     * @param account 12 digits
     * @param role the permission set's name
     */
    record IdentityCenter(SsoSession session, String account, String role) implements ProfileKind {}

    /**
     * A profile that leads nowhere, or that Tapdeck cannot follow.
     *
     * @param why a sentence
     * @param remedy a sentence: what to do about it
     */
    record Unusable(String why, String remedy) implements ProfileKind {}
}
