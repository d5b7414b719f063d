package io.tapdeck.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Presence;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.monitor.AlarmState.State;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fleet of two accounts: each fails on its own; order, groups, words that find, and the pace of reading. */
@ExtendWith(Headless.class)
class FleetModelTest {
    private final TestDesk here = new TestDesk();
    private final TestDesk there = new TestDesk().asAccount();
    private final Presence presence = new Presence(here.background);
    private final HomeModel model = Screen.call(() -> new HomeModel(
            here.services(), here.background, presence, List.of(source(here.services()), source(there.services()))));

    private static Source source(DeskServices services) {
        return new Source(services.session(), services.clock(), services.deployments(), services.monitor());
    }

    private Knowledge read() {
        Screen.onFx(model::start);
        here.background.settle();
        return model.knowledgeProperty().get();
    }

    private static List<String> names(List<EnvironmentRow> rows, Order order) {
        return rows.stream()
                .sorted(order.comparator())
                .map(EnvironmentRow::suffix)
                .toList();
    }

    @Test
    void oneSilentAccountHidesNothingOfTheOther() {
        here.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        there.environment("prod1", "CREATE_COMPLETE", Duration.ofHours(1));
        read();
        there.deployments.fail(new DeployException("AWS does not answer.", "Check the network."));
        here.environment("qa", "CREATE_COMPLETE", Duration.ofMinutes(1));
        here.background.advance(Duration.ofSeconds(61));
        Knowledge known = model.knowledgeProperty().get();
        assertThat(known.rows()).extracting(EnvironmentRow::suffix).containsExactly("dev", "qa", "prod1");
        assertThat(known.silent()).containsExactly("acme-prod in eu-west-1");
        assertThat(StatusWords.of("2 accounts", known, false, model.now(), model.due(), ""))
                .contains("acme-prod in eu-west-1 does not answer");
    }

    @Test
    void troubleIsSortedFromAlarmToFine() {
        State ok = State.OK;
        here.environment("a-fine", "CREATE_COMPLETE", Duration.ofHours(1));
        here.measure("a-fine", 1, ok, ok, ok, ok);
        here.environment("b-nodata", "CREATE_COMPLETE", Duration.ofHours(1));
        here.environment("c-busy", "UPDATE_IN_PROGRESS", Duration.ofHours(1));
        here.environment("d-failed", "UPDATE_ROLLBACK_COMPLETE", Duration.ofHours(1));
        here.environment("e-stuck", "UPDATE_ROLLBACK_FAILED", Duration.ofHours(1));
        here.environment("f-alarm", "CREATE_COMPLETE", Duration.ofHours(1));
        here.measure("f-alarm", 7, ok, State.ALARM, ok, ok);
        assertThat(names(read().rows(), Order.TROUBLE))
                .containsExactly("f-alarm", "e-stuck", "d-failed", "c-busy", "b-nodata", "a-fine");
    }

    @Test
    void capacityAndAgeAreSortedWithTheMostAndTheNewestFirst() {
        State ok = State.OK;
        here.environment("small", "CREATE_COMPLETE", Duration.ofHours(3));
        here.measure("small", 1, ok, ok, ok, ok);
        here.environment("large", "CREATE_COMPLETE", Duration.ofHours(2));
        here.measure("large", 8, ok, ok, ok, ok);
        here.environment("unread", "CREATE_COMPLETE", Duration.ofHours(1));
        List<EnvironmentRow> rows = read().rows();
        assertThat(names(rows, Order.CAPACITY)).containsExactly("large", "small", "unread");
        assertThat(names(rows, Order.CHANGED)).containsExactly("unread", "large", "small");
        assertThat(names(rows, Order.NAME)).containsExactly("large", "small", "unread");
    }

    @Test
    void aGroupSaysHowManyItHasAndItsWorst() {
        here.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        there.environment("prod1", "CREATE_COMPLETE", Duration.ofHours(1));
        there.environment("prod2", "UPDATE_ROLLBACK_FAILED", Duration.ofHours(1));
        List<ListLine> lines = ListLine.of(
                read().rows(), ListLine.Grouping.ACCOUNT, Order.TROUBLE, Set.of("sandbox  0000-0000-0000"), 1);
        assertThat(lines.getFirst()).isEqualTo(new ListLine.Head("acme-prod  4821-0937-5512", Trouble.STUCK, 2, true));
        assertThat(lines.getLast()).isEqualTo(new ListLine.Head("sandbox  0000-0000-0000", Trouble.NO_DATA, 1, false));
        assertThat(lines).hasSize(4);
    }

    @Test
    void everyWordOfTheFilterMustBeFound() {
        there.environment("prod1", "CREATE_COMPLETE", Duration.ofHours(1));
        there.measure("prod1", 7, State.OK, State.ALARM, State.OK, State.INSUFFICIENT_DATA);
        EnvironmentRow row = read().rows().getFirst();
        assertThat(List.of("prod eu-west", "4821-0937", "482109375512", "acme-prod", "mysql in alarm", "insufficient"))
                .allMatch(row::matches);
        assertThat(row.matches("prod us-east")).isFalse();
    }

    @Test
    void nobodyAtTheDeskSlowsTheReadingUntilSomebodyComes() {
        read();
        here.background.advance(Duration.ofMinutes(5));
        assertThat(model.pace().words()).isEqualTo("every 2 minutes while idle");
        Screen.onFx(() -> presence.minimized(true));
        assertThat(StatusWords.of(
                        "Connected",
                        model.knowledgeProperty().get(),
                        false,
                        model.now(),
                        model.due(),
                        model.pace().words()))
                .endsWith("every 2 minutes while minimized");
        here.background.advance(Duration.ofSeconds(45));
        here.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        here.background.advance(Duration.ofSeconds(45));
        assertThat(model.knowledgeProperty().get().rows()).isEmpty();
        Screen.onFx(() -> presence.minimized(false));
        here.background.advance(Duration.ofSeconds(1));
        assertThat(model.knowledgeProperty().get().rows()).hasSize(1);
    }

    @Test
    void theArrangementIsRemembered() {
        read();
        Arrangement chosen = Arrangement.USUAL
                .by(ListLine.Grouping.REGION)
                .by(Order.CAPACITY)
                .asCards(true)
                .toggled("eu-west-1");
        Screen.onFx(() -> model.arrange(chosen));
        here.background.settle();
        HomeModel next = Screen.call(() -> new HomeModel(new OpenSessions(here.services()), here.background, presence));
        Screen.onFx(next::start);
        here.background.settle();
        assertThat(next.arrangementProperty().get()).isEqualTo(chosen);
        assertThat(Arrangement.of("of another version")).isEqualTo(Arrangement.USUAL);
    }
}
