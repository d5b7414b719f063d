import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Properties;

/** The image's Node.js: one program, from the registry that the machine's npm is set to, checked against the repository. */
final class NodeBinary {
    private final Path propertiesFile;
    private final Path work;

    NodeBinary(Path propertiesFile, Path work) {
        this.propertiesFile = propertiesFile;
        this.work = Files.isDirectory(work) ? work : created(work);
    }

    /** Puts the program and its licence into {@code folder}. */
    void into(Path folder) throws IOException, InterruptedException {
        Properties pinned = new Properties();
        try (InputStream in = Files.newInputStream(propertiesFile)) {
            pinned.load(in);
        }
        String name = pinned.getProperty("package");
        String version = pinned.getProperty("version");
        Path archive = work.resolve(name + "-" + version + ".tgz");
        if (!Files.exists(archive)) {
            Tools.run(work, "npm", "pack", "--silent", "--prefer-offline", name + "@" + version);
        }
        String integrity = integrity(archive);
        Tools.require(
                integrity.equals(pinned.getProperty("integrity")),
                "%s has the checksum %s, which is not the one in %s; it was not used."
                        .formatted(archive, integrity, propertiesFile));
        Tools.run(work, "tar", "-xzf", archive.toString(), "package/bin/node", "package/LICENSE");
        Files.createDirectories(folder);
        Path node = folder.resolve("node");
        Files.copy(
                work.resolve("package/bin/node"),
                node,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(work.resolve("package/LICENSE"), folder.resolve("LICENSE"), StandardCopyOption.REPLACE_EXISTING);
        if (Tools.installed("strip")) {
            Tools.run(folder, "strip", "-s", "node");
        }
    }

    private static String integrity(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            return "sha512-" + Base64.getEncoder().encodeToString(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
