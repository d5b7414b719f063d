package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.backupsystem.BackupDefinitions;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.PhysicalResource;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.SharedWorker;
import io.tapdeck.synth.Synthesizer;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Backup systems, as the worker makes them, come up on the simulated CloudFormation. */
@ExtendWith(SharedWorker.class)
class BackupJourneyTest {
    private final Synthesizer synthesizer;

    @TempDir
    Path folder;

    private Store store;
    private Account account;

    BackupJourneyTest(Synthesizer synthesizer) {
        this.synthesizer = synthesizer;
    }

    @BeforeEach
    void open() {
        store = Stores.open(folder, InstantSource.system()).store();
        account = new Account(store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void plainComesUpWithAnAddressOfItsDashboard() {
        Outcome.Up up = up(BackupDefinitions.draft());

        assertThat(up.outputs().get("DashboardURL"))
                .isEqualTo("https://console.aws.amazon.com/cloudwatch/home?region=us-east-1"
                        + "#dashboards:name=BackupSystemMonitoring-dev-us-east-1");
        assertThat(up.outputs().get("BackupBucketName")).isEqualTo("backup-primary-dev-000000000000-us-east-1");
    }

    @Test
    void namedComesUpWithNamesThatAwsTakes() {
        up(BackupDefinitions.draft("named"));

        assertThat(physicalIds("AWS::DynamoDB::Table"))
                .allMatch(name -> name.matches(
                        "TapStackdev-(BackupMetadata|Deduplication)Table-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
        assertThat(physicalIds("AWS::SQS::Queue"))
                .anyMatch(url -> url.matches(".*/TapStackdev-BackupQueue-[0-9a-f-]{36}"));
    }

    @Test
    void replicasInAnotherRegionComeUpFirstAndTheirKeyReachesThePrimary() {
        Outcome.Up up = up(BackupDefinitions.draft().withSetting("replicaRegion", "eu-west-1"));

        assertThat(up.outputs().get("ReplicationBucketName")).isEqualTo("backup-replica-dev-000000000000-eu-west-1");
        assertThat(account.simulated
                        .describeStacks(request -> request.stackName("tapdeck-backup-system-dev"))
                        .stacks()
                        .getFirst()
                        .parameters())
                .singleElement()
                .satisfies(parameter -> {
                    assertThat(parameter.parameterKey()).isEqualTo("ReplicaKeyArn");
                    assertThat(parameter.parameterValue()).startsWith("arn:aws:kms:");
                });
    }

    private Outcome.Up up(Draft draft) {
        CloudAssembly assembly = SharedWorker.synthesize(synthesizer, BackupDefinitions.valid(draft));
        Outcome outcome = account.deployments.execute(
                account.deployments.review(account.deployments.plan(assembly)), account.events::add);
        assertThat(outcome).isInstanceOf(Outcome.Up.class);
        return (Outcome.Up) outcome;
    }

    private List<String> physicalIds(String type) {
        EnvironmentKey key =
                new EnvironmentKey(Account.DEV.account(), Account.DEV.region(), "backup-system", Account.DEV.suffix());
        return account.deployments.find(key).orElseThrow().resources().stream()
                .filter(resource -> resource.resourceType().equals(type))
                .map(PhysicalResource::physicalId)
                .toList();
    }
}
