package io.tapdeck.aws.identitycenter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;

/** Cases that are written down as data. */
final class Vectors {
    private Vectors() {}

    static Stream<Named<JsonNode>> of(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(Vectors.class.getResourceAsStream(file), file)) {
            JsonNode cases = JsonMapper.builder().build().readTree(in);
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(vector -> Named.of(vector.path("name").asText(), vector));
        }
    }
}
