package io.tapdeck.sandbox.cloudformation.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tapdeck.sandbox.cloudformation.SandboxCloudFormation;
import io.tapdeck.sandbox.faults.ResourceFaults;
import io.tapdeck.sandbox.vectors.Tally;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One vector, played on an empty account in virtual time. */
final class Replay implements InstantSource {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(\\d+)\\.?((?:[^{}]|\\{[^{}]*})*)}");
    private static final Pattern CHOSEN = Pattern.compile("<(random|random-uuid)(:[0-9]+)?>|<[a-z][a-z-]*(:[0-9]+)?>");
    private static final Pattern LOOKS = Pattern.compile("Get|List|Describe|Head");
    private static final Duration PATIENCE = Duration.ofHours(3);

    private final JsonNode vector;
    private final ResourceWorld world = new ResourceWorld();
    private final SandboxCloudFormation client =
            new SandboxCloudFormation(this, world, "111111111111", "us-east-1", ResourceFaults.none());
    private final AccountAround around = new AccountAround(world);
    private final Matching matching = new Matching();
    private final Map<Integer, JsonNode> answers = new HashMap<>();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    private Replay(JsonNode vector) {
        this.vector = vector;
        matching.bind("<region>", "us-east-1");
        matching.bind("<partition>", "aws");
    }

    /** Whether a step only looks at another service, and nothing holds what it saw against anything. */
    static boolean isPassedOver(JsonNode vector, JsonNode step) {
        return !step.path("service").asText().equals("cloudformation")
                && LOOKS.matcher(step.path("operation").asText()).lookingAt()
                && step.path("expected").isEmpty()
                && step.path("expect").isMissingNode()
                && !vector.toString().contains("${" + step.path("n").asText() + ".");
    }

    /** What agrees with what AWS did. */
    static Tally tally(JsonNode vector) {
        return new Replay(vector).play();
    }

    @Override
    public Instant instant() {
        return now;
    }

    private Tally play() {
        Tally tally = Tally.NOTHING;
        for (JsonNode step : vector.path("steps")) {
            if (!step.path("unreached").asBoolean() && !isPassedOver(vector, step)) {
                Tally one = play(step);
                String where =
                        "step " + step.path("n") + " " + step.path("operation").asText() + ": ";
                tally = tally.and(
                        new Tally(one.leaves(), one.agreeing(), one.first().map(where::concat)));
            }
        }
        for (JsonNode check : vector.path("checks")) {
            if (!holds(check)) {
                tally = tally.and(Tally.beyond("check " + check + ": " + filled(check.path("left")) + " against "
                        + filled(check.path("right"))));
            }
        }
        return tally;
    }

    private Tally play(JsonNode step) {
        // The recorder's own waits are not listed: what runs has ended before the next call.
        now = now.plus(PATIENCE);
        JsonNode answer = call(step);
        Instant limit = now.plus(PATIENCE);
        while (step.path("poll").asBoolean()
                && now.isBefore(limit)
                && compare(step, answer).first().isPresent()) {
            pass();
            answer = call(step);
        }
        answers.put(step.path("n").asInt(), answer);
        boolean refused = answer.has("error");
        boolean expected = step.path("expect").asText().equals("error");
        Tally tally = compare(step, answer);
        return refused == expected || isMissingMember(step)
                ? tally
                : Tally.beyond((expected ? "no refusal, answer " : "refused: ") + answer)
                        .and(tally);
    }

    /** What boto3 refuses before sending has no answer of AWS to compare with. */
    private static boolean isMissingMember(JsonNode step) {
        return step.path("errorClass").asText().equals("ParamValidationError");
    }

    private Tally compare(JsonNode step, JsonNode answer) {
        Tally tally = Tally.NOTHING;
        for (JsonNode record : step.path("expected")) {
            JsonNode actual = record.has("derived") ? derived(record, answer) : at(record, answer);
            tally = tally.and(matching.compare(record.path("snapshot").asText(), record.path("record"), actual));
        }
        return tally;
    }

    private JsonNode at(JsonNode record, JsonNode answer) {
        String path = record.path("at").asText("");
        if (path.startsWith("#perResourceEvents")) {
            ObjectNode groups = Events.perResource(answer.path("StackEvents"), record.path("view"));
            String stackKey =
                    matching.filled(record.path("view").path("stackKey").asText(""));
            String stackName =
                    answer.path("StackEvents").path(0).path("StackName").asText();
            if (!stackKey.isEmpty() && groups.has(stackName)) {
                groups.set(stackKey, groups.remove(stackName));
            }
            return Paths.at(groups, path.replaceFirst("#perResourceEvents\\.?", ""));
        }
        JsonNode found = Paths.at(answer, path);
        boolean whole = record.path("record").isArray() || path.isEmpty();
        JsonNode actual = whole ? found : Paths.single(found);
        if (path.equals("error") && actual.isObject()) {
            // The text is another view of the same refusal.
            return ((ObjectNode) actual.deepCopy()).without(List.of("text", "message"));
        }
        return actual;
    }

    private JsonNode derived(JsonNode record, JsonNode answer) {
        String view = record.path("view").asText();
        if (view.startsWith("pairs ")) {
            return Events.stateChanges(answer.path("StackEvents"));
        }
        if (view.startsWith("StackEvents of the template's three resources")) {
            return Events.completions(answer.path("StackEvents"));
        }
        if (view.startsWith("exports")) {
            return answer.path("Exports");
        }
        if (record.path("derived").has("message")) {
            ObjectNode message = JsonNodeFactory.instance.objectNode();
            message.set("message", answer.path("error").path("message"));
            return message;
        }
        return filled(record.path("derived"));
    }

    private JsonNode call(JsonNode step) {
        String operation = step.path("operation").asText();
        String service = step.path("service").asText();
        ObjectNode request = request(step);
        if (!service.equals("cloudformation")) {
            return around.call(service, operation, request);
        }
        return operation.equals("Wait")
                ? Waiting.until(step.path("waiter").asText(), request, client, this::pass)
                : Call.make(client, operation, request);
    }

    private boolean pass() {
        now = now.plus(Duration.ofSeconds(15));
        return now.isBefore(Instant.parse("2026-12-31T00:00:00Z"));
    }

    private ObjectNode request(JsonNode step) {
        ObjectNode request = (ObjectNode) filled(step.path("request"));
        if (step.has("template")) {
            request.put("TemplateBody", filled(template(step)).toString());
        } else if (step.has("templateText")) {
            request.put("TemplateBody", step.path("templateText").asText());
        }
        if (step.has("parameters")) {
            ArrayNode parameters = request.withArrayProperty("Parameters");
            step.path("parameters")
                    .properties()
                    .forEach(parameter -> parameters
                            .addObject()
                            .put("ParameterKey", parameter.getKey())
                            .put("ParameterValue", filled(parameter.getValue()).asText()));
        }
        return request;
    }

    private JsonNode template(JsonNode step) {
        JsonNode same = step.path("template").path("$sameAsStep");
        return same.isMissingNode()
                ? step.path("template")
                : template(vector.path("steps").path(same.asInt()));
    }

    /** A request or an operand with references and placeholders replaced. */
    private JsonNode filled(JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> copy.set(member.getKey(), filled(member.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode();
            node.forEach(one -> copy.add(filled(one)));
            return copy;
        }
        return node.isTextual() ? filled(node.asText()) : node;
    }

    private JsonNode filled(String text) {
        Matcher whole = REFERENCE.matcher(text);
        if (whole.matches()) {
            return resolve(whole);
        }
        String referenced = REFERENCE
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        resolve(match.group(1), match.group(2)).asText()));
        return TextNode.valueOf(
                CHOSEN.matcher(referenced).replaceAll(match -> Matcher.quoteReplacement(chosen(match.group()))));
    }

    private JsonNode resolve(Matcher reference) {
        return resolve(reference.group(1), reference.group(2));
    }

    private JsonNode resolve(String step, String path) {
        JsonNode answer = answers.getOrDefault(Integer.valueOf(step), MissingNode.getInstance());
        return Paths.at(answer, path);
    }

    /** A free value for a placeholder of a request; a record's placeholder of the same name stands for it. */
    private String chosen(String placeholder) {
        return matching.value(placeholder).orElseGet(() -> {
            String seed = vector.path("id").asText() + placeholder;
            String uuid = UUID.nameUUIDFromBytes(seed.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .toString();
            String value = placeholder.startsWith("<random-uuid") ? uuid : "n" + uuid.substring(0, 7);
            matching.bind(placeholder, value);
            return value;
        });
    }

    private boolean holds(JsonNode check) {
        JsonNode left = filled(check.path("left"));
        JsonNode right = filled(check.path("right"));
        String operator = check.path("op").asText();
        boolean contains = right.isTextual()
                ? right.asText().contains(left.asText())
                : right.has(left.asText()) || Paths.single(right).has(left.asText());
        return switch (operator) {
            case "==" -> left.equals(right) || left.asText().equals(right.asText());
            case "!=" -> !left.asText().equals(right.asText());
            case ">" -> left.asDouble() > right.asDouble();
            case "in" -> contains;
            case "not in" -> !contains;
            case "is" -> right.isNull() ? left.isMissingNode() || left.isEmpty() : left.equals(right);
            default -> throw new IllegalArgumentException("operator " + operator);
        };
    }
}
