package io.tapdeck.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/**
 * What this Tapdeck was built from, as the build wrote it down.
 *
 * @param version such as {@code 0.1.0}
 * @param commit forty hexadecimal digits, with {@code -dirty} behind them if files were changed since ({@code git
 *     describe}); empty if it was not built in a repository
 * @param javafx the version of JavaFX that comes with it
 * @param cdk the version of the AWS CDK library that comes with it
 */
public record ThisBuild(String version, String commit, String javafx, String cdk) {
    private static final String FILE = "build.properties";
    private static final String CHANGED = "-dirty";

    /** Reads what the build wrote. */
    public static ThisBuild read() {
        Properties written = new Properties();
        try (InputStream file = Objects.requireNonNull(ThisBuild.class.getResourceAsStream(FILE), FILE);
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            written.load(text);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read: " + e.getMessage(), e);
        }
        return new ThisBuild(
                written.getProperty("version", ""),
                written.getProperty("commit", ""),
                written.getProperty("javafx", ""),
                written.getProperty("cdk", ""));
    }

    /**
     * What {@code tapdeck --version} prints and the desk's settings show.
     *
     * @param java the version and vendor of the running Java
     * @param node the version of the Node.js that was found; empty if there is none
     */
    public List<Part> parts(String java, String node) {
        return List.of(
                new Part("Tapdeck", version),
                new Part("Commit", commitWords()),
                new Part("Java", java),
                new Part("JavaFX", javafx),
                new Part("AWS CDK", cdk),
                new Part("Node.js", node.isEmpty() ? "not found" : node));
    }

    private String commitWords() {
        if (commit.isEmpty()) {
            return "not known: built outside of a repository";
        }
        return commit.endsWith(CHANGED)
                ? commit.substring(0, commit.length() - CHANGED.length()) + ", with changes"
                : commit;
    }

    /** The version and vendor of the Java that this process runs on. */
    public static String runningJava() {
        return Runtime.version() + " (" + System.getProperty("java.vendor", "unknown vendor") + ")";
    }

    /**
     * One thing that has a version.
     *
     * @param name its own name for itself
     * @param version its version, or words why there is none
     */
    public record Part(String name, String version) {}
}
