package io.tapdeck.aws.identitycenter;

import org.jspecify.annotations.Nullable;

/**
 * An account that a signed-in person may use.
 *
 * @param id 12 digits
 * @param name as its organization calls it; null if it has none
 * @param email of its root user; null if the portal does not say
 */
public record SsoAccount(
        String id, @Nullable String name, @Nullable String email) {}
