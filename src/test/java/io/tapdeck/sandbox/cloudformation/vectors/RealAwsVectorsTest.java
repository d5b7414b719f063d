package io.tapdeck.sandbox.cloudformation.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.sandbox.cloudformation.types.ResourceCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Plays every CloudFormation vector of {@code real-aws} whose operations and resource types are served, and says how many
 * pass. The folder is read where it stands, beside the project; where it is absent, the test says so and is skipped.
 */
class RealAwsVectorsTest {

    /** Passes that must not be lost. Raise it when more pass; the rest is printed with its first difference. */
    private static final int AT_LEAST = 129;

    private final JsonMapper json = new JsonMapper();
    private final ResourceCatalog catalog = new ResourceCatalog();

    @Test
    void theSandboxAnswersAsAwsDid() throws IOException {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            System.out.println("=== real-aws is ABSENT: no recorded answer of AWS was compared with the sandbox ===");
        }
        Assumptions.assumeTrue(folder.isPresent(), "real-aws is absent");
        Map<String, Integer> passed = new TreeMap<>();
        Map<String, Integer> played = new TreeMap<>();
        Map<String, Integer> notServed = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (JsonNode vector : vectors(folder.orElseThrow())) {
            Set<String> missing = missing(vector);
            if (!missing.isEmpty()) {
                missing.forEach(one -> notServed.merge(one, 1, Integer::sum));
                continue;
            }
            String kind = vector.path("kind").asText();
            played.merge(kind, 1, Integer::sum);
            Optional<String> difference = Replay.difference(vector);
            if (difference.isEmpty()) {
                passed.merge(kind, 1, Integer::sum);
            } else {
                differences.add(vector.path("id").asText() + "\n      " + difference.get());
            }
        }
        int total = passed.values().stream().mapToInt(Integer::intValue).sum();
        print(total, passed, played, notServed, differences);
        assertThat(total).as("vectors that pass").isGreaterThanOrEqualTo(AT_LEAST);
    }

    private static void print(
            int total,
            Map<String, Integer> passed,
            Map<String, Integer> played,
            Map<String, Integer> notServed,
            List<String> differences) {
        int all = played.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("=== real-aws: " + total + " of " + all + " CloudFormation vectors played pass ===");
        played.forEach((kind, count) ->
                System.out.println("  " + kind + ": " + passed.getOrDefault(kind, 0) + " of " + count));
        System.out.println("  not served, vectors by what they lack: " + notServed);
        differences.forEach(one -> System.out.println("  differs: " + one));
    }

    /** What of a vector is not served: resource types, and operations of this and of other services. */
    private Set<String> missing(JsonNode vector) {
        Set<String> missing = new TreeSet<>();
        vector.path("resourceTypes").forEach(type -> {
            boolean described = vector.path("kind").asText().equals("template-api");
            if (!described && catalog.find(type.asText()).isEmpty()) {
                missing.add(type.asText());
            }
        });
        for (JsonNode step : vector.path("steps")) {
            String service = step.path("service").asText();
            String operation = step.path("operation").asText();
            boolean served = service.equals("cloudformation")
                    ? operation.equals("Wait") || Call.isServed(operation)
                    : AccountAround.serves(service, operation);
            if (!served) {
                missing.add(service + "." + operation);
            }
            boolean yaml = step.has("templateText")
                    && !step.path("templateText").asText().stripLeading().startsWith("{");
            if (yaml) {
                missing.add("templates in YAML");
            }
        }
        return missing;
    }

    private List<JsonNode> vectors(Path folder) throws IOException {
        List<JsonNode> vectors = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("vectors"))) {
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith("cfn-"))
                    .sorted()
                    .toList()) {
                vectors.add(json.readTree(file.toFile()));
            }
        }
        return vectors;
    }

    private static Optional<Path> folder() {
        return Stream.of(System.getProperty("tapdeck.shared", "../shared"), "../../shared")
                .map(shared -> Path.of(shared, "real-aws"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
