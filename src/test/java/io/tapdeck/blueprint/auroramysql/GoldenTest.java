package io.tapdeck.blueprint.auroramysql;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tapdeck.blueprint.auroramysql.TemplateComparison.Difference;
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
import org.junit.jupiter.api.Test;

/**
 * Holds the template of {@code dev} against the golden one. The list of accepted differences names for each its value
 * before and after, the row of the seeds' list of defects that it mends, and why.
 */
class GoldenTest {
    private final JsonNode accepted = Templates.read("golden/aurora-secure-dev.accepted.json");
    private final List<Difference> found = TemplateComparison.of(
            Templates.read("golden/aurora-secure-dev-agnostic.template.json"),
            Templates.read("templates/aurora-mysql-dev.template.json"));

    @Test
    void everyDifferenceIsAnAcceptedCorrectionAndEveryCorrectionIsThere() throws IOException {
        Map<String, JsonNode> differences = new LinkedHashMap<>();
        found.forEach(difference -> differences.put(difference.path(), described(difference)));
        Map<String, JsonNode> corrections = new LinkedHashMap<>();
        accepted.forEach(entry -> corrections.put(
                entry.path("path").asText(), ((ObjectNode) entry.deepCopy()).without(List.of("row", "why"))));
        ArrayNode list = Templates.JSON.createArrayNode();
        differences.values().forEach(list::add);
        Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("golden-differences.json"), list.toPrettyString());

        assertThat(differences).containsExactlyInAnyOrderEntriesOf(corrections);
    }

    @Test
    void everyCorrectionNamesTheDefectAndItsReason() {
        List<String> without = new ArrayList<>();
        accepted.forEach(entry -> {
            if (!entry.path("row").isInt() || entry.path("why").asText().isBlank()) {
                without.add(entry.path("path").asText());
            }
        });

        assertThat(without).isEmpty();
        assertThat(accepted).isNotEmpty();
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
