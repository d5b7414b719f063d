package io.tapdeck.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.ShownDesk;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.monitor.AlarmState.State;
import java.time.Duration;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The environments' page with a fleet: grouped, sorted, filtered, as cards, all by keyboard. */
@ExtendWith({Headless.class, FxWatchdog.class})
class FleetPageTest {
    private static TestDesk fleet(int size) {
        TestDesk engines = new TestDesk().populated();
        for (int i = 11; i < size; i++) {
            String suffix = "team%03d".formatted(i);
            engines.environment(suffix, "UPDATE_COMPLETE", Duration.ofHours(i));
            engines.measure(suffix, 0.5 + i % 16, State.OK, State.OK, State.OK, State.OK);
        }
        return engines;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void cardsShowWhatTheTableShows(Theme.Choice theme, Screen screen) {
        ShownDesk desk = ShownDesk.open(screen, fleet(40), theme, new SpokenPages());
        String name = theme.name().toLowerCase(Locale.ROOT);
        Pictures.save(desk.scene(), "01-home-40-" + name + "-1000");
        screen.press(KeyCode.V);
        desk.engines().background.settle();
        assertThat(screen.shows("prod1")).isTrue();
        assertThat(Labels.truncated(desk.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(desk.scene().getRoot())).isEmpty();
        Pictures.save(desk.scene(), "01-home-cards-" + name + "-1000");
        Scene wide = ShownDesk.scene(desk.engines(), theme, new SpokenPages(), 1280, 800);
        Pictures.save(wide, "01-home-cards-" + name);
        assertThat(Labels.truncated(wide.getRoot())).isEmpty();
    }

    @Test
    void arrowsGoFromCardToCardAndEnterOpens(Screen screen) {
        TestDesk engines = new TestDesk();
        for (String suffix : new String[] {"a", "b", "c", "d", "e"}) {
            engines.environment(suffix, "CREATE_COMPLETE", Duration.ofHours(1));
        }
        ShownDesk.open(screen, engines, Theme.Choice.DARK, new SpokenPages());
        screen.press(KeyCode.V);
        engines.background.settle();
        screen.press(KeyCode.RIGHT);
        screen.press(KeyCode.DOWN);
        screen.press(KeyCode.ENTER);
        assertThat(screen.shows("watch e")).isTrue();
    }

    @Test
    void leftClosesAGroupAndRightOpensIt(Screen screen) {
        ShownDesk.open(screen, fleet(40), Theme.Choice.DARK, new SpokenPages());
        screen.press(KeyCode.HOME);
        assertThat(screen.shows("billing-eu")).isTrue();
        screen.press(KeyCode.LEFT);
        assertThat(screen.shows("billing-eu")).isFalse();
        screen.press(KeyCode.HOME);
        screen.press(KeyCode.RIGHT);
        assertThat(screen.shows("billing-eu")).isTrue();
    }

    @Test
    void fiveHundredAreFilteredAsOneTypesWithAFewDozenCells(Screen screen) {
        ShownDesk desk = ShownDesk.open(screen, fleet(500), Theme.Choice.LIGHT, new SpokenPages());
        Pictures.save(desk.scene(), "01-home-500-light-1000");
        long rows = desk.scene().getRoot().lookupAll(".td-row").stream()
                .filter(Node::isVisible)
                .count();
        assertThat(rows).as("rows that exist").isLessThan(60);
        screen.type("/");
        screen.type("team49 us-east");
        Pictures.save(desk.scene(), "01-home-filtered-light-1000");
        assertThat(screen.shows("team499")).isTrue();
        assertThat(screen.shows("team100")).isFalse();
    }

    @Test
    void theListIsGroupedByRegionAndSortedByAColumnsHead(Screen screen) {
        ShownDesk desk = ShownDesk.open(screen, fleet(40), Theme.Choice.DARK, new SpokenPages());
        screen.robot().clickOn("Region");
        desk.engines().background.settle();
        screen.click(".td-head-button");
        desk.engines().background.settle();
        Pictures.save(desk.scene(), "01-home-grouped-dark-1000");
        assertThat(desk.engines().store.preference(Arrangement.PREFERENCE)).contains("REGION\nNAME\nTABLE");
        assertThat(screen.shows("Needs attention")).isFalse();
    }
}
