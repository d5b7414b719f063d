package io.tapdeck.sandbox.cloudwatch.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapdeck.sandbox.cloudwatch.SandboxCloudWatch;
import io.tapdeck.sandbox.vectors.Score;
import io.tapdeck.sandbox.vectors.Tally;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchRequest;

/**
 * Plays every CloudWatch vector of {@code real-aws} whose operations are served, and says how many pass, and how many of
 * the values in AWS's answers the sandbox has, too. Topics and queues
 * are not CloudWatch's: steps on them are passed over, and what arrived in a queue is not compared. The folder is read
 * where it stands, beside the project; where it is absent, the test says so and is skipped.
 */
class RealAwsVectorsTest {

    /** What must not be lost. Raise both when more pass; the rest is printed with its first difference. */
    private static final int PASSING = 23;

    private static final int AGREEING = 367;

    private static final Set<String> PASSED_OVER = Set.of(
            "sns.CreateTopic",
            "sns.Subscribe",
            "sns.GetSubscriptionAttributes",
            "sqs.CreateQueue",
            "sqs.GetQueueAttributes",
            "sqs.SetQueueAttributes",
            "sqs.ReceiveMessage",
            "sqs.DeleteMessage");

    @Test
    void theSandboxAnswersAsAwsDid() throws IOException, InterruptedException {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            System.out.println("=== real-aws is ABSENT: no recorded answer of AWS was compared with the sandbox ===");
        }
        Assumptions.assumeTrue(folder.isPresent(), "real-aws is absent");
        Set<String> served = served();
        Map<String, Integer> notServed = new TreeMap<>();
        List<String> differences = new ArrayList<>();
        Map<String, Score> scores = new TreeMap<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (JsonNode vector : vectors(folder.orElseThrow())) {
                String kind = vector.path("kind").asText();
                Set<String> missing = Replay.missing(vector, served);
                missing.forEach(operation -> notServed.merge(operation, 1, Integer::sum));
                if (missing.isEmpty()) {
                    Tally tally = Replay.tally(vector, http);
                    scores.merge(kind, Score.played(tally), Score::plus);
                    tally.first()
                            .ifPresent(text -> differences.add(vector.path("id").asText() + "\n      " + text));
                } else {
                    scores.merge(kind, Score.notPlayed(Tally.ofRecords(vector)), Score::plus);
                }
            }
        }
        Score total = scores.values().stream().reduce(Score.NONE, Score::plus);
        System.out.println("=== real-aws, CloudWatch: " + total + " ===");
        scores.forEach((kind, score) -> System.out.println("  " + kind + ": " + score));
        System.out.println("  not served, vectors by what they lack: " + notServed);
        differences.forEach(difference -> System.out.println("  differs: " + difference));
        assertThat(total.passed()).as("vectors that pass").isGreaterThanOrEqualTo(PASSING);
        assertThat(total.agreeing()).as("values that agree").isGreaterThanOrEqualTo(AGREEING);
    }

    private static Set<String> served() {
        Set<String> served = Arrays.stream(SandboxCloudWatch.class.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 1
                        && CloudWatchRequest.class.isAssignableFrom(method.getParameterTypes()[0]))
                .map(method -> method.getName())
                .map(name -> "cloudwatch." + Character.toUpperCase(name.charAt(0)) + name.substring(1))
                .collect(Collectors.toSet());
        served.addAll(PASSED_OVER);
        return served;
    }

    private static List<JsonNode> vectors(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> vectors = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                JsonNode vector = json.readTree(file.toFile());
                if (vector.path("kind").asText().startsWith("cloudwatch-")) {
                    vectors.add(vector);
                }
            }
        }
        return vectors;
    }

    private static Optional<Path> folder() {
        return Stream.of(System.getProperty("tapdeck.shared", "../shared"), "../../shared")
                .map(shared -> Path.of(shared, "real-aws", "vectors"))
                .filter(Files::isDirectory)
                .findFirst();
    }
}
