package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Setting;
import io.tapdeck.synth.SharedWorker;
import io.tapdeck.synth.Synthesizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResource;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Every form of {@code aurora-mysql} can be made, and edited into another as its settings promise. */
@ExtendWith(SharedWorker.class)
class AuroraEditTest {
    private static final String STACK = "tapdeck-aurora-mysql-dev";

    private final Synthesizer synthesizer;
    private final Cloud cloud = new Cloud();
    private final Draft secure = AuroraDefinitions.draft("secure");
    private final Draft portable = AuroraDefinitions.draft("portable");

    AuroraEditTest(Synthesizer synthesizer) {
        this.synthesizer = synthesizer;
    }

    @Test
    void portableBecomesSecureButForItsNetworkAndItsDataStay() {
        create(portable);
        List<String> data = physicalIds("AuroraCluster", "DatabaseBackupBucket", "AuroraEncryptionKey");
        Draft wanted = secure.withSetting("subnetCidrA", "10.30.10.0/24").withSetting("subnetCidrB", "10.30.20.0/24");

        assertThat(update(wanted).stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(physicalIds("AuroraCluster", "DatabaseBackupBucket", "AuroraEncryptionKey"))
                .isEqualTo(data)
                .isNotEmpty();
        assertThat(physicalIds("AuroraKeyAlias")).containsExactly("alias/tapdeck-aurora-mysql-dev");
    }

    @Test
    void rotationMovesThePasswordAndBack() {
        Stack own = create(secure);
        List<String> data = physicalIds("AuroraCluster");

        Stack rotated = update(secure.withSetting("passwordRotation", "true"));
        assertThat(secret(own)).contains(":secret:aurora-db-secret-dev");
        assertThat(rotated.stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(secret(rotated)).contains(":secret:rds!cluster-");
        assertThat(physicalIds("AuroraCluster")).isEqualTo(data);

        assertThat(secret(update(secure))).contains(":secret:aurora-db-secret-dev");
    }

    @Test
    void theFormOfTheEndpointsAloneCanBeEdited() {
        Stack before = create(secure);
        Stack after = update(secure.withSetting("endpointOutputs", "hostname"));

        assertThat(after.stackStatus()).isEqualTo(StackStatus.UPDATE_COMPLETE);
        assertThat(output(after, "ClusterEndpoint") + ":3306").isEqualTo(output(before, "ClusterEndpoint"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void isMadeAtBothEndsOfEveryRange(boolean highest) {
        Draft end = secure.withSetting("bucketLifecycle", highest ? "tiered" : "expire");
        for (Setting setting : new AuroraMySql().settings()) {
            if (setting instanceof Setting.Quantity quantity) {
                end = end.withSetting(
                        quantity.key(), (highest ? quantity.maximum() : quantity.minimum()).toPlainString());
            }
        }
        end = highest
                ? end.withSetting("vpcCidr", "10.0.0.0/16")
                        .withSetting("subnetCidrA", "10.0.0.0/17")
                        .withSetting("subnetCidrB", "10.0.128.0/17")
                : end.withSetting("vpcCidr", "10.0.0.0/27")
                        .withSetting("subnetCidrA", "10.0.0.0/28")
                        .withSetting("subnetCidrB", "10.0.0.16/28");

        assertThat(create(end).stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
    }

    private Stack create(Draft draft) {
        return cloud.deploy(STACK, ChangeSetType.CREATE, template(draft));
    }

    private Stack update(Draft draft) {
        return cloud.deploy(STACK, ChangeSetType.UPDATE, template(draft));
    }

    private String template(Draft draft) {
        return SharedWorker.synthesize(synthesizer, AuroraDefinitions.valid(draft))
                .stacks()
                .getFirst()
                .body();
    }

    private List<String> physicalIds(String... logicalIds) {
        return cloud.client.describeStackResources(request -> request.stackName(STACK)).stackResources().stream()
                .filter(resource -> List.of(logicalIds).stream()
                        .anyMatch(id -> resource.logicalResourceId().startsWith(id + "dev")))
                .filter(resource -> !resource.resourceType().startsWith("Custom::"))
                .map(StackResource::physicalResourceId)
                .sorted()
                .toList();
    }

    private static String secret(Stack stack) {
        return output(stack, "SecretArn");
    }

    private static String output(Stack stack, String key) {
        return stack.outputs().stream()
                .filter(output -> output.outputKey().equals(key))
                .findFirst()
                .orElseThrow()
                .outputValue();
    }
}
