package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.Faults.Fault;
import io.tapdeck.deploy.Leftover.Kind;
import io.tapdeck.environment.Draft;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudformation.model.Capability;

/** A stack that was deployed from the original code, without Tapdeck, becomes an environment. */
class AdoptionTest {
    private static final String SEED = "TapStackdevInfrastructureStackdev0A1B2C3D";

    @TempDir
    Path folder;

    private Store store;
    private Account account;

    @BeforeEach
    void open() throws IOException {
        store = Stores.open(folder, InstantSource.system()).store();
        account = new Account(store);
        // Without what CDK adds to ask for a bootstrap stack: no such parameter is in a new account.
        ObjectNode golden = (ObjectNode) JsonMapper.builder()
                .build()
                .readTree(Path.of("src", "test", "resources", "golden", "aurora-secure-dev-agnostic.template.json")
                        .toFile());
        golden.remove(List.of("Parameters", "Rules"));
        account.simulated.createStack(request ->
                request.stackName(SEED).templateBody(golden.toString()).capabilities(Capability.CAPABILITY_NAMED_IAM));
        account.pass(Duration.ofHours(2));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static String template() throws IOException {
        return Files.readString(Path.of("src", "test", "resources", "templates", "aurora-mysql-dev.template.json"));
    }

    private Review review() throws IOException {
        return account.deployments.review(
                account.plan(AuroraDefinitions.dev(), template(), false).adopting(SEED));
    }

    @Test
    void itIsListedAsLeftWithTheDefinitionThatFitsIt() {
        assertThat(account.deployments.list()).isEmpty();
        assertThat(account.deployments.leftovers())
                .extracting(Leftover::environment, Leftover::kind, Leftover::name)
                .containsExactly(tuple(Account.DEV, Kind.SEED, SEED));
        assertThat(account.deployments.seed(SEED))
                .get()
                .extracting(Draft::blueprint, Draft::preset, Draft::suffix)
                .containsExactly("aurora-mysql", "secure", "dev");
        assertThat(account.deployments.seed("TapStackdevInfrastructureStackdev00000000"))
                .isEmpty();
    }

    @Test
    void theReviewIsAnUpdateThatTellsWhatItReplaces() throws IOException {
        Review review = review();

        assertThat(review.operation()).isEqualTo(Operation.UPDATE);
        assertThat(review.stackName()).isEqualTo(SEED);
        assertThat(review.dataLoss())
                .extracting(ResourceChange::resourceType)
                .as("the bucket has another name; a database that AWS may replace counts as lost")
                .containsExactly("AWS::RDS::DBCluster", "AWS::S3::Bucket");
        account.deployments.discard(review);
        assertThat(account.deployments.leftovers()).extracting(Leftover::kind).containsExactly(Kind.SEED);
    }

    @Test
    void onceTakenOverItKeepsItsNameAndIsFoundByItsTags() throws IOException {
        Outcome outcome = account.deployments.execute(review(), account.events::add);

        assertThat(outcome).isInstanceOf(Outcome.Up.class);
        assertThat(account.deployments.list())
                .extracting(DeployedEnvironment::key, DeployedEnvironment::stackName)
                .containsExactly(tuple(Account.DEV, SEED));
        assertThat(account.deployments.find(Account.DEV)).isPresent();
        assertThat(account.deployments.definition(Account.DEV)).isPresent();
        assertThat(account.deployments.leftovers()).isEmpty();
        assertThat(account.deployments.seed(SEED)).isEmpty();

        Review again = account.deployments.review(account.plan(AuroraDefinitions.dev(), template(), false));
        assertThat(again.stackName()).as("a usual deployment updates it").isEqualTo(SEED);
        assertThat(again.nothingChanges()).isTrue();

        assertThat(account.deployments.destroy(Account.DEV, account.events::add))
                .isInstanceOf(Outcome.Gone.class);
        assertThat(account.deployments.list()).isEmpty();
    }

    @Test
    void aStackOfAnotherEnvironmentIsNotTakenOver() {
        account.deploy(Templates.alarm(80));

        assertThatThrownBy(this::review)
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("tapdeck-aurora-mysql-dev is the stack of the environment dev already");
        assertThatThrownBy(() -> account.deployments.review(
                        account.plan(Templates.alarm(80)).adopting("nowhere")))
                .isInstanceOf(DeployException.class);
    }

    @Test
    void whoResumesTakesItForTheEnvironmentsOwn() throws IOException {
        Review review = review();

        Outcome up = resumedAfter("ExecuteChangeSet", () -> account.deployments.execute(review, account.events::add));
        assertThat(up).isInstanceOfSatisfying(Outcome.Up.class, found -> {
            assertThat(found.stackName()).isEqualTo(SEED);
            assertThat(found.outputs()).isNotEmpty();
        });

        Outcome gone = resumedAfter("DeleteStack", () -> account.deployments.destroy(Account.DEV, account.events::add));
        assertThat(gone)
                .isInstanceOfSatisfying(
                        Outcome.Gone.class,
                        found -> assertThat(found.stackName()).isEqualTo(SEED));
        assertThat(store.journal().entries().getLast().words()).startsWith("The environment is deleted");
        assertThat(account.events)
                .filteredOn(ResourceMoved.class::isInstance)
                .isNotEmpty()
                .allMatch(event -> ((ResourceMoved) event).part() == null);
    }

    /** What the next process finds after one that died before it heard the answer to a call. */
    private Outcome resumedAfter(String call, Runnable operation) {
        account.faults.kill(store.journal(), call, Fault.KILLED_AFTER);
        assertThatThrownBy(operation::run).isInstanceOf(Faults.Killed.class);
        account.faults.script(number -> Fault.NONE);
        account.pass(Duration.ofHours(2));
        Deployments next = account.deploymentsIn(Account.DEV.region(), store);
        return next.resume(next.interrupted().getFirst(), account.events::add);
    }
}
