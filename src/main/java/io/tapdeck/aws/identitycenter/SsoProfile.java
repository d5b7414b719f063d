package io.tapdeck.aws.identitycenter;

/**
 * A profile to be written into the AWS config: a role in an account, used through an {@link SsoSession}.
 *
 * @param name of the profile
 * @param accountId 12 digits
 * @param region in which it works, such as {@code eu-west-1}
 */
public record SsoProfile(String name, String accountId, String roleName, String region) {}
