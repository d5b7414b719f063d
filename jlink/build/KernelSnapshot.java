import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarFile;

/**
 * CDK as Node.js has it after real syntheses of every blueprint, loaded and compiled: a snapshot of its heap, with which
 * the image's workers begin ({@code kernel.js} says how). It is good for the one Node.js that has made it.
 */
final class KernelSnapshot {
    private static final String PROGRAM = "software/amazon/jsii/lib/program.js";

    private final Path project;
    private final Path work;

    KernelSnapshot(Path project, Path work) throws IOException {
        this.project = project;
        this.work = Tools.fresh(work);
    }

    /**
     * Makes {@code kernel.blob}.
     *
     * @param app the image's jars, as they came, its Node.js and its unpacked packages
     * @param java of the image's runtime
     * @param cache jsii's own, where the kernel finds the packages' descriptions
     */
    void into(Path app, Path java, Path cache) throws IOException, InterruptedException {
        Path blob = app.resolve("kernel.blob");
        ProcessBuilder worker = new ProcessBuilder(
                java.toString(),
                "-Djava.io.tmpdir=" + work,
                "-cp",
                app.resolve("*").toString(),
                "io.tapdeck.synth.worker.WorkerMain");
        worker.environment().put("CDK_VALIDATION", "false");
        worker.environment().put("TMPDIR", work.toString());
        worker.environment().put("JSII_RUNTIME_PACKAGE_CACHE_ROOT", cache.toString());
        worker.environment().put("TAPDECK_KERNEL", program(app).toString());
        // With this switch the kernel links the packages into its folder instead of copying them.
        worker.environment()
                .put(
                        "JSII_RUNTIME",
                        "exec '%s' --preserve-symlinks --snapshot-blob '%s' --build-snapshot '%s'"
                                .formatted(app.resolve("node/node"), blob, project.resolve("jlink/kernel/kernel.js")));
        Worker.synthesizeAll(worker);
        Tools.require(Files.exists(blob), "No snapshot was made: " + blob);
    }

    private Path program(Path app) throws IOException {
        List<Path> jars = Tools.files(app, ".jar").stream()
                .filter(jar -> jar.getFileName().toString().startsWith("jsii-runtime-"))
                .toList();
        Tools.require(jars.size() == 1, "One jar of jsii-runtime is needed, found: " + jars);
        Path program = work.resolve("program.js");
        try (JarFile jar = new JarFile(jars.getFirst().toFile());
                InputStream content = jar.getInputStream(jar.getJarEntry(PROGRAM))) {
            Files.copy(content, program, StandardCopyOption.REPLACE_EXISTING);
        }
        return program;
    }
}
