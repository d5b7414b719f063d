package io.tapdeck.aws.identitycenter;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the AWS CLI names the files of its cache (AWS CLI v2, {@code BaseSSOTokenFetcher}). */
final class CacheKeys {
    /** The AWS CLI's own registrations are of {@code botocore}; who allows Tapdeck should read that it is Tapdeck. */
    private static final String TOOL = "tapdeck";

    private CacheKeys() {}

    /** Of the token: SHA-1 of the session's name, or of the start URL where there is none. */
    static String token(SsoSession session) {
        return sha1(session.name() == null ? session.startUrl() : session.name());
    }

    /** Of the registration: SHA-1 of these five as Python writes sorted JSON. */
    static String registration(SsoSession session) {
        return sha1(registrationJson(TOOL, session));
    }

    static String registrationJson(String tool, SsoSession session) {
        return "{\"region\": %s, \"scopes\": [%s], \"session_name\": %s, \"startUrl\": %s, \"tool\": %s}"
                .formatted(
                        json(session.region()),
                        session.scopes().stream().map(CacheKeys::json).collect(Collectors.joining(", ")),
                        json(session.name()),
                        json(session.startUrl()),
                        json(tool));
    }

    /** Python escapes whatever is not ASCII, in UTF-16. */
    private static String json(@Nullable String text) {
        if (text == null) {
            return "null";
        }
        StringBuilder written = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                written.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                written.append("\\u%04x".formatted((int) c));
            } else {
                written.append(c);
            }
        }
        return written.append('"').toString();
    }

    static String sha1(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
