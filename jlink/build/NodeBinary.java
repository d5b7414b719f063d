import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
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
        Pinned pinned = pinned();
        Path archive = work.resolve(pinned.archive());
        if (!Files.exists(archive)) {
            Tools.run(work, "npm", "pack", "--silent", "--prefer-offline", pinned.name());
        }
        String integrity = integrity(archive);
        Tools.require(
                integrity.equals(pinned.integrity()),
                "%s has the checksum %s, which is not the one in %s; it was not used."
                        .formatted(archive, integrity, propertiesFile));
        String program = Tools.IS_WINDOWS ? "node.exe" : "node";
        Tools.run(work, "tar", "-xzf", archive.toString(), "package/bin/" + program, "package/LICENSE");
        Files.createDirectories(folder);
        Files.copy(
                work.resolve("package/bin").resolve(program),
                folder.resolve(program),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        Files.copy(work.resolve("package/LICENSE"), folder.resolve("LICENSE"), StandardCopyOption.REPLACE_EXISTING);
        if (Tools.installed("strip")) {
            Tools.run(folder, "strip", "-s", program);
        }
    }

    /**
     * What the repository says of this platform.
     *
     * @param name with the version, as npm takes it
     */
    private record Pinned(String name, String integrity) {
        /** As npm calls the file. */
        String archive() {
            return name.replace('@', '-') + ".tgz";
        }
    }

    /** Which Node.js it is, such as {@code 24.21.0}. */
    String version() throws IOException {
        String name = pinned().name();
        return name.substring(name.indexOf('@') + 1);
    }

    private Pinned pinned() throws IOException {
        Properties all = new Properties();
        try (InputStream in = Files.newInputStream(propertiesFile)) {
            all.load(in);
        }
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).split(" ", -1)[0];
        String platform = system + "-" + System.getProperty("os.arch");
        String found = all.getProperty(platform, "");
        Tools.require(!found.isEmpty(), propertiesFile + " has no Node.js for " + platform + ".");
        String[] parts = found.split(" ", -1);
        return new Pinned(parts[0], parts[1]);
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
