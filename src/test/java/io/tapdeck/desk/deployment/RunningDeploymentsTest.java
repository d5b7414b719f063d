package io.tapdeck.desk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.AwsException;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.store.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the desk follows, and what it says of what it does not know. */
@ExtendWith(Headless.class)
class RunningDeploymentsTest {
    private final TestDesk desk = new TestDesk();
    private final RunningDeployments all =
            Screen.call(() -> new RunningDeployments(new OpenSessions(desk.services()), desk.background));
    private final EnvironmentKey dev =
            desk.environment("dev", "UPDATE_IN_PROGRESS", Duration.ofMinutes(1)).key();

    private DeploymentModel opened() {
        DeploymentModel model = Screen.call(() -> all.open(dev));
        desk.background.settle();
        return model;
    }

    @Test
    void aDeploymentThatEndedIsLookedAtAgainForWhatWasBegunElsewhereSince() {
        Outcome up = new Outcome.Up(dev.stackName(), Map.of());
        desk.deployments.play(
                List.of(new Started(desk.clock.instant(), Operation.CREATE, dev.stackName(), "id", List.of())), up);
        DeploymentModel first = opened();
        assertThat(first.state().operation()).isEqualTo(Operation.CREATE);
        assertThat(first.state().outcome()).isEqualTo(up);
        desk.deployments.play(
                List.of(new Started(desk.clock.instant(), Operation.UPDATE, dev.stackName(), "id", List.of())),
                new Outcome.Gone(dev.stackName()));
        DeploymentModel again = opened();
        assertThat(again.state().operation()).isEqualTo(Operation.UPDATE);
        assertThat(again.state().outcome()).isEqualTo(new Outcome.Gone(dev.stackName()));
    }

    @Test
    void aDeploymentThatEndedStandsAsItEndedWhileAwsDoesNotAnswer() {
        Outcome up = new Outcome.Up(dev.stackName(), Map.of());
        desk.deployments.play(List.of(new Ended(desk.clock.instant(), up)), up);
        opened();
        desk.deployments.fail(new DeployException("AWS does not answer.", "Check the network."));
        assertThat(DeploymentWords.title(opened())).isEqualTo("dev is up");
    }

    @Test
    void anAnswerThatStaysAwaySaysNothingOfWhatOthersBegan() {
        desk.deployments.fail(new DeployException("AWS does not answer.", "Check the network."));
        assertThat(DeploymentWords.title(opened())).isEqualTo("How dev stands is not known");
    }

    @Test
    void whatWasBegunElsewhereAndIsLostIsNotCalledRunningAndIsFoundAgain() {
        Outcome up = new Outcome.Up(dev.stackName(), Map.of());
        desk.deployments.play(List.of(new Ended(desk.clock.instant(), up)), up);
        opened();
        Started update = new Started(desk.clock.instant(), Operation.UPDATE, dev.stackName(), "id", List.of());
        desk.deployments.playUntil(
                List.of(update), new AwsException("AWS does not allow it.", "Ask for it.", AwsException.Kind.DENIED));
        DeploymentModel lost = opened();
        assertThat(lost.running()).isFalse();
        assertThat(lost.refusal()).isEqualTo("AWS does not allow it. Ask for it.");
        assertThat(DeploymentWords.title(lost)).isEqualTo("How dev stands is not known");
        desk.deployments.play(List.of(update), up);
        assertThat(DeploymentWords.title(opened())).isEqualTo("dev is up");
    }

    @Test
    void anExpiredSessionAsksToSignIn() {
        desk.deployments.fail(new AwsException(
                "The session has expired.", "Sign in again, and repeat.", AwsException.Kind.NEEDS_SIGN_IN));
        assertThat(opened().refusal()).isEqualTo("The session has expired. Sign in again, and repeat.");
    }

    @Test
    void aFullDiskIsNotToldAsASilentAws() {
        desk.deployments.fail(
                new StoreException("The local database cannot be used. Free some disk space.", new IOException()));
        assertThat(opened().refusal()).isEqualTo("The local database cannot be used. Free some disk space.");
    }

    @Test
    void whatNobodyForesawIsNotToldAsASilentAws() {
        desk.deployments.fail(new IllegalStateException("a gap"));
        assertThat(opened().refusal())
                .isEqualTo("Tapdeck cannot go on with it. Look how it stands, then try it again.");
    }
}
