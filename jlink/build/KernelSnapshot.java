import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.JarFile;

/**
 * CDK as Node.js has it after real syntheses of every blueprint, loaded and compiled: a snapshot of its heap, with which
 * the image's workers begin ({@code kernel.js} says how). It is good for the one Node.js that has made it. cdk-nag is left
 * to who checks rules: with it, the snapshot is twice as large, in each worker's memory too.
 */
final class KernelSnapshot {
    private static final String PROGRAM = "software/amazon/jsii/lib/program.js";
    private static final String CDK_NAG = "io/github/cdklabs/cdknag/cdk-nag@%s.jsii.tgz";

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
     * @return the modules that are loaded in it, such as {@code packages/aws-cdk-lib/aws-s3/lib/bucket.js}
     */
    List<String> into(Path app, Path java, Path cache) throws IOException, InterruptedException {
        Path blob = app.resolve("kernel.blob");
        Path loaded = work.resolve("loaded.txt");
        ProcessBuilder worker = new ProcessBuilder(
                java.toString(),
                "-Djava.io.tmpdir=" + work,
                "-cp",
                app.resolve("*").toString(),
                "io.tapdeck.synth.worker.WorkerMain");
        Tools.forget(worker);
        worker.environment().put("CDK_VALIDATION", "false");
        // CDK notes there where it keeps fingerprints of files, which is not to be anybody's home.
        worker.environment().put("HOME", "/dev/null");
        worker.environment().put("TMPDIR", work.toString());
        worker.environment().put("JSII_RUNTIME_PACKAGE_CACHE_ROOT", cache.toString());
        worker.environment()
                .put("TAPDECK_KERNEL", entry(app, "jsii-runtime-", PROGRAM).toString());
        worker.environment().put("TAPDECK_DEFERRED", loadOfCdkNag(app));
        worker.environment().put("TAPDECK_LOADED", loaded.toString());
        // With this switch the kernel links the packages into its folder instead of copying them.
        worker.environment()
                .put(
                        "JSII_RUNTIME",
                        "exec %s --preserve-symlinks --snapshot-blob %s --build-snapshot %s"
                                .formatted(
                                        Tools.quoted(app.resolve("node/node")),
                                        Tools.quoted(blob),
                                        Tools.quoted(project.resolve("jlink/kernel/kernel.js"))));
        Worker.synthesizeAll(worker, false);
        Tools.require(Files.exists(blob), "No snapshot was made: " + blob);
        return Files.readAllLines(loaded);
    }

    /** As jsii's Java asks for it: most people never check rules. */
    private String loadOfCdkNag(Path app) throws IOException {
        String version = jar(app, "cdknag-").getFileName().toString().replaceFirst("^cdknag-(.*)\\.jar$", "$1");
        return "{\"api\":\"load\",\"tarball\":\"%s\",\"name\":\"cdk-nag\",\"version\":\"%s\"}"
                .formatted(entry(app, "cdknag-", CDK_NAG.formatted(version)), version);
    }

    private Path entry(Path app, String jarPrefix, String name) throws IOException {
        Path copy = work.resolve(name.substring(name.lastIndexOf('/') + 1));
        try (JarFile jar = new JarFile(jar(app, jarPrefix).toFile());
                InputStream content = jar.getInputStream(jar.getJarEntry(name))) {
            Files.copy(content, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    private static Path jar(Path app, String prefix) throws IOException {
        List<Path> jars = Tools.files(app, ".jar").stream()
                .filter(jar -> jar.getFileName().toString().startsWith(prefix))
                .toList();
        Tools.require(jars.size() == 1, "One jar of %s is needed, found: %s".formatted(prefix, jars));
        return jars.getFirst();
    }
}
