package io.tapdeck.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.deploy.Drift;
import io.tapdeck.deploy.Drift.DriftedResource;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drift in words, or as JSON lines. */
final class DriftText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DriftText() {}

    static List<String> lines(Drift drift) {
        List<String> lines = new ArrayList<>();
        lines.add(
                drift.resources().isEmpty()
                        ? "Everything that was compared is as the templates say."
                        : "Resources that differ from what the templates say: %d"
                                .formatted(drift.resources().size()));
        for (DriftedResource resource : drift.resources()) {
            lines.add("%s (%s) %s"
                    .formatted(resource.displayName(), resource.resourceType(), resource.physicalId())
                    .strip());
            if (resource.deleted()) {
                lines.add("  is gone; somebody deleted it.");
            }
            for (PropertyChange property : resource.properties()) {
                lines.add("  %s: %s in the template, %s in the account"
                        .formatted(property.path(), value(property.before()), value(property.after())));
            }
        }
        if (!drift.notChecked().isEmpty()) {
            lines.add("Not compared, because CloudFormation cannot: " + String.join(", ", drift.notChecked()));
        }
        return lines;
    }

    private static String value(@Nullable String value) {
        return value == null ? "nothing" : value;
    }

    /** A line for each resource that differs, and one for the whole. */
    static List<String> json(Drift drift) {
        List<String> lines = new ArrayList<>();
        for (DriftedResource resource : drift.resources()) {
            ObjectNode node = JSON.createObjectNode()
                    .put("logicalId", resource.logicalId())
                    .put("name", resource.displayName())
                    .put("type", resource.resourceType())
                    .put("physicalId", resource.physicalId())
                    .put("deleted", resource.deleted());
            ArrayNode properties = node.putArray("properties");
            resource.properties()
                    .forEach(property -> properties
                            .addObject()
                            .put("path", property.path())
                            .put("template", property.before())
                            .put("account", property.after()));
            lines.add(node.toString());
        }
        ObjectNode whole = JSON.createObjectNode()
                .put("at", drift.at().toString())
                .put("drifted", drift.resources().size());
        ArrayNode notChecked = whole.putArray("notChecked");
        drift.notChecked().forEach(notChecked::add);
        lines.add(whole.toString());
        return lines;
    }
}
