package io.tapdeck.synth;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Node.js that CDK runs on, or why there is none. */
public sealed interface NodeRuntime {

    /** The least major version that jsii works with (jsii documentation, "Node.js"). */
    int LEAST_MAJOR = 20;

    /**
     * Good enough.
     *
     * @param executable absolute
     * @param version such as {@code 22.11.0}
     */
    record Usable(Path executable, String version) implements NodeRuntime {}

    /**
     * Missing, too old or broken.
     *
     * @param problem one sentence: what is wrong
     * @param remedy one sentence: what to do about it
     */
    record Unusable(String problem, String remedy) implements NodeRuntime {}

    /**
     * Looks for Node.js: the installation's, whose CDK runs on no other; else the program that {@code JSII_NODE} names,
     * else {@code node} on the {@code PATH}. Starts it to ask for its version, so it takes some ten milliseconds.
     *
     * @param environment such as {@link System#getenv()}
     */
    static NodeRuntime find(Map<String, String> environment, Installation installation) {
        Optional<Path> brought = installation.node();
        if (brought.isPresent()) {
            return asked(brought.get());
        }
        String chosen = environment.getOrDefault("JSII_NODE", "");
        if (!chosen.isEmpty() && !Files.isExecutable(Path.of(chosen))) {
            return new Unusable(
                    "JSII_NODE names %s, which is not a program.".formatted(chosen),
                    "Set JSII_NODE to Node.js %d or later, or unset it.".formatted(LEAST_MAJOR));
        }
        Optional<Path> found =
                chosen.isEmpty() ? onPath(environment.getOrDefault("PATH", "")) : Optional.of(Path.of(chosen));
        return found.map(NodeRuntime::asked)
                .orElseGet(() -> new Unusable(
                        "Node.js is not on this machine; CDK needs it to make templates.",
                        "Install Node.js %d or later, or set JSII_NODE to it.".formatted(LEAST_MAJOR)));
    }

    private static Optional<Path> onPath(String path) {
        List<String> names = File.separatorChar == '\\' ? List.of("node.exe") : List.of("node");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .flatMap(folder -> names.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static NodeRuntime asked(Path executable) {
        String path = executable.toAbsolutePath().toString();
        String text = version(path);
        Matcher version = Pattern.compile("v(\\d{1,5})(\\.\\d+)*").matcher(text);
        if (!version.matches()) {
            return new Unusable(
                    "%s does not tell its version, so it is not Node.js.".formatted(path),
                    "Install Node.js %d or later, or set JSII_NODE to it.".formatted(LEAST_MAJOR));
        }
        if (Integer.parseInt(version.group(1)) < LEAST_MAJOR) {
            return new Unusable(
                    "Node.js %s at %s is too old; CDK needs %d or later."
                            .formatted(text.substring(1), path, LEAST_MAJOR),
                    "Install Node.js %d or later, or set JSII_NODE to it.".formatted(LEAST_MAJOR));
        }
        return new Usable(executable.toAbsolutePath(), text.substring(1));
    }

    /** The first line that {@code node --version} prints, or an empty text. */
    private static String version(String path) {
        try {
            Process process = new ProcessBuilder(path, "--version")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            try {
                if (!process.waitFor(20, TimeUnit.SECONDS)) {
                    return "";
                }
                String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                return output.lines().findFirst().orElse("").strip();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
