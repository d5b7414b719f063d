package io.tapdeck.release;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * Where releases are told of, and whose word counts.
 *
 * @param address of a signed manifest: https, or http on this computer
 * @param key an Ed25519 key
 */
public record UpdateSource(URI address, PublicKey key) {
    private static final Set<String> THIS_COMPUTER = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * A source as people write it.
     *
     * @param key the public key as {@code openssl pkey -pubout} prints it, without its first and last line
     * @throws UpdateException if one of them cannot be meant
     */
    public static UpdateSource of(String address, String key) {
        if (address.isBlank() || key.isBlank()) {
            throw new UpdateException(
                    "No address and key of releases are set. They come from whoever gives you Tapdeck.");
        }
        return new UpdateSource(address(address.strip()), key(key.strip()));
    }

    private static URI address(String written) {
        try {
            URI address = new URI(written);
            if (address.getHost() != null && address.getUserInfo() == null && safe(address)) {
                return address;
            }
        } catch (URISyntaxException e) {
            throw new UpdateException("“%s” is not an address.".formatted(written), e);
        }
        throw new UpdateException("“%s” is not an https address, without a user's name in it.".formatted(written));
    }

    private static boolean safe(URI address) {
        return "https".equals(address.getScheme())
                || ("http".equals(address.getScheme()) && THIS_COMPUTER.contains(address.getHost()));
    }

    private static PublicKey key(String written) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(written)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UpdateException("“%s” is not an Ed25519 public key in Base64.".formatted(written), e);
        }
    }
}
