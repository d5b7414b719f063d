package io.tapdeck.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stands in the cache of sign-ins, which is the one place for it: whatever of it is found elsewhere is a leak. */
final class CachedSecrets {
    private CachedSecrets() {}

    /** Every token and client secret in a cache's folder. */
    static List<String> in(Path cache) throws IOException {
        List<String> secrets = new ArrayList<>();
        try (Stream<Path> files = Files.list(cache)) {
            for (Path file : files.toList()) {
                JsonNode json = JsonMapper.builder().build().readTree(file.toFile());
                Stream.of("accessToken", "refreshToken", "clientSecret")
                        .filter(json::has)
                        .forEach(key -> secrets.add(json.path(key).asText()));
            }
        }
        return secrets;
    }
}
