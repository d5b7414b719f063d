package io.tapdeck.monitor.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.MissingData;
import io.tapdeck.monitor.AlarmState.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the user guide, "How alarm state is evaluated when data is missing": 0 is within, X breaching. */
class GuideTableTest {

    @ParameterizedTest
    @CsvSource({
        "3, 0 - X - X, OK, OK, OK, OK",
        "3, - - - - 0, OK, OK, OK, OK",
        "3, - - - - -, INSUFFICIENT_DATA, unchanged, ALARM, OK",
        "3, 0 X X - X, ALARM, ALARM, ALARM, ALARM",
        "3, - - X - -, ALARM, unchanged, ALARM, OK",
        "2, 0 - X - X, ALARM, ALARM, ALARM, ALARM",
        "2, 0 0 X 0 X, ALARM, ALARM, ALARM, ALARM",
        "2, 0 - X - -, OK, OK, ALARM, OK",
        "2, - - - - 0, OK, OK, ALARM, OK",
        "2, - - - X -, ALARM, unchanged, ALARM, OK",
    })
    void everyRow(int m, String points, String missing, String ignore, String breaching, String notBreaching) {
        assertStates(m, points, MissingData.MISSING, missing);
        assertStates(m, points, MissingData.IGNORE, ignore);
        assertStates(m, points, MissingData.BREACHING, breaching);
        assertStates(m, points, MissingData.NOT_BREACHING, notBreaching);
    }

    private static void assertStates(int m, String points, MissingData missing, String expected) {
        History history = Histories.minutes(points.replace('X', '9'));
        for (State before : State.values()) {
            BackTest test = BackTest.of(history, Histories.rule(m, 3, 60, missing), before);
            assertThat(Histories.last(test.at(5)))
                    .as("%d of 3, %s, missing data as %s, from %s", m, points, missing, before)
                    .isEqualTo(expected.equals("unchanged") ? before : State.valueOf(expected));
        }
    }
}
