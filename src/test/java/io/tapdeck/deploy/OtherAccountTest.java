package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.engine.CloudFormationDeployments;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.TargetSettings;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is meant for one account is never done to another, and AWS is asked nothing. */
final class OtherAccountTest extends AccountTest {
    private static final EnvironmentKey ELSEWHERE =
            new EnvironmentKey("111122223333", Account.DEV.region(), Account.DEV.blueprint(), Account.DEV.suffix());
    private static final DeploymentListener NOBODY = event -> {};

    private final AtomicLong calls = new AtomicLong();

    private Map<String, ThrowingCallable> attempts() {
        account.deploy(Templates.alarm(70));
        DeploymentPlan plan = account.plan(Templates.alarm(75));
        Review here = account.deployments.review(plan);
        Review review = new Review(here.operationId(), ELSEWHERE, here.stacks(), here.settingChanges(), here.losses());
        Drift drift = account.deployments.drift(Account.DEV);
        Drift driftElsewhere = new Drift(ELSEWHERE, drift.at(), drift.resources(), drift.notChecked());
        Interrupted interrupted = new Interrupted(here.operationId(), ELSEWHERE, Operation.UPDATE, account.instant());
        Deployments engine = new CloudFormationDeployments(
                new CountedConnection(account, calls), store, Blueprints.builtIn(), account::pass);
        calls.set(0);
        return Map.of(
                "review", () -> engine.review(plan.pinned(new AccountPin(ELSEWHERE.account()))),
                "discard", () -> engine.discard(review),
                "execute", () -> engine.execute(review, NOBODY),
                "destroy", () -> engine.destroy(ELSEWHERE, TargetSettings.NONE, NOBODY),
                "revert", () -> engine.revert(driftElsewhere),
                "resume", () -> engine.resume(interrupted, NOBODY),
                "recover", () -> engine.recover(ELSEWHERE, new Recovery.CancelUpdate(null), NOBODY),
                "definition", () -> engine.definition(ELSEWHERE),
                "attach", () -> engine.attach(ELSEWHERE, NOBODY),
                "previewDestroy", () -> engine.previewDestroy(ELSEWHERE));
    }

    @Test
    void everyOperationIsRefusedWithBothIdsBeforeAnyCall() {
        Map<String, ThrowingCallable> attempts = attempts();
        int lines = store.journal().entries().size();

        assertThat(attempts)
                .allSatisfy((name, attempt) -> assertThatThrownBy(attempt)
                        .as(name)
                        .isInstanceOf(OtherAccountException.class)
                        .hasMessage("dev is for account 111122223333; the session sandbox is in account 000000000000.")
                        .extracting(refused -> ((OtherAccountException) refused).remedy())
                        .isEqualTo("Use a session of account 111122223333."));

        assertThat(calls).hasValue(0);
        assertThat(store.journal().entries()).hasSize(lines);
    }

    @Test
    void whatIsPinnedToTheSessionsAccountOrToNoneGoesOn() {
        DeploymentPlan plan = account.plan(Templates.alarm(70));

        Set<EnvironmentKey> reviewed = Stream.of(AccountPin.of(account.session()), new AccountPin(null))
                .map(pin -> account.deployments.review(plan.pinned(pin)).environment())
                .collect(Collectors.toSet());

        assertThat(reviewed).containsExactly(Account.DEV);
    }
}
