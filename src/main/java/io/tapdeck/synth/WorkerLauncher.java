package io.tapdeck.synth;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Starts worker processes. */
@FunctionalInterface
interface WorkerLauncher {
    /** By its name, since only the worker may load CDK's classes. */
    String WORKER_MAIN = "io.tapdeck.synth.worker.WorkerMain";

    /**
     * Starts a worker; it may take seconds until it answers.
     *
     * @throws SynthesisException if it cannot be started, with what to do about it
     */
    WorkerProcess launch();

    /**
     * Starts them on this Java and this class path.
     *
     * @param inherited the environment to start from, such as {@link System#getenv()}
     * @param temporary where the workers' temporary folders go
     */
    static WorkerLauncher onThisJava(Map<String, String> inherited, Path temporary) {
        return onThisJava(inherited, temporary, WORKER_MAIN);
    }

    /** {@link #onThisJava(Map, Path)} with another main class, which knows other blueprints. */
    static WorkerLauncher onThisJava(Map<String, String> inherited, Path temporary, String mainClass) {
        WorkerFolders folders = new WorkerFolders(temporary);
        Installation installation = Installation.ofProcess();
        return () -> start(inherited, installation, engine(inherited, installation), folders, mainClass);
    }

    /**
     * The variables that tell jsii which Node.js and which CDK it is to use.
     *
     * @throws SynthesisException if there is no Node.js
     */
    static Map<String, String> engine(Map<String, String> inherited, Installation installation) {
        Optional<KernelSnapshot> kernel = installation.kernel();
        if (kernel.isPresent()) {
            return Map.of("JSII_RUNTIME", kernel.get().command());
        }
        if (installation.folder() != null) {
            // Its jars have no packages for another Node.js to unpack.
            throw new SynthesisException("This installation lacks Node.js, or CDK for it.", "Install Tapdeck again.");
        }
        return switch (NodeRuntime.find(inherited, installation)) {
            case NodeRuntime.Unusable(String problem, String remedy) -> throw new SynthesisException(problem, remedy);
            case NodeRuntime.Usable node ->
                Map.of("JSII_NODE", node.executable().toString());
        };
    }

    private static WorkerProcess start(
            Map<String, String> inherited,
            Installation installation,
            Map<String, String> engine,
            WorkerFolders folders,
            String mainClass) {
        try {
            folders.removeOrphans();
            Path folder = folders.create();
            ProcessBuilder builder = new ProcessBuilder(command(installation, folder, mainClass));
            builder.environment().clear();
            builder.environment().putAll(environment(inherited, engine, folder));
            return new WorkerProcess(builder, folder);
        } catch (IOException e) {
            throw new SynthesisException(
                    "The synthesis process cannot be started: %s.".formatted(e.getMessage()),
                    "Make room in %s, or set java.io.tmpdir to a folder that can be written."
                            .formatted(folders.root()));
        }
    }

    private static List<String> command(Installation installation, Path folder, String mainClass) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Up to 1 MB stays behind for each synthesis until the worker is recycled.
                "-Xmx384m",
                "-XX:+UseSerialGC",
                // The optimizing compiler takes a core from the first synthesis, which is a quarter shorter without.
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + folder));
        // A cache that does not fit is left aside without a word.
        installation
                .workerCache()
                .ifPresent(cache -> command.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off")));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        return command;
    }

    /** No credentials, account or region: the template is the same for all of them. */
    static Map<String, String> environment(Map<String, String> inherited, Map<String, String> engine, Path folder) {
        Map<String, String> environment = new TreeMap<>(inherited);
        environment.keySet().removeIf(name -> name.startsWith("AWS_") || name.startsWith("CDK_"));
        environment.remove("JSII_RUNTIME");
        // It may have Node load what is not ours.
        environment.remove("NODE_OPTIONS");
        environment.putAll(engine);
        environment.put("TMPDIR", folder.toString());
        // The validator takes more time and memory than the synthesis, and changes nothing.
        environment.put("CDK_VALIDATION", "false");
        for (String banner : List.of("END_OF_LIFE", "UNTESTED", "DEPRECATED", "KNOWN_BROKEN")) {
            environment.put("JSII_SILENCE_WARNING_" + banner + "_NODE_VERSION", "1");
        }
        if (!canCache(environment.getOrDefault("HOME", ""))) {
            // Slower by ten seconds, but it works in a home that cannot be written.
            environment.put("JSII_RUNTIME_PACKAGE_CACHE", "disabled");
        }
        return environment;
    }

    /** Whether jsii can keep its unpacked packages below {@code home}. Windows keeps them elsewhere, always writable. */
    private static boolean canCache(String home) {
        if (File.separatorChar == '\\') {
            return true;
        }
        for (Path folder = Path.of(home, ".cache", "aws", "jsii"); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder)) {
                return Files.isDirectory(folder) && Files.isWritable(folder);
            }
        }
        return false;
    }
}
