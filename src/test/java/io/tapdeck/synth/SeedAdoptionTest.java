package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.SeedTemplate;
import io.tapdeck.environment.Validation;
import io.tapdeck.sandbox.cloudformation.types.ResourceCatalog;
import io.tapdeck.sandbox.cloudformation.types.ResourceType.Recreation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the update that takes a seed's stack over replaces or removes, of all that holds data. */
@ExtendWith(SharedWorker.class)
class SeedAdoptionTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Types whose replacement loses what is in them. */
    private static final Set<String> HOLD_DATA = Set.of(
            "AWS::RDS::DBCluster", "AWS::S3::Bucket", "AWS::KMS::Key", "AWS::DynamoDB::Table", "AWS::SQS::Queue");

    private final Synthesizer synthesizer;
    private final ResourceCatalog types = new ResourceCatalog();

    SeedAdoptionTest(Synthesizer synthesizer) {
        this.synthesizer = synthesizer;
    }

    /**
     * The buckets of both databases get a name with the region in it (defect 9). The portable database stands in a VPC and
     * under a key of other logical ids, which it cannot leave alive. The names of the named backup system cannot be made at
     * all in most regions (defect 1).
     */
    @ParameterizedTest
    @CsvSource({
        "aurora-secure, AWS::S3::Bucket",
        "aurora-portable, AWS::KMS::Key AWS::RDS::DBCluster AWS::S3::Bucket",
        "backup-plain, ''",
        "backup-named, AWS::DynamoDB::Table AWS::SQS::Queue"
    })
    void losesOnlyWhatCannotBeKept(String seed, String lost) throws IOException {
        String golden = golden(seed);
        JsonNode before = JSON.readTree(golden).path("Resources");
        CloudAssembly assembly = SharedWorker.synthesize(synthesizer, proposed(golden));
        JsonNode after = JSON.readTree(assembly.stacks().getLast().body()).path("Resources");

        Set<String> gone = new TreeSet<>();
        before.properties().forEach(entry -> {
            String type = entry.getValue().path("Type").asText();
            JsonNode now = after.path(entry.getKey());
            if (HOLD_DATA.contains(type) && (now.isMissingNode() || recreated(type, entry.getValue(), now))) {
                gone.add(type);
            }
        });
        assertThat(String.join(" ", gone)).isEqualTo(lost);
    }

    @Test
    void whatSomebodyChangedInTheSeedIsKept() throws IOException {
        String changed = golden("aurora-secure")
                .replace("\"MaxCapacity\": 2", "\"MaxCapacity\": 16")
                .replace("\"DatabaseName\": \"saasdb\"", "\"DatabaseName\": \"billing\"")
                .replace("10.30.", "10.44.")
                .replace("\"Threshold\": 40", "\"Threshold\": 400");

        EnvironmentDefinition proposed = proposed(changed);

        assertThat(proposed.settings())
                .containsEntry("maxCapacity", "16")
                .containsEntry("databaseName", "billing")
                .containsEntry("vpcCidr", "10.44.0.0/16")
                .containsEntry("subnetCidrB", "10.44.1.0/24")
                .containsEntry("generalLog", "true");
        assertThat(proposed.alarm("connections").orElseThrow().thresholdText()).isEqualTo("400");
        assertThat(proposed.suffix().value()).isEqualTo("dev");
    }

    @Test
    void anyOtherTemplateIsNoSeed() {
        SeedTemplate other = SeedTemplate.read("""
                {"Resources": {"AuroraCluster": {"Type": "AWS::RDS::DBCluster", "Properties": {}}}}""").orElseThrow();

        assertThat(Blueprints.builtIn().all())
                .allSatisfy(blueprint -> assertThat(blueprint.recognize(other)).isEmpty());
        assertThat(SeedTemplate.read("Resources: {}")).isEmpty();
    }

    private static String golden(String seed) throws IOException {
        return Files.readString(Path.of("src", "test", "resources", "golden", seed + "-dev-agnostic.template.json"));
    }

    private static EnvironmentDefinition proposed(String template) {
        SeedTemplate seed = SeedTemplate.read(template).orElseThrow();
        for (Blueprint blueprint : Blueprints.builtIn().all()) {
            for (Draft draft : blueprint.recognize(seed).stream().toList()) {
                Validation validation = Validation.of(blueprint, draft);
                assertThat(validation.all()).isEmpty();
                return ((Validation.Valid) validation).definition();
            }
        }
        throw new AssertionError("not recognized");
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
}
