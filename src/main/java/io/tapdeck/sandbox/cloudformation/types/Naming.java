package io.tapdeck.sandbox.cloudformation.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tapdeck.sandbox.cloudformation.template.Pseudo;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a physical resource and its attributes by the patterns of its type. The same stack, logical id and seed give the
 * same names, so that a replayed session gets the same account.
 *
 * @param type what is named
 * @param pseudo the stack it belongs to
 * @param logicalId its name in the template
 * @param seed differs for every physical resource of a logical one
 */
public record Naming(ResourceType type, Pseudo pseudo, String logicalId, String seed) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]+)}");
    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int RANDOM_TAIL = 13;

    /** The identity of a new physical resource. */
    public PhysicalIdentity identity(ObjectNode properties) {
        String name = name(properties);
        String ref =
                render(type.data().path("ref").asText("{name}"), "ref", properties, new PhysicalIdentity(name, ""));
        return new PhysicalIdentity(name, ref);
    }

    /** What {@code Fn::GetAtt} gives, by attribute. */
    public ObjectNode attributes(PhysicalIdentity identity, ObjectNode properties) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        type.data().path("attributes").properties().forEach(one -> {
            UnaryOperator<String> render = pattern -> render(pattern, one.getKey(), properties, identity);
            result.set(one.getKey(), attribute(one.getValue(), render));
        });
        return result;
    }

    /** What its service calls the snapshot that a policy asks for; empty when the type has none. */
    public Optional<SnapshotName> snapshot() {
        JsonNode rule = type.data().path("snapshot");
        if (rule.isMissingNode()) {
            return Optional.empty();
        }
        ObjectNode none = JsonNodeFactory.instance.objectNode();
        String name = render(rule.path("name").asText(), "snapshot", none, new PhysicalIdentity("", ""))
                .toLowerCase(Locale.ROOT);
        String arn = render(rule.path("arn").asText(), "snapshot", none, new PhysicalIdentity(name, name));
        return Optional.of(new SnapshotName(rule.path("type").asText(), name, arn));
    }

    /** A UUID of the physical resource, another one for every purpose. */
    String uuid(String purpose) {
        return UUID.nameUUIDFromBytes(seed(purpose).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private static JsonNode attribute(JsonNode pattern, UnaryOperator<String> render) {
        if (pattern.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            pattern.forEach(one -> list.add(render.apply(one.asText())));
            return list;
        }
        return TextNode.valueOf(render.apply(pattern.asText()));
    }

    private String name(ObjectNode properties) {
        JsonNode rule = type.data().path("name");
        String given = properties.path(type.nameProperty()).asText("");
        String name = given.isEmpty()
                ? render(rule.path("generated").asText(), "name", properties, new PhysicalIdentity("", ""))
                : given;
        int longest = rule.path("longest").asInt(256);
        if (given.isEmpty() && name.length() > longest) {
            name = name.substring(0, longest - RANDOM_TAIL) + name.substring(name.length() - RANDOM_TAIL);
        }
        return rule.path("lowerCase").asBoolean() ? name.toLowerCase(Locale.ROOT) : name;
    }

    private String render(String pattern, String purpose, ObjectNode properties, PhysicalIdentity identity) {
        return PLACEHOLDER
                .matcher(pattern)
                .replaceAll(
                        match -> Matcher.quoteReplacement(placeholder(match.group(1), purpose, properties, identity)));
    }

    private String placeholder(String placeholder, String purpose, ObjectNode properties, PhysicalIdentity identity) {
        String[] parts = placeholder.split(":", 2);
        String argument = parts.length == 2 ? parts[1] : "";
        return switch (parts[0]) {
            case "account" -> pseudo.account();
            case "region" -> pseudo.region();
            case "zone" -> pseudo.region() + "a";
            case "partition" -> pseudo.partition();
            case "suffix" -> pseudo.urlSuffix();
            case "stack" -> shortened(pseudo.stackName(), argument);
            case "logical" -> shortened(logicalId, argument);
            case "name" -> identity.name();
            case "ref" -> identity.ref();
            case "property" -> property(argument, purpose, properties, identity);
            case "uuid" -> uuid(purpose);
            case "hex" -> random(seed(purpose), argument + ":hex");
            case "regional" -> random(pseudo.account() + pseudo.region(), argument);
            default -> random(seed(purpose), argument);
        };
    }

    private String property(String argument, String purpose, ObjectNode properties, PhysicalIdentity identity) {
        String[] parts = argument.split("\\|", 2);
        JsonNode value = properties.at(parts[0]);
        if (!value.isMissingNode()) {
            return value.asText();
        }
        String otherwise = parts.length == 2 ? parts[1] : "";
        return otherwise.startsWith("$")
                ? placeholder(otherwise.substring(1), purpose, properties, identity)
                : otherwise;
    }

    /** {@code 12}, {@code 17:hex} or {@code 26:upper}. */
    private String random(String seeded, String shape) {
        String[] parts = shape.split(":", -1);
        String letters = parts.length == 1
                ? ALPHANUMERIC
                : parts[1].equals("hex") ? "0123456789abcdef" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        if (parts.length == 1 && type.data().path("name").path("lowerCase").asBoolean()) {
            letters = "abcdefghijklmnopqrstuvwxyz0123456789";
        }
        Random random = new Random(stableHash(seeded));
        StringBuilder text = new StringBuilder();
        for (int index = 0; index < Integer.parseInt(parts[0]); index++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private String seed(String purpose) {
        return pseudo.stackId() + "/" + logicalId + "/" + seed + "/" + purpose;
    }

    private static long stableHash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits();
    }

    private static String shortened(String text, String length) {
        return length.isEmpty() ? text : text.substring(0, Math.min(text.length(), Integer.parseInt(length)));
    }
}
