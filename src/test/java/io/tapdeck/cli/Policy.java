package io.tapdeck.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A policy of {@code assets/iam}, as IAM reads it (IAM user guide, "IAM JSON policy elements reference"). */
record Policy(List<JsonNode> statements) {
    private static final Path FOLDER = Path.of("assets", "iam");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Policy named(String name) throws IOException {
        return new Policy(document(name).path("Statement").valueStream().toList());
    }

    static JsonNode document(String name) throws IOException {
        return JSON.readTree(FOLDER.resolve(name + ".json").toFile());
    }

    /** All actions that it names. */
    Set<String> actions() {
        return statements.stream()
                .flatMap(statement -> texts(statement.path("Action")).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether all of it allows, and nothing forbids: what the tests go by. */
    boolean onlyAllows() {
        return statements.stream()
                .allMatch(statement -> statement.path("Effect").asText().equals("Allow")
                        && !statement.has("NotAction")
                        && !statement.has("NotResource"));
    }

    /** Whether a call may be made that meets no condition. */
    boolean allows(String action, String resource) {
        return statements.stream()
                .filter(statement -> !statement.has("Condition"))
                .filter(statement -> texts(statement.path("Action")).contains(action))
                .anyMatch(statement ->
                        texts(statement.path("Resource")).stream().anyMatch(pattern -> matches(pattern, resource)));
    }

    private static boolean matches(String pattern, String resource) {
        return resource.matches("\\Q" + pattern.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E");
    }

    private static List<String> texts(JsonNode oneOrMore) {
        return oneOrMore.isArray()
                ? oneOrMore.valueStream().map(JsonNode::asText).toList()
                : List.of(oneOrMore.asText());
    }
}
