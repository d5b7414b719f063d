package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An account whose environment {@code dev} gets into the states that need an administrator. */
abstract class RecoveryFixture {
    static final String NO_UPDATE = "resource:Last/update=fail:No.";
    static final String NO_WAY_BACK = "resource:Second/rollback=fail:Stays new.";
    static final String NO_SECOND = "resource:Second=fail:No.";
    static final String BUSY = "resource:First/delete=fail:Busy.";
    static final String ELSEWHERE = "eu-west-1";

    @TempDir
    Path folder;

    Store store;
    Account account;
    final List<DeploymentEvent> told = new ArrayList<>();

    @BeforeEach
    final void open() {
        store = Stores.open(folder, InstantSource.system()).store();
        account = new Account(store);
    }

    @AfterEach
    final void close() {
        store.close();
    }

    final Outcome recover(Recovery recovery) {
        return account.deployments.recover(Account.DEV, recovery, told::add);
    }

    final StackSituation own() {
        return account.deployments.situation(Account.DEV).stacks().getFirst();
    }

    final List<JournalEntry> lines(Kind kind) {
        return store.journal().entries().stream()
                .filter(line -> line.kind() == kind)
                .toList();
    }

    /** Executes a change without anybody following it. */
    final void begin(String template, boolean pausing) {
        Review review = account.deployments.review(account.plan(template));
        account.simulated.executeChangeSet(
                request -> request.changeSetName(review.changeSetId()).disableRollback(pausing ? true : null));
    }

    /** An update that fails, and whose way back fails as well. */
    final void getStuck() {
        account.deploy(Templates.parameters("old"));
        account.script(NO_UPDATE, NO_WAY_BACK);
        account.deploy(Templates.parameters("new"));
        assertThat(account.stackStatus()).isEqualTo("UPDATE_ROLLBACK_FAILED");
    }

    /** An update that stops where it fails. */
    final void pauseUpdate() {
        account.deploy(Templates.parameters("old"));
        account.script(NO_UPDATE);
        begin(Templates.parameters("new"), true);
        account.pass(Duration.ofHours(1));
        assertThat(account.stackStatus()).isEqualTo("UPDATE_FAILED");
    }

    /** A creation that stops where it fails. */
    final void pauseCreation() {
        account.script(NO_SECOND);
        begin(Templates.parameters("new"), true);
        account.pass(Duration.ofHours(1));
        assertThat(account.stackStatus()).isEqualTo("CREATE_FAILED");
    }

    /** A deletion that stops at a resource. */
    final void failDeletion() {
        account.deploy(Templates.parameters("new"));
        account.script(BUSY);
        account.deployments.destroy(Account.DEV, told::add);
        assertThat(account.stackStatus()).isEqualTo("DELETE_FAILED");
    }

    final void deployWithReplica() {
        account.deployments.execute(
                account.deployments.review(
                        account.plan(TargetSettings.NONE, Templates.withReplica(80), Templates.replica("first"))),
                told::add);
    }

    final int stacks(String region) {
        return account.place(region).simulated().describeStacks().stacks().size();
    }
}
