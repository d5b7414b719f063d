package io.tapdeck.sandbox.cloudformation.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.sandbox.cloudformation.types.ResourceCatalog;
import io.tapdeck.sandbox.vectors.Score;
import io.tapdeck.sandbox.vectors.Tally;
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
 * pass, and how many of the values in AWS's answers the sandbox has, too. The folder is read where it stands, beside the project; where it is absent, the test says so and is skipped.
 */
class RealAwsVectorsTest {

    /** What must not be lost. Raise both when more pass; the rest is printed with its first difference. */
    private static final int PASSING = 132;

    private static final int AGREEING = 14_926;

    private final JsonMapper json = new JsonMapper();
    private final ResourceCatalog catalog = new ResourceCatalog();

    @Test
    void theSandboxAnswersAsAwsDid() throws IOException {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            System.out.println("=== real-aws is ABSENT: no recorded answer of AWS was compared with the sandbox ===");
        }
        Assumptions.assumeTrue(folder.isPresent(), "real-aws is absent");
        Map<String, Score> scores = new TreeMap<>();
        Map<String, Integer> notServed = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        for (JsonNode vector : vectors(folder.orElseThrow())) {
            String kind = vector.path("kind").asText();
            Set<String> missing = missing(vector);
            missing.forEach(one -> notServed.merge(one, 1, Integer::sum));
            if (missing.isEmpty()) {
                Tally tally = Replay.tally(vector);
                scores.merge(kind, Score.played(tally), Score::plus);
                tally.first()
                        .ifPresent(first -> differences.add(vector.path("id").asText() + "\n      " + first));
            } else {
                scores.merge(kind, Score.notPlayed(Tally.ofRecords(vector)), Score::plus);
            }
        }
        Score total = scores.values().stream().reduce(Score.NONE, Score::plus);
        System.out.println("=== real-aws, CloudFormation: " + total + " ===");
        scores.forEach((kind, score) -> System.out.println("  " + kind + ": " + score));
        System.out.println("  not served, vectors by what they lack: " + notServed);
        differences.forEach(one -> System.out.println("  differs: " + one));
        assertThat(total.passed()).as("vectors that pass").isGreaterThanOrEqualTo(PASSING);
        assertThat(total.agreeing()).as("values that agree").isGreaterThanOrEqualTo(AGREEING);
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
                    : AccountAround.serves(service, operation) || Replay.isPassedOver(vector, step);
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
