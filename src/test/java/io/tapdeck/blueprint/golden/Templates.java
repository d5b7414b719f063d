package io.tapdeck.blueprint.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Resources of tests. */
final class Templates {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private Templates() {}

    /** A JSON resource of the tests. */
    static JsonNode read(String resource) {
        try (InputStream stream = Templates.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("no test resource " + resource);
            }
            return JSON.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
