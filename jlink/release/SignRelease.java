import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * For whoever releases Tapdeck. {@code java jlink/release/SignRelease.java key FILE} makes a key pair: the private key goes
 * into a new file that only its owner reads, the public key is printed, for Tapdeck's settings. {@code … sign FILE VERSION
 * RELEASED VALID_UNTIL PAGE} prints the signed manifest to be put at the address; times are like 2027-01-31T12:00:00Z.
 */
final class SignRelease {
    private SignRelease() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        if (args.length == 2 && args[0].equals("key")) {
            System.out.println(newKey(Path.of(args[1])));
        } else if (args.length == 6 && args[0].equals("sign")) {
            System.out.println(signed(
                    Path.of(args[1]), args[2], Instant.parse(args[3]), Instant.parse(args[4]), URI.create(args[5])));
        } else {
            System.err.println("key FILE | sign FILE VERSION RELEASED VALID_UNTIL PAGE");
            System.exit(2);
        }
    }

    private static String newKey(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.createFile(file);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        Files.writeString(file, base64(pair.getPrivate().getEncoded()), StandardOpenOption.WRITE);
        return base64(pair.getPublic().getEncoded());
    }

    private static String signed(Path key, String version, Instant released, Instant validUntil, URI page)
            throws IOException, GeneralSecurityException {
        String manifest =
                "{\"product\": \"tapdeck\", \"version\": \"%s\", \"released\": \"%s\", \"validUntil\": \"%s\", \"page\": \"%s\"}"
                        .formatted(version, released, validUntil, page);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(KeyFactory.getInstance("Ed25519")
                .generatePrivate(new PKCS8EncodedKeySpec(
                        Base64.getDecoder().decode(Files.readString(key).strip()))));
        signature.update(manifest.getBytes(StandardCharsets.UTF_8));
        return "{\"manifest\": \"%s\", \"signature\": \"%s\"}"
                .formatted(manifest.replace("\"", "\\\""), base64(signature.sign()));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
