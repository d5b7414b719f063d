package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Capability;

/** A protected environment is destroyed, and made again from the snapshot that is left of it. */
class RestoreJourneyTest extends CommandTest {
    private static final String STACK = "tapdeck-aurora-mysql-prod";

    /** As in the AWS console, where the template's policies stay: Tapdeck would make the environment disposable. */
    private void takeProtectionOffByHand() {
        TargetOptions target = new TargetOptions();
        target.sandbox = true;
        CloudFormationClient client = engines.open(target).connection().cloudFormation();
        String template =
                client.getTemplate(request -> request.stackName(STACK)).templateBody();
        client.updateStack(request -> request.stackName(STACK)
                .templateBody(
                        template.replaceAll("\"DeletionProtection\"\\s*:\\s*true", "\"DeletionProtection\":false"))
                .capabilities(Capability.CAPABILITY_NAMED_IAM));
        engines.clock.advance(Duration.ofHours(1));
        client.updateTerminationProtection(request -> request.stackName(STACK).enableTerminationProtection(false));
    }

    @Test
    void fromDestructionToTheDatabaseThatIsUpAgain() throws IOException {
        assertThat(run("deploy", "--suffix", "prod", "--sandbox", "--yes"))
                .as(err())
                .isZero();
        takeProtectionOffByHand();
        assertThat(run("destroy", "--suffix", "prod", "--sandbox", "--yes"))
                .as(err())
                .isZero();

        assertThat(run("list", "--sandbox", "--json")).isZero();
        JsonNode left = JsonMapper.builder().build().readTree(out());
        assertThat(left.path("leftover").asText()).isEqualTo("SNAPSHOT");
        String command = left.path("command").asText();
        assertThat(command)
                .startsWith("tapdeck deploy --blueprint aurora-mysql --suffix prod --set restoreFrom=" + STACK);

        assertThat(run((command.substring("tapdeck ".length()) + " --yes").split(" ", -1)))
                .as(err())
                .isZero();
        assertThat(out()).contains(STACK + " is up.");
        assertThat(run("list", "--sandbox", "--json")).isZero();
        assertThat(JsonMapper.builder().build().readTree(out()).path("status").asText())
                .isEqualTo("CREATE_COMPLETE");
    }

    @Test
    void aSnapshotThatIsNotThereIsTheCause() {
        assertThat(run("deploy", "--suffix", "dev", "--set", "restoreFrom=nowhere", "--sandbox", "--yes"))
                .isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("Cause: AuroraCluster", "DBClusterSnapshot not found: nowhere");
    }
}
