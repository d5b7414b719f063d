package io.tapdeck.blueprint.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.blueprint.golden.TemplateComparison.Difference;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Validation;
import io.tapdeck.synth.SharedWorker;
import io.tapdeck.synth.StackTemplate;
import io.tapdeck.synth.Synthesizer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the template of {@code dev} against the golden one of its seed. The list of accepted differences names for each
 * its value before and after, the row of the seeds' list of defects that it mends, and why.
 */
@ExtendWith(SharedWorker.class)
class GoldenTest {
    /** The seeds, each with the preset that stands in its place. */
    enum Seed {
        AURORA_SECURE("aurora-secure", "aurora-mysql", "secure"),
        AURORA_PORTABLE("aurora-portable", "aurora-mysql", "portable"),
        BACKUP_PLAIN("backup-plain", "backup-system", "plain"),
        BACKUP_NAMED("backup-named", "backup-system", "named");

        private final String resource;
        private final String blueprint;
        private final String preset;

        Seed(String resource, String blueprint, String preset) {
            this.resource = resource;
            this.blueprint = blueprint;
            this.preset = preset;
        }

        JsonNode golden() {
            return Templates.read("golden/" + resource + "-dev-agnostic.template.json");
        }

        JsonNode accepted() {
            return Templates.read("golden/" + resource + "-dev.accepted.json");
        }

        EnvironmentDefinition dev() {
            Blueprint found = Blueprints.builtIn().find(blueprint).orElseThrow();
            Draft draft = Draft.of(found, found.preset(preset).orElseThrow()).withSuffix("dev");
            return switch (Validation.of(found, draft)) {
                case Validation.Valid(EnvironmentDefinition definition) -> definition;
                case Validation.Invalid invalid -> throw new AssertionError(invalid.problems());
            };
        }
    }

    private final Synthesizer synthesizer;

    GoldenTest(Synthesizer synthesizer) {
        this.synthesizer = synthesizer;
    }

    @ParameterizedTest
    @EnumSource
    void everyDifferenceIsAnAcceptedCorrectionAndEveryCorrectionIsThere(Seed seed) throws IOException {
        Map<String, JsonNode> differences = new LinkedHashMap<>();
        TemplateComparison.of(seed.golden(), ours(seed))
                .forEach(difference -> differences.put(difference.path(), described(difference)));
        Map<String, JsonNode> corrections = new LinkedHashMap<>();
        seed.accepted()
                .forEach(entry -> corrections.put(
                        entry.path("path").asText(), ((ObjectNode) entry.deepCopy()).without(List.of("row", "why"))));
        ArrayNode list = Templates.JSON.createArrayNode();
        differences.values().forEach(list::add);
        Files.writeString(
                Files.createDirectories(Path.of("target")).resolve(seed.resource + ".differences.json"),
                list.toPrettyString());

        assertThat(differences).containsExactlyInAnyOrderEntriesOf(corrections);
    }

    @ParameterizedTest
    @EnumSource
    void everyCorrectionNamesTheDefectAndItsReason(Seed seed) {
        List<String> without = new ArrayList<>();
        seed.accepted().forEach(entry -> {
            if (!entry.path("row").isInt() || entry.path("why").asText().isBlank()) {
                without.add(entry.path("path").asText());
            }
        });

        assertThat(without).isEmpty();
        assertThat(seed.accepted()).isNotEmpty();
    }

    /** The environment's own stack. */
    private JsonNode ours(Seed seed) {
        EnvironmentDefinition definition = seed.dev();
        StackTemplate own = SharedWorker.synthesize(synthesizer, definition).stacks().stream()
                .filter(stack -> stack.stackName().equals(definition.stackName()))
                .findFirst()
                .orElseThrow();
        try {
            return Templates.JSON.readTree(own.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode described(Difference difference) {
        ObjectNode described = Templates.JSON.createObjectNode().put("path", difference.path());
        if (difference.expected() != null) {
            described.set("golden", shortened(difference.expected()));
        }
        if (difference.other() != null) {
            described.set("ours", shortened(difference.other()));
        }
        return described;
    }

    /** The code of a handler is known by its hash. */
    private static JsonNode shortened(JsonNode value) {
        if (!value.isTextual() || value.asText().length() < 1000) {
            return value;
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(value.asText().getBytes(StandardCharsets.UTF_8));
            return TextNode.valueOf("sha256:" + HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
