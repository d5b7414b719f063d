package io.tapdeck.synth.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.stack.RuleReason;
import io.tapdeck.synth.RuleFinding;
import io.tapdeck.synth.StackTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A cloud assembly as CDK leaves it in a folder: {@code manifest.json} and a template for each stack. Read here and not
 * through CDK's own classes, which would ask Node for every property.
 */
record AssemblyFolder(Path folder) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String UNKNOWN_REGION = "unknown-region";

    /** What stands in the names of the bootstrap buckets and repositories of CDK's default synthesizer. */
    private static final String BOOTSTRAP_QUALIFIER = "cdk-hnb659fds-";

    /**
     * The stacks that have resources, each after those it depends on.
     *
     * @throws BadAssembly if one of them cannot be deployed without a bootstrap bucket
     */
    List<StackTemplate> stacks() throws IOException {
        Map<String, JsonNode> artifacts = artifacts();
        Map<String, StackTemplate> ordered = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> artifact : artifacts.entrySet()) {
            add(artifact.getKey(), artifact.getValue(), artifacts, ordered);
        }
        return ordered.values().stream()
                .filter(stack -> stack.resourceCount() > 0)
                .toList();
    }

    /** The stacks of the manifest, in its order, by the ids that it gives them. */
    private Map<String, JsonNode> artifacts() throws IOException {
        Map<String, JsonNode> artifacts = new LinkedHashMap<>();
        JSON.readTree(folder.resolve("manifest.json").toFile())
                .path("artifacts")
                .properties()
                .forEach(entry -> {
                    if (entry.getValue().path("type").asText().equals("aws:cloudformation:stack")) {
                        artifacts.put(entry.getKey(), entry.getValue());
                    }
                });
        return artifacts;
    }

    /** What cdk-nag says of every resource, if the rules were checked; what has no reason first. */
    List<RuleFinding> ruleFindings(List<RuleReason> reasons) throws IOException {
        List<RuleFinding> findings = new ArrayList<>();
        for (JsonNode artifact : artifacts().values()) {
            String metadata = artifact.path("additionalMetadataFile").asText();
            if (!metadata.isEmpty()) {
                findings.addAll(RuleAnnotations.read(
                        JSON.readTree(folder.resolve(metadata).toFile()), reasons));
            }
        }
        findings.sort(Comparator.comparing(finding -> finding.suppressedBecause() != null));
        return findings;
    }

    private void add(String id, JsonNode artifact, Map<String, JsonNode> artifacts, Map<String, StackTemplate> ordered)
            throws IOException {
        List<String> dependsOn = new ArrayList<>();
        for (JsonNode dependency : artifact.path("dependencies")) {
            String otherId = dependency.asText();
            JsonNode other = artifacts.get(otherId);
            if (other != null) {
                add(otherId, other, artifacts, ordered);
                StackTemplate first = ordered.get(otherId);
                if (first != null && first.resourceCount() > 0) {
                    dependsOn.add(first.stackName());
                }
            }
        }
        if (!ordered.containsKey(id)) {
            ordered.put(id, stack(id, artifact, dependsOn));
        }
    }

    private StackTemplate stack(String id, JsonNode artifact, List<String> dependsOn) throws IOException {
        JsonNode properties = artifact.path("properties");
        String name = properties.path("stackName").asText(id);
        JsonNode template = JSON.readTree(
                folder.resolve(properties.path("templateFile").asText()).toFile());
        Map<String, String> tags = new TreeMap<>();
        properties
                .path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        StackTemplate stack = new StackTemplate(
                name,
                template.toString(),
                template.path("Resources").size(),
                dependsOn,
                tags,
                properties.path("terminationProtection").asBoolean(false),
                region(artifact.path("environment").asText()),
                parameters(template));
        if (stack.resourceCount() > 0) {
            check(stack);
        }
        return stack;
    }

    /** The region of {@code aws://account/region}; null where CDK says that it is not known. */
    private static @Nullable String region(String environment) {
        String region = environment.substring(environment.lastIndexOf('/') + 1);
        return region.isEmpty() || region.equals(UNKNOWN_REGION) ? null : region;
    }

    private static Map<String, StackTemplate.Output> parameters(JsonNode template) {
        Map<String, StackTemplate.Output> parameters = new TreeMap<>();
        template.at("/Metadata/TapdeckParameters")
                .properties()
                .forEach(parameter -> parameters.put(
                        parameter.getKey(),
                        new StackTemplate.Output(
                                parameter.getValue().path("stack").asText(),
                                parameter.getValue().path("output").asText())));
        return parameters;
    }

    private static void check(StackTemplate stack) {
        if (stack.body().contains(BOOTSTRAP_QUALIFIER)) {
            throw new BadAssembly("The template of %s needs a file in a CDK bootstrap bucket; Tapdeck uploads none."
                    .formatted(stack.stackName()));
        }
        if (stack.bytes() > StackTemplate.BODY_LIMIT) {
            throw new BadAssembly("The template of %s has %,d bytes; CloudFormation takes %,d."
                    .formatted(stack.stackName(), stack.bytes(), StackTemplate.BODY_LIMIT));
        }
    }

    /** Removes a folder and everything in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
