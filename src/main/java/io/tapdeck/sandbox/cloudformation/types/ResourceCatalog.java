package io.tapdeck.sandbox.cloudformation.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The resource types that the sandbox serves, read from {@code assets/sandbox/types} when first asked for. */
public final class ResourceCatalog {

    private static final String FOLDER = "/io/tapdeck/assets/sandbox/types/";
    private final JsonMapper json = new JsonMapper();
    private final Map<String, JsonNode> services = new ConcurrentHashMap<>();

    /** The type of a name; empty when it is not served. */
    public Optional<ResourceType> find(String name) {
        if (name.startsWith("Custom::")) {
            return describe("CloudFormation", name)
                    .or(() -> find("AWS::CloudFormation::CustomResource")
                            .map(type -> new ResourceType(name, type.data())));
        }
        String[] parts = name.split("::", -1);
        if (parts.length != 3 || !parts[0].equals("AWS") || !parts[1].matches("[A-Za-z0-9]+")) {
            return Optional.empty();
        }
        return describe(parts[1], name);
    }

    private Optional<ResourceType> describe(String service, String name) {
        JsonNode data = services.computeIfAbsent(service, this::read).path(name);
        return data.isMissingNode() ? Optional.empty() : Optional.of(new ResourceType(name, data));
    }

    private JsonNode read(String service) {
        try (InputStream in = ResourceCatalog.class.getResourceAsStream(FOLDER + service + ".json")) {
            return in == null ? MissingNode.getInstance() : json.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
