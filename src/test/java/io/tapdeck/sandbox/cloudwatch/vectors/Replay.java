package io.tapdeck.sandbox.cloudwatch.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.cloudwatch.SandboxCloudWatch;
import io.tapdeck.sandbox.faults.FaultScript;
import io.tapdeck.sandbox.vectors.Tally;
import io.tapdeck.sandbox.wire.WebPages;
import io.tapdeck.sandbox.wire.WireServer;
import io.tapdeck.sandbox.wire.WireService;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One vector, played in virtual time, in CloudWatch's JSON protocol, whose messages have the form of the records. */
final class Replay {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\d+)\\.([^}]*)}");
    private static final Pattern NOW = Pattern.compile("<now([+-]\\d+)s>");
    private static final Pattern CHOSEN = Pattern.compile("<([a-z-]+):(\\d+)>");
    private static final int MOST_POLLS = 30;

    private final JsonNode vector;
    private final VirtualClock clock = new VirtualClock();
    private final long start = clock.instant().getEpochSecond();
    private final Matching matching = new Matching();
    private final Map<Integer, JsonNode> answers = new HashMap<>();

    private Replay(JsonNode vector) {
        this.vector = vector;
    }

    /** What agrees with what AWS did. */
    static Tally tally(JsonNode vector, HttpClient http) throws IOException, InterruptedException {
        Replay replay = new Replay(vector);
        SandboxCloudWatch cloudWatch =
                new SandboxCloudWatch(replay.clock, new ResourceWorld(), "111111111111", "us-east-1");
        try (WireServer server = new WireServer(
                0,
                List.of(WireService.cloudWatch(_ -> cloudWatch)),
                FaultScript.none(),
                replay.clock,
                () -> "{}",
                WebPages.none(),
                (call, handling) -> handling.handle(),
                pause -> {})) {
            return replay.play(http, server);
        }
    }

    private Tally play(HttpClient http, WireServer server) throws IOException, InterruptedException {
        Tally tally = Tally.NOTHING;
        for (JsonNode step : vector.path("steps")) {
            Tally one = step(step, http, server);
            for (int poll = 0;
                    poll < MOST_POLLS
                            && step.path("poll").asBoolean()
                            && one.first().isPresent();
                    poll++) {
                clock.advance(Duration.ofSeconds(10));
                one = step(step, http, server);
            }
            tally = tally.and(one.at(
                    "step " + step.path("n") + " " + step.path("operation").asText()));
        }
        for (JsonNode check : vector.path("checks")) {
            if (!holds(check)) {
                tally = tally.and(Tally.beyond("check " + check + " with " + filled(check.path("left"))));
            }
        }
        return tally;
    }

    private Tally step(JsonNode step, HttpClient http, WireServer server) throws IOException, InterruptedException {
        JsonNode answer = step.path("service").asText().equals("cloudwatch")
                ? call(step.path("operation").asText(), filled(step.path("request")), http, server)
                : JsonNodeFactory.instance.objectNode().put("TopicArn", "arn:aws:sns:us-east-1:111111111111:topic");
        answers.put(step.path("n").asInt(), answer);
        if (!step.path("service").asText().equals("cloudwatch")) {
            // Where the recorder waited for a message, an alarm had its time.
            clock.advance(step.path("poll").asBoolean() ? Duration.ofMinutes(1) : Duration.ZERO);
            return Tally.NOTHING;
        }
        boolean refused = answer.has("error");
        Tally tally = refused == step.path("expect").asText().equals("error")
                ? Tally.NOTHING
                : Tally.beyond(refused ? ": refused with " + answer : ": not refused");
        for (JsonNode record : step.path("expected")) {
            JsonNode actual = answer.deepCopy();
            if (actual.isObject()) {
                ((ObjectNode) actual).remove("ResponseMetadata");
            }
            String at = record.path("at").asText("");
            JsonNode expected = record.path("record").deepCopy();
            if (at.equals("error")) {
                // Which of both names is the code depends on the protocol; the wire's own tests hold them apart.
                ((ObjectNode) expected).remove("message");
                ((ObjectNode) expected.path("Error")).remove("QueryErrorCode");
            }
            tally = tally.and(matching.compare("", expected, at.isEmpty() ? actual : Paths.at(actual, at)));
        }
        return tally;
    }

    private static JsonNode call(String operation, JsonNode request, HttpClient http, WireServer server)
            throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(server.endpoint())
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "GraniteServiceVersion20100801." + operation)
                        .header("x-amzn-query-mode", "true")
                        .header(
                                "Authorization",
                                "AWS4-HMAC-SHA256 Credential=test/20261122/us-east-1/monitoring/aws4_request,"
                                        + " SignedHeaders=host, Signature=0")
                        .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        ObjectNode answer = (ObjectNode) JSON.readTree(response.body());
        if (response.statusCode() == 200) {
            answer.putObject("ResponseMetadata").put("HTTPStatusCode", 200);
            return answer;
        }
        String[] code =
                response.headers().firstValue("x-amzn-query-error").orElse(";").split(";", -1);
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        ObjectNode content = error.putObject("Error").put("Code", code[0]).put("Type", code[1]);
        if (answer.hasNonNull("message")) {
            content.put("Message", answer.path("message").asText());
        }
        error.put("httpStatus", response.statusCode());
        return JsonNodeFactory.instance.objectNode().set("error", error);
    }

    private boolean holds(JsonNode check) {
        JsonNode left = filled(check.path("left"));
        JsonNode right = filled(check.path("right"));
        return switch (check.path("op").asText()) {
            case "==" -> left.isNumber() ? left.asDouble() == right.asDouble() : left.equals(right);
            case "!=" -> !left.equals(right);
            case ">" -> left.asDouble() > right.asDouble();
            case ">=" -> left.asDouble() >= right.asDouble();
            default -> throw new IllegalStateException("unknown comparison in " + check);
        };
    }

    /** Requests with their placeholders and references replaced; times as the JSON protocol has them. */
    private JsonNode filled(JsonNode node) {
        if (node.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> filled.set(member.getKey(), filled(member.getValue())));
            return filled;
        }
        if (node.isArray()) {
            ArrayNode filled = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> filled.add(filled(element)));
            return filled;
        }
        return node.isTextual() ? filled(node.asText()) : node;
    }

    private JsonNode filled(String text) {
        Matcher now = NOW.matcher(text);
        if (now.matches()) {
            return IntNode.valueOf(Math.toIntExact(start + Long.parseLong(now.group(1))));
        }
        String chosen = CHOSEN.matcher(text).replaceAll("test-$1-$2").replace("<region>", "us-east-1");
        Matcher reference = REFERENCE.matcher(chosen);
        if (reference.matches()) {
            JsonNode answer = answers.getOrDefault(Integer.parseInt(reference.group(1)), MissingNode.getInstance());
            return Paths.at(answer, reference.group(2));
        }
        return TextNode.valueOf(chosen);
    }

    /** What of a vector is not served. */
    static Set<String> missing(JsonNode vector, Set<String> served) {
        Set<String> missing = new TreeSet<>();
        for (JsonNode step : vector.path("steps")) {
            String operation =
                    step.path("service").asText() + "." + step.path("operation").asText();
            if (!served.contains(operation)) {
                missing.add(operation);
            }
            // Nothing in the sandbox sends messages, so nothing counts them.
            if (step.path("request").toString().contains("AWS/SQS")) {
                missing.add("metrics of AWS/SQS");
            }
        }
        return missing;
    }
}
