import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Makes {@code target/image/tapdeck} of what {@code mvn package} has made: {@code java jlink/build/Image.java PROJECT
 * VERSION}. Runs on the JDK 25 whose modules the image gets.
 */
final class Image {
    private static final String SYSTEM = System.getProperty("os.name");
    static final List<String> BLUEPRINTS = List.of("aurora-mysql", "backup-system");

    private final Path project;
    private final String version;
    private final Path work;

    private Image(Path project, String version) {
        this.project = project;
        this.version = version;
        this.work = project.resolve("target/image-work");
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        new Image(Path.of(args[0]).toAbsolutePath(), args[1]).make();
    }

    private void make() throws IOException, InterruptedException {
        Path app = project.resolve("target/app");
        Path jlink = project.resolve("jlink");
        Path input = Tools.fresh(work.resolve("input"));
        Path runtime = work.resolve("runtime");

        new AppJars(app).into(input);
        new JavaRuntime(jlink.resolve("modules.txt"), app.resolve("lib"), work)
                .link(app.resolve("tapdeck.jar"), runtime);
        StyleSheets.parse(input.resolve("tapdeck.jar"), runtime.resolve("bin/java"), work.resolve("styles"));
        NodeBinary node = new NodeBinary(jlink.resolve("node.properties"), work.resolve("node"));
        node.into(input.resolve("node"));
        Path unpacked = unpackedByRealSyntheses(input, runtime);
        CdkPackages packages = new CdkPackages(unpacked);
        packages.into(input.resolve("packages"));
        List<String> loaded =
                new KernelSnapshot(project, work.resolve("kernel")).into(input, runtime.resolve("bin/java"), unpacked);
        packages.removeArchives(input);
        new CdkServices(input).removeUnused(loaded);

        Path image = project.resolve("target/image");
        Tools.delete(image.resolve("tapdeck"));
        notices(input, runtime, node.version());
        Tools.jdk("jpackage", jpackage(input, runtime, image));
        if (SYSTEM.equals("Linux")) {
            ShellLauncher.write(image.resolve("tapdeck"));
        }
        new AotCaches(image.resolve("tapdeck"), work.resolve("aot")).make();
        Sizes.print(image.resolve("tapdeck"));
    }

    /** The app's licence notices and bill of materials, with this Java and this Node.js in them. */
    private void notices(Path input, Path runtime, String nodeVersion) throws IOException, InterruptedException {
        Tools.run(
                project,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "jlink/notices/Bundle.java",
                project.toString(),
                version,
                project.resolve("target/app/lib").toString(),
                input.resolve("notices").toString(),
                "JDK",
                Runtime.version().toString(),
                "GPL-2.0-only WITH Classpath-exception-2.0",
                runtime.resolve("legal").toString(),
                "Node.js",
                nodeVersion,
                "MIT",
                input.resolve("node/LICENSE").toString());
    }

    /**
     * jsii's cache after Tapdeck's own command has made the templates of every definition, checked by cdk-nag; smoke
     * compares them with those that the image makes.
     */
    private Path unpackedByRealSyntheses(Path input, Path runtime) throws IOException, InterruptedException {
        Path cache = Tools.fresh(work.resolve("jsii"));
        Path home = Tools.fresh(work.resolve("home"));
        for (Path definition : Tools.files(project.resolve("jlink/definitions"), ".json")) {
            String name = definition.getFileName().toString().replaceFirst("\\.json$", "");
            ProcessBuilder synth = new ProcessBuilder(
                            runtime.resolve("bin/java").toString(),
                            "-cp",
                            input.resolve("*").toString(),
                            "io.tapdeck.Tapdeck",
                            "synth",
                            "--file",
                            definition.toString(),
                            "--check-rules",
                            "--out",
                            home.resolve(name).toString())
                    .inheritIO();
            Tools.forget(synth);
            synth.environment()
                    .putAll(Map.of(
                            "HOME", home.toString(),
                            "JSII_NODE", input.resolve("node/node").toString(),
                            "JSII_RUNTIME_PACKAGE_CACHE_ROOT", cache.toString()));
            Tools.require(synth.start().waitFor() == 0, "The synthesis of " + name + " failed.");
        }
        return cache;
    }

    private List<String> jpackage(Path input, Path runtime, Path image) {
        List<String> arguments = new ArrayList<>(List.of(
                "--type",
                "app-image",
                "--name",
                "tapdeck",
                "--app-version",
                version,
                "--description",
                "Desktop environment manager for AWS administrators",
                "--vendor",
                "Tapdeck",
                "--input",
                input.toString(),
                "--main-jar",
                "tapdeck.jar",
                "--main-class",
                "io.tapdeck.Tapdeck",
                "--runtime-image",
                runtime.toString(),
                "--dest",
                image.toString(),
                "--icon",
                project.resolve("assets/icons").resolve(icon()).toString()));
        if (Tools.IS_WINDOWS) {
            // It is the command line too.
            arguments.add("--win-console");
        }
        for (String option : List.of(
                "-Dtapdeck.installation=$APPDIR",
                "-Dorg.sqlite.lib.path=$APPDIR",
                "-XX:AOTCache=$APPDIR/tapdeck.aot",
                // Without the cache, or beside another one's, it starts as it always did and says nothing.
                "-Xlog:aot=off",
                "-Xlog:cds=off",
                "--enable-native-access=javafx.graphics,ALL-UNNAMED",
                // No file of its own in /tmp, and no time for it.
                "-XX:-UsePerfData",
                "-XX:+UseSerialGC",
                // On two cores the optimizing compiler takes one from what people wait for: it begins five times as
                // late.
                "-XX:Tier4InvocationThreshold=25000",
                "-XX:Tier4MinInvocationThreshold=3000",
                "-XX:Tier4CompileThreshold=75000",
                "-XX:Tier4BackEdgeThreshold=200000",
                // It would begin with a 64th of the machine's memory, and fill that before it collects anything.
                "-Xms32m",
                // This collector lets the old generation grow before it collects it: by default to a quarter of the
                // machine.
                "-Xmx768m")) {
            arguments.addAll(List.of("--java-options", option));
        }
        return arguments;
    }

    /** In the form that the system's jpackage takes. */
    private static String icon() {
        if (Tools.IS_WINDOWS) {
            return "tapdeck.ico";
        }
        return SYSTEM.startsWith("Mac") ? "tapdeck.icns" : "tapdeck-512.png";
    }
}
