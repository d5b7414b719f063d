package io.tapdeck.aws.identitycenter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What proves that the one who asks for the token began the sign-in (RFC 7636, PKCE), and that the browser's answer belongs to
 * it (RFC 6749, state). Its text shows neither.
 *
 * @param verifier the secret, sent for the token only
 * @param state comes back with the answer
 */
record Challenge(String verifier, String state) {
    /** 32 bytes make the 43 characters of RFC 7636, 4.1. */
    private static final int BYTES = 32;

    static Challenge random(SecureRandom random) {
        return new Challenge(text(random), text(random));
    }

    private static String text(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return base64Url(bytes);
    }

    /** The verifier's S256, which the browser may know. */
    String s256() {
        try {
            return base64Url(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the same time for every wrong one. */
    boolean isState(String other) {
        return MessageDigest.isEqual(state.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64Url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Challenge[" + s256() + "]";
    }
}
