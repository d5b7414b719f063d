package io.tapdeck.aws.identitycenter;

import org.jspecify.annotations.Nullable;

/**
 * What came of a sign-out.
 *
 * @param wasSignedIn whether there was a token
 * @param notTold why IAM Identity Center could not be told, in a sentence: the token is deleted here, and taken until it
 *     expires; null if it was told, or needed not be
 */
public record SignedOut(boolean wasSignedIn, @Nullable String notTold) {
    /** What a sign-out leaves, as a sentence for people (portal API reference, Logout). */
    public static final String LEFT =
            "Credentials of roles that were fetched before are taken until they expire; other sessions stay signed in.";
}
