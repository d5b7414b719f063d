package io.tapdeck.sandbox.cloudwatch.workload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The files {@code assets/sandbox/workload-<blueprint>.json}. */
final class WorkloadFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private WorkloadFile() {}

    /** The parameters of a blueprint that has them. */
    static <T> T load(String blueprint, Class<T> type) {
        return convert(
                find(blueprint).orElseThrow(() -> new NoSuchElementException("No workload of " + blueprint)), type);
    }

    /** The waves of a blueprint; none when it has no file, or none in it. */
    static List<Wave> waves(String blueprint) {
        List<Wave> waves = new ArrayList<>();
        find(blueprint).ifPresent(file -> file.path("waves").forEach(wave -> waves.add(convert(wave, Wave.class))));
        return waves;
    }

    private static Optional<JsonNode> find(String blueprint) {
        String file = "/io/tapdeck/assets/sandbox/workload-" + blueprint + ".json";
        try (InputStream in = WorkloadFile.class.getResourceAsStream(file)) {
            return in == null ? Optional.empty() : Optional.of(JSON.readTree(in));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }

    private static <T> T convert(JsonNode node, Class<T> type) {
        try {
            return JSON.treeToValue(node, type);
        } catch (JsonProcessingException unfit) {
            throw new UncheckedIOException(unfit);
        }
    }
}
