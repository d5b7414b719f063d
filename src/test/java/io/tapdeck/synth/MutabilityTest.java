package io.tapdeck.synth;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Mutability;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.Validation;
import io.tapdeck.sandbox.cloudformation.types.ResourceCatalog;
import io.tapdeck.sandbox.cloudformation.types.ResourceType.Recreation;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a setting says of its change is what CloudFormation would do: which properties differ between the templates before
 * and after, and which of them AWS's schemas call create-only.
 */
@ExtendWith(SharedWorker.class)
class MutabilityTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Types whose replacement loses what is in them. */
    private static final Set<String> HOLD_DATA = Set.of(
            "AWS::RDS::DBCluster", "AWS::S3::Bucket", "AWS::KMS::Key", "AWS::DynamoDB::Table", "AWS::SQS::Queue");

    /** Another valid value of each setting that is neither a toggle nor a choice. */
    private static final Map<String, String> OTHER = Map.ofEntries(
            entry("minCapacity", "1"),
            entry("maxCapacity", "16"),
            entry("backupRetentionDays", "35"),
            entry("databaseName", "billing"),
            entry("restoreFrom", "dev-before-the-move"),
            entry("vpcCidr", "10.31.0.0/16"),
            entry("subnetCidrA", "10.30.8.0/24"),
            entry("subnetCidrB", "10.30.9.0/24"),
            entry("subnetName", "Data"),
            entry("exportExpiryDays", "400"),
            entry("retentionDays", "60"),
            entry("noncurrentDays", "60"),
            entry("replicaRegion", "eu-west-1"),
            entry("visibilityTimeout", "60"),
            entry("queueRetentionDays", "7"),
            entry("maxReceiveCount", "5"));

    private final Synthesizer synthesizer;
    private final ResourceCatalog types = new ResourceCatalog();

    MutabilityTest(Synthesizer synthesizer) {
        this.synthesizer = synthesizer;
    }

    static Stream<Arguments> settings() {
        return Blueprints.builtIn().all().stream()
                .flatMap(blueprint -> blueprint.settings().stream()
                        .map(setting ->
                                Arguments.of(Named.of(blueprint.id(), blueprint), Named.of(setting.key(), setting))));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isWhatTheTemplatesSay(Blueprint blueprint, Setting setting) {
        Draft draft = Draft.of(blueprint, blueprint.presets().getFirst()).withSuffix("dev");
        JsonNode before = resources(blueprint, draft);
        JsonNode after = resources(
                blueprint,
                draft.withSetting(
                        setting.key(), another(setting, draft.settings().get(setting.key()))));
        Set<String> replaced = new TreeSet<>();
        Set<String> gone = new TreeSet<>();
        before.properties().forEach(entry -> {
            String type = entry.getValue().path("Type").asText();
            JsonNode changed = after.path(entry.getKey());
            if (changed.isMissingNode()) {
                gone.add(type);
            } else if (recreated(type, entry.getValue(), changed)) {
                replaced.add(type);
            }
        });

        if (setting.mutability() != Mutability.FIXED) {
            assertThat(gone).doesNotContainAnyElementsOf(HOLD_DATA);
        }
        switch (setting.mutability()) {
            case IN_PLACE -> assertThat(replaced).isEmpty();
            case REPLACES -> assertThat(replaced).isNotEmpty().doesNotContainAnyElementsOf(HOLD_DATA);
            case REPLACES_LOSING_DATA -> assertThat(replaced).containsAnyElementsOf(HOLD_DATA);
            case FIXED -> {
                replaced.addAll(gone);
                assertThat(replaced)
                        .containsAnyOf("AWS::EC2::VPC", "AWS::EC2::Subnet", "AWS::S3::Bucket", "AWS::RDS::DBCluster");
            }
        }
    }

    private boolean recreated(String type, JsonNode before, JsonNode after) {
        JsonNode old = before.path("Properties");
        JsonNode now = after.path("Properties");
        Set<String> names = new TreeSet<>();
        old.fieldNames().forEachRemaining(names::add);
        now.fieldNames().forEachRemaining(names::add);
        return names.stream()
                .filter(name -> !old.path(name).equals(now.path(name)))
                .anyMatch(name -> types.find(type).orElseThrow().recreation(name) == Recreation.ALWAYS);
    }

    private static String another(Setting setting, @Nullable String present) {
        return switch (setting) {
            case Setting.Toggle _ -> Boolean.toString(!Boolean.parseBoolean(present));
            case Setting.Choice choice ->
                choice.options().stream()
                        .map(Setting.Choice.Option::value)
                        .filter(value -> !value.equals(present))
                        .findFirst()
                        .orElseThrow();
            default -> {
                String other = OTHER.get(setting.key());
                assertThat(other).as("another value of %s", setting.key()).isNotNull();
                yield String.valueOf(other);
            }
        };
    }

    /** Of the environment's own stack, which comes last. */
    private JsonNode resources(Blueprint blueprint, Draft any) {
        EnvironmentDefinition definition = ((Validation.Valid) Validation.of(blueprint, any)).definition();
        CloudAssembly assembly = SharedWorker.synthesize(synthesizer, definition);
        try {
            return JSON.readTree(assembly.stacks().getLast().body()).path("Resources");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
