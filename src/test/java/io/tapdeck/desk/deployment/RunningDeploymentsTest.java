package io.tapdeck.desk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the desk follows, and what it says of what it does not know. */
@ExtendWith(Headless.class)
class RunningDeploymentsTest {
    private final TestDesk desk = new TestDesk();
    private final RunningDeployments all = Screen.call(() -> new RunningDeployments(desk.services(), desk.background));
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
}
