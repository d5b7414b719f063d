package io.tapdeck.desk.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.Silence;
import io.tapdeck.desk.deployment.ResourceProgress.Phase;
import io.tapdeck.desk.kit.TestDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a deployment's events make of its state, without a toolkit. */
class DeploymentModelTest {
    private final TestDesk desk = new TestDesk();
    private final Sample sample = new Sample(desk);
    private final DeploymentModel model = sample.model("qa7");

    private void play(List<DeploymentEvent> events) {
        events.forEach(model::on);
    }

    @Test
    void countsAddUpToTheDenominator() {
        play(sample.underWay());
        DeploymentState state = model.state();
        assertThat(DeploymentWords.count(state)).isEqualTo("16 of 24 resources");
        assertThat(DeploymentWords.rest(state)).isEqualTo("1 in progress, 7 waiting");
        assertThat(DeploymentWords.title(model)).isEqualTo("Creating qa7");
    }

    @Test
    void whileOnlyAlarmsAreWatchedThatIsSaid() {
        Instant now = desk.clock.instant();
        model.on(sample.started(now));
        model.on(new DeploymentEvent.WatchingAlarms(now, now.plusSeconds(600), List.of("cpu"), null));

        assertThat(DeploymentWords.watching(model.watchedUntil().orElseThrow(), now))
                .isEqualTo("watching alarms, 10 min left");
        assertThat(model.state().log().getFirst().name()).isEqualTo("cpu");

        model.on(sample.stack(now.plusSeconds(600), "UPDATE_COMPLETE"));
        assertThat(model.watchedUntil()).isEmpty();
    }

    @Test
    void theForecastIsARange() {
        play(sample.underWay());
        assertThat(DeploymentWords.left(model.forecast().orElseThrow())).isEqualTo("10 to 17 min");
    }

    @Test
    void theLogHasEachEventOnceAndTheNewestFirst() {
        play(sample.underWay());
        List<Instant> times = model.state().log().stream().map(LogLine::at).toList();
        assertThat(times).hasSize(35);
        assertThat(times.getFirst()).isAfter(times.getLast());
    }

    @Test
    void whatRunsLongestIsChosenUntilTheReaderChooses() {
        play(sample.underWay());
        assertThat(model.selectedId()).isEqualTo("AuroraCluster");
        model.selectBy(1);
        assertThat(model.selectedId()).isEqualTo("SecretAttachment");
        model.on(sample.moved(desk.clock.instant(), "AuroraCluster", "CREATE_COMPLETE", null));
        assertThat(model.selectedId()).isEqualTo("SecretAttachment");
    }

    @Test
    void aLargeGroupFoldsWhenItIsDoneAndOpensOnRequest() {
        play(sample.underWay());
        TimelineRow.Group network = (TimelineRow.Group) model.rows().getFirst();
        assertThat(network.open()).isFalse();
        model.select(network.id());
        model.foldSelected(false);
        assertThat(((TimelineRow.Group) model.rows().getFirst()).open()).isTrue();
    }

    @Test
    void whatDidNotHaveToMoveIsDoneWithItsStack() {
        play(sample.underWay());
        assertThat(model.state().count(Phase.WAITING)).isPositive();

        model.on(new DeploymentEvent.StackMoved(desk.clock.instant(), "end", "stack", "CREATE_COMPLETE", null));

        assertThat(model.state().count(Phase.WAITING)).isZero();
    }

    @Test
    void groupsStandInTheBlueprintsOrder() {
        play(sample.underWay());
        assertThat(model.rows().stream()
                        .filter(TimelineRow.Group.class::isInstance)
                        .map(row -> ((TimelineRow.Group) row).group().id()))
                .containsExactly("network", "encryption", "database", "backup", "alarms");
    }

    @Test
    void silenceIsToldWithItsBeginningAndEndsWithAnAnswer() {
        play(sample.underWay());
        Instant lost = desk.clock.instant();
        model.on(new DeploymentEvent.NotHeard(lost, Silence.LOST, "refused"));
        model.on(new DeploymentEvent.NotHeard(lost.plusSeconds(10), Silence.LOST, "refused"));
        assertThat(DeploymentWords.status(model, ZoneOffset.UTC))
                .isEqualTo("No answer since 14:42:00. CloudFormation carries on; Tapdeck asks again.");
        model.on(new DeploymentEvent.Heard(lost.plusSeconds(20)));
        assertThat(model.state().silentSince()).isNull();
    }

    @Test
    void aFailureTellsWhatFailedWhatWasCancelledAndWhatWasRemoved() {
        play(sample.failed());
        DeploymentState state = model.state();
        assertThat(state.resource("Secret").orElseThrow().phase()).isEqualTo(Phase.FAILED);
        assertThat(state.resource("AuroraSecurityGroup").orElseThrow().phase()).isEqualTo(Phase.CANCELLED);
        assertThat(state.resource("AuroraVpc").orElseThrow().phase()).isEqualTo(Phase.UNDONE);
        assertThat(state.resource("AuroraCluster").orElseThrow().phase()).isEqualTo(Phase.NOT_STARTED);
        assertThat(model.running()).isFalse();
        assertThat(model.elapsed()).isEqualTo(Duration.ofSeconds(218));
        assertThat(model.problemsOnlyProperty().get()).isTrue();
        assertThat(model.selectedId()).isEqualTo("Secret");
    }

    @Test
    void theCleanupAfterAnUpdateDoesNotUndoWhatIsDone() {
        play(sample.underWay());
        model.on(sample.moved(desk.clock.instant(), "AuroraKeyAlias", "DELETE_COMPLETE", null));
        assertThat(model.state().resource("AuroraKeyAlias").orElseThrow().phase())
                .isEqualTo(Phase.DONE);
    }

    @Test
    void aResourceOutsideOfThePlanIsShownToo() {
        play(sample.underWay());
        model.on(sample.moved(desk.clock.instant(), "Surprise", "CREATE_IN_PROGRESS", null));
        assertThat(model.state().resource("Surprise").orElseThrow().phase()).isEqualTo(Phase.RUNNING);
    }

    @Test
    void aLongNameKeepsBothItsEnds() {
        assertThat(DeploymentWords.fitting("isolatedSubnet1RouteTableAssociation", 22))
                .hasSize(22)
                .startsWith("isolatedSu")
                .endsWith("Association");
        assertThat(DeploymentWords.fitting("Secret", 22)).isEqualTo("Secret");
    }

    @Test
    void barsShowWhatHappenedAndWhatIsExpected() {
        play(sample.underWay());
        var forecast = model.forecast().orElseThrow();
        var cluster = model.state().resource("AuroraCluster").orElseThrow();
        assertThat(Bars.of(cluster, forecast.spans().get("AuroraCluster"), model.now(), false))
                .extracting(Bars.Bar::kind)
                .containsExactly(Bars.Kind.RUNNING, Bars.Kind.EXPECTED);
        var writer = model.state().resource("AuroraClusterwriter").orElseThrow();
        assertThat(Bars.of(writer, forecast.spans().get("AuroraClusterwriter"), model.now(), false))
                .extracting(Bars.Bar::kind)
                .containsExactly(Bars.Kind.EXPECTED);
    }

    @Test
    void theAxisReachesBeyondTheLatestAndNamesItsUnitOnce() {
        Instant start = desk.clock.instant();
        TimelineAxis axis = TimelineAxis.of(start, start.plusSeconds(1200), 554);
        assertThat(axis.x(start.plusSeconds(1200))).isLessThan(554);
        assertThat(axis.ticks().getLast().label()).isEqualTo("20 min");
        assertThat(axis.ticks().getFirst().label()).isEqualTo("0");
        assertThat(axis.ticks()).hasSize(11);
    }
}
