import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Classes loaded and linked ahead of time (JEP 483, JEP 514): one cache for the desk and the commands, one for the worker.
 * What goes into them is what a real run has loaded: the whole tour, and syntheses of every blueprint. A cache is good
 * for the class path and the collector it was recorded with, so everything here runs in the finished image.
 */
final class AotCaches {
    private final Path app;
    private final Path java;
    private final Path work;

    /** @param image the finished image */
    AotCaches(Path image, Path work) throws IOException {
        this.app = image.resolve("lib/app");
        this.java = image.resolve("lib/runtime/bin/java");
        this.work = Tools.fresh(work);
    }

    /** Makes both. */
    void make() throws IOException, InterruptedException {
        worker();
        desk();
    }

    private void worker() throws IOException, InterruptedException {
        Path recorded = work.resolve("worker.conf");
        // What WorkerLauncher starts it with.
        List<String> options = List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData");
        List<String> command = record(recorded, options);
        command.add("-Djava.io.tmpdir=" + work);
        command.addAll(List.of("-cp", classPath(), "io.tapdeck.synth.worker.WorkerMain"));
        ProcessBuilder worker = new ProcessBuilder(command);
        Tools.forget(worker);
        worker.environment().put("CDK_VALIDATION", "false");
        worker.environment().put("TMPDIR", work.toString());
        worker.environment()
                .put(
                        "JSII_RUNTIME",
                        "exec %s --snapshot-blob %s"
                                .formatted(
                                        Tools.quoted(app.resolve("node/node")),
                                        Tools.quoted(app.resolve("kernel.blob"))));
        Worker.synthesizeAll(worker, true);
        create(recorded, app.resolve("worker.aot"), options);
    }

    private void desk() throws IOException, InterruptedException {
        Path recorded = work.resolve("tapdeck.conf");
        List<String> options = Files.readAllLines(app.resolve("tapdeck.cfg")).stream()
                .filter(line -> line.startsWith("java-options="))
                .map(line -> line.substring("java-options=".length()).replace("$APPDIR", app.toString()))
                .filter(option -> !option.startsWith("-XX:AOTCache"))
                .toList();
        List<String> command = record(recorded, options);
        command.addAll(List.of(
                "-cp",
                classPath(),
                "io.tapdeck.Tapdeck",
                "tour",
                "--out",
                work.resolve("tour").toString()));
        Tools.run(work, command.toArray(String[]::new));
        create(recorded, app.resolve("tapdeck.aot"), options);
    }

    private List<String> record(Path recorded, List<String> options) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        // Classes, and not which methods ran how often (JEP 515): a tenth of the cache, and with it the optimizing
        // compiler begins a start with what a whole tour had it do.
        command.addAll(List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining"));
        command.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recorded));
        return command;
    }

    private void create(Path recorded, Path cache, List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        // Its warnings name classes that cannot be stored, such as those that failed to load in the real run.
        command.addAll(List.of(
                "-XX:AOTMode=create",
                "-XX:AOTConfiguration=" + recorded,
                "-XX:AOTCache=" + cache,
                "-Xlog:aot=error",
                "-Xlog:cds=error",
                "-cp",
                classPath()));
        Tools.run(work, command.toArray(String[]::new));
        Tools.require(Files.exists(cache), "No cache was made: " + cache);
    }

    /** As the launcher has it. */
    private String classPath() throws IOException {
        return Files.readAllLines(app.resolve("tapdeck.cfg")).stream()
                .filter(line -> line.startsWith("app.classpath="))
                .map(line -> line.substring("app.classpath=".length()).replace("$APPDIR", app.toString()))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
