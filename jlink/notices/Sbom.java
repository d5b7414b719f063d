import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes a bill of materials in CycloneDX 1.6 (ECMA-424), without a JSON library: nothing that is about to be checked may
 * take part in the check. It has no time in it: the same jars give the same bill.
 */
final class Sbom {
    private static final String BILL = """
            {
              "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
              "bomFormat": "CycloneDX",
              "specVersion": "1.6",
              "serialNumber": "urn:uuid:%s",
              "version": 1,
              "metadata": {
                "component": {
                  "type": "application",
                  "bom-ref": "tapdeck",
                  "group": "io.tapdeck",
                  "name": "tapdeck",
                  "version": "%s",
                  "licenses": [{"expression": "Apache-2.0"}]
                }
              },
              "components": [
            %s
              ],
              "dependencies": [
                {"ref": "tapdeck", "dependsOn": [
                  %s
                ]}
              ]
            }
            """;

    private static final String COMPONENT = """
                {
                  "type": "%s",
                  "bom-ref": "%s",
                  "group": "%s",
                  "name": "%s",
                  "version": "%s",
                  "hashes": [%s],
                  "licenses": [{"expression": "%s"}],
                  "purl": "%s"
                }""";

    private final String bill;

    Sbom(List<Component> components, String version) {
        String identity =
                version + components.stream().map(c -> c.title() + c.sha256()).toList();
        bill = BILL.formatted(
                UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)),
                escaped(version),
                components.stream().map(Sbom::component).collect(Collectors.joining(",\n")),
                components.stream()
                        .map(component -> "\"" + escaped(reference(component)) + "\"")
                        .collect(Collectors.joining(",\n      ")));
    }

    private static String component(Component component) {
        String hash = component.sha256().isEmpty()
                ? ""
                : "{\"alg\": \"SHA-256\", \"content\": \"%s\"}".formatted(component.sha256());
        String reference = escaped(reference(component));
        return COMPONENT.formatted(
                component.type(),
                reference,
                escaped(component.group()),
                escaped(component.name()),
                escaped(component.version()),
                hash,
                escaped(component.licence()),
                reference);
    }

    /** A package URL (ECMA-427). */
    private static String reference(Component component) {
        if (component.group().isEmpty()) {
            return "pkg:generic/%s@%s"
                    .formatted(
                            component.name().toLowerCase(Locale.ROOT).replace(' ', '-'),
                            component.version().replace("+", "%2B"));
        }
        return "pkg:maven/%s/%s@%s%s"
                .formatted(
                        component.group(),
                        component.name(),
                        component.version(),
                        component.classifier().isEmpty() ? "" : "?classifier=" + component.classifier());
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    void write(Path file) throws IOException {
        Files.writeString(file, bill);
    }
}
