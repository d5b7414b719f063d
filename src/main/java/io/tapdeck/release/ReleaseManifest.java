package io.tapdeck.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What the newest release is, in the words of whoever holds the key.
 *
 * @param version numbers between dots, such as {@code 0.2.0}
 * @param released when this was signed
 * @param validUntil from then on a newer manifest must be there, so that nobody can hold a newer release back for ever
 * @param page where people get it, by https
 */
public record ReleaseManifest(String version, Instant released, Instant validUntil, URI page) {
    private static final String PRODUCT = "tapdeck";
    private static final Pattern VERSION = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,3}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Reads {@code {"manifest": TEXT, "signature": BASE64}}: the signature is Ed25519's (RFC 8032) over the text's UTF-8,
     * and the text is JSON again. Nothing of the text is looked at before its signature is found good.
     *
     * @throws UpdateException if it is not signed by the key, or says nothing that can be meant
     */
    static ReleaseManifest read(byte[] signed, PublicKey key) {
        JsonNode envelope = json(new String(signed, StandardCharsets.UTF_8));
        String text = envelope.path("manifest").asText();
        if (!genuine(text, envelope.path("signature").asText(), key)) {
            throw new UpdateException("What the address answers is not signed with the key that is set."
                    + " Nothing in it was believed.");
        }
        JsonNode manifest = json(text);
        try {
            String version = manifest.path("version").asText();
            URI page = URI.create(manifest.path("page").asText());
            if (PRODUCT.equals(manifest.path("product").asText())
                    && VERSION.matcher(version).matches()
                    && "https".equals(page.getScheme())
                    && page.getHost() != null) {
                return new ReleaseManifest(
                        version,
                        Instant.parse(manifest.path("released").asText()),
                        Instant.parse(manifest.path("validUntil").asText()),
                        page);
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new UpdateException("The manifest is signed, but cannot be understood: " + e.getMessage(), e);
        }
        throw new UpdateException("The manifest is signed, but does not name a version of Tapdeck and an https page.");
    }

    private static boolean genuine(String text, String signature, PublicKey key) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Not even the form of a signature.
            return false;
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UpdateException("What the address answers is not a release manifest.", e);
        }
    }

    /** Whether it tells of something newer than this version. */
    boolean newerThan(String other) {
        if (!VERSION.matcher(other).matches()) {
            return true;
        }
        return compare(version.split("\\.", -1), other.split("\\.", -1)) > 0;
    }

    private static int compare(String[] one, String[] other) {
        for (int i = 0; i < Math.max(one.length, other.length); i++) {
            int difference = Integer.compare(part(one, i), part(other, i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int part(String[] version, int index) {
        return index < version.length ? Integer.parseInt(version[index]) : 0;
    }
}
