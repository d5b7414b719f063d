package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Setting;
import io.tapdeck.sandbox.cloudformation.types.ResourceCatalog;
import io.tapdeck.sandbox.cloudformation.types.ResourceType.Recreation;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a setting says of its change is what CloudFormation would do: which properties differ between the templates before
 * and after, and which of them AWS's schemas call create-only.
 */
@ExtendWith(SharedWorker.class)
class AuroraMutabilityTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Types whose replacement loses what is in them. */
    private static final Set<String> HOLD_DATA = Set.of("AWS::RDS::DBCluster", "AWS::S3::Bucket", "AWS::KMS::Key");

    /** Another valid value of each setting that is neither a toggle nor a choice. */
    private static final Map<String, String> OTHER = Map.of(
            "minCapacity", "1",
            "maxCapacity", "16",
            "backupRetentionDays", "35",
            "databaseName", "billing",
            "vpcCidr", "10.31.0.0/16",
            "subnetCidrA", "10.30.8.0/24",
            "subnetCidrB", "10.30.9.0/24",
            "subnetName", "Data",
            "exportExpiryDays", "400");

    private final Synthesizer synthesizer;
    private final ResourceCatalog types = new ResourceCatalog();
    private final Draft draft = AuroraDefinitions.draft();

    AuroraMutabilityTest(Synthesizer synthesizer) {
        this.synthesizer = synthesizer;
    }

    static Stream<Setting> settings() {
        return new AuroraMySql().settings().stream();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void isWhatTheTemplatesSay(Setting setting) {
        JsonNode before = resources(draft);
        JsonNode after = resources(draft.withSetting(setting.key(), another(setting)));
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

        assertThat(gone).doesNotContainAnyElementsOf(HOLD_DATA);
        switch (setting.mutability()) {
            case IN_PLACE -> assertThat(replaced).isEmpty();
            case REPLACES -> assertThat(replaced).isNotEmpty().doesNotContainAnyElementsOf(HOLD_DATA);
            case REPLACES_LOSING_DATA -> assertThat(replaced).containsAnyElementsOf(HOLD_DATA);
            case FIXED -> assertThat(replaced).containsAnyOf("AWS::EC2::VPC", "AWS::EC2::Subnet");
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

    private String another(Setting setting) {
        String present = draft.settings().get(setting.key());
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

    private JsonNode resources(Draft any) {
        CloudAssembly assembly = SharedWorker.synthesize(synthesizer, AuroraDefinitions.valid(any));
        try {
            return JSON.readTree(assembly.stacks().getFirst().body()).path("Resources");
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
