package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.engine.CloudFormationDeployments;
import io.tapdeck.environment.TargetSettings;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A session that only reads changes nothing, whatever is asked of the engine. */
final class ReadOnlyTest extends AccountTest {
    private static final DeploymentListener NOBODY = event -> {};
    private static final Set<String> READS = Set.of(
            "plan",
            "definition",
            "seed",
            "permissionsBoundary",
            "settings",
            "attach",
            "previewDestroy",
            "list",
            "find",
            "situation",
            "drift",
            "leftovers",
            "searched",
            "interrupted");

    private final AtomicLong calls = new AtomicLong();

    /**
     * An environment that runs, with a review of a change that waits, and an engine that from then on only reads.
     *
     * @param changes what changes something, by its name
     */
    private record Situated(Deployments engine, Review review, Map<String, Runnable> changes) {}

    private Situated situated() {
        account.deploy(Templates.alarm(70));
        Drift drift = account.deployments.drift(Account.DEV);
        DeploymentPlan plan = account.plan(Templates.alarm(75));
        Review review = account.deployments.review(plan);
        Interrupted interrupted =
                new Interrupted(review.operationId(), Account.DEV, Operation.UPDATE, account.instant());
        account.onlyReads();
        Deployments engine = new CloudFormationDeployments(
                new CountedConnection(account, calls), store, Blueprints.builtIn(), account::pass);
        calls.set(0);
        return new Situated(
                engine,
                review,
                Map.of(
                        "review", () -> engine.review(plan),
                        "discard", () -> engine.discard(review),
                        "execute", () -> engine.execute(review, NOBODY),
                        "destroy", () -> engine.destroy(Account.DEV, TargetSettings.NONE, NOBODY),
                        "revert", () -> engine.revert(drift),
                        "resume", () -> engine.resume(interrupted, NOBODY),
                        "recover", () -> engine.recover(Account.DEV, new Recovery.CancelUpdate(null), NOBODY)));
    }

    @Test
    void refusesWhatChangesSomethingBeforeAnyCall() {
        Situated situated = situated();
        int lines = store.journal().entries().size();

        assertThat(situated.changes().entrySet())
                .allSatisfy(change -> assertThatThrownBy(() -> change.getValue().run())
                        .as(change.getKey())
                        .isInstanceOf(ReadOnlySessionException.class)
                        .hasMessage("The session sandbox only reads. Nothing is changed through it."));

        assertThat(calls).hasValue(0);
        assertThat(store.journal().entries()).hasSize(lines);
    }

    @Test
    void refusesEveryRecovery() {
        Situated situated = situated();
        List<Recovery> every = List.of(
                new Recovery.CancelUpdate(null),
                new Recovery.RollBack(null),
                new Recovery.ContinueRollback(null, Set.of()),
                new Recovery.Delete(null, Set.of("Bucket")),
                new Recovery.DeleteEmpty(null, situated.review().own().stackId()),
                new Recovery.DeleteRetaining(null, Set.of("Bucket")),
                new Recovery.ForceDelete(null));

        assertThat(every.stream().map(Recovery::getClass).collect(Collectors.toSet()))
                .isEqualTo(Set.of(Recovery.class.getPermittedSubclasses()));
        assertThat(every)
                .allSatisfy(recovery -> assertThatThrownBy(
                                () -> situated.engine().recover(Account.DEV, recovery, NOBODY))
                        .isInstanceOf(ReadOnlySessionException.class));
        assertThat(calls).hasValue(0);
    }

    /** Who adds an operation says here which of both it is. */
    @Test
    void everyOperationIsRefusedOrOnlyReads() {
        Set<String> operations =
                Stream.of(Deployments.class.getMethods()).map(Method::getName).collect(Collectors.toSet());

        assertThat(operations)
                .isEqualTo(Stream.concat(READS.stream(), situated().changes().keySet().stream())
                        .collect(Collectors.toSet()));
    }

    @Test
    void readsAsBefore() {
        Deployments engine = situated().engine();

        assertThat(engine.list()).hasSize(1);
        assertThat(engine.situation(Account.DEV).stacks()).hasSize(1);
        assertThat(engine.attach(Account.DEV, NOBODY)).isEmpty();
        assertThat(engine.drift(Account.DEV).environment()).isEqualTo(Account.DEV);
    }
}
