import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What the image weighs, by part: {@code java jlink/build/Sizes.java IMAGE}. */
final class Sizes {
    private Sizes() {}

    public static void main(String[] args) throws IOException {
        print(Path.of(args[0]));
    }

    static void print(Path image) throws IOException {
        Map<String, Long> parts = new LinkedHashMap<>();
        for (String part : new String[] {
            "Java runtime",
            "CDK's Java",
            "other jars",
            "Node.js",
            "CDK's JavaScript",
            "CDK's snapshot",
            "AOT cache, desk",
            "AOT cache, worker",
            "other"
        }) {
            parts.put(part, 0L);
        }
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                parts.merge(part(image.relativize(file).toString().replace('\\', '/')), Files.size(file), Long::sum);
            }
        }
        parts.forEach((part, bytes) -> System.out.printf("%-18s %6.1f MB%n", part, bytes / 1e6));
        System.out.printf(
                "%-18s %6.1f MB%n",
                "image", parts.values().stream().mapToLong(Long::longValue).sum() / 1e6);
    }

    private static String part(String file) {
        if (file.startsWith("lib/runtime/")) {
            return "Java runtime";
        }
        if (file.startsWith("lib/app/node/")) {
            return "Node.js";
        }
        if (file.startsWith("lib/app/packages/")) {
            return "CDK's JavaScript";
        }
        if (file.equals("lib/app/kernel.blob")) {
            return "CDK's snapshot";
        }
        if (file.equals("lib/app/tapdeck.aot")) {
            return "AOT cache, desk";
        }
        if (file.equals("lib/app/worker.aot")) {
            return "AOT cache, worker";
        }
        if (file.matches("lib/app/(aws-cdk-lib|cdk-|cdknag|constructs|jsii-).*\\.jar")) {
            return "CDK's Java";
        }
        return file.endsWith(".jar") ? "other jars" : "other";
    }
}
