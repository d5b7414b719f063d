package io.tapdeck.sandbox.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.cloudwatch.AlarmEvaluator.Missing;
import io.tapdeck.sandbox.cloudwatch.AlarmEvaluator.Point;
import io.tapdeck.sandbox.cloudwatch.AlarmEvaluator.Rule;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** The table of the user guide, "How alarm state is evaluated when data is missing", and what goes beyond it. */
class AlarmEvaluatorTest {

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
    void theGuidesTable(
            int datapoints, String points, String missing, String ignore, String breaching, String notBreaching) {
        assertStates(datapoints, points, Missing.MISSING, missing);
        assertStates(datapoints, points, Missing.IGNORE, ignore);
        assertStates(datapoints, points, Missing.BREACHING, breaching);
        assertStates(datapoints, points, Missing.NOT_BREACHING, notBreaching);
    }

    private static void assertStates(int datapoints, String points, Missing missing, String expected) {
        for (StateValue current : List.of(StateValue.OK, StateValue.ALARM, StateValue.INSUFFICIENT_DATA)) {
            assertThat(AlarmEvaluator.evaluate(new Rule(datapoints, 3, missing), points(points), current))
                    .as("%d of 3, %s, missing data as %s, from %s", datapoints, points, missing, current)
                    .isEqualTo(expected.equals("unchanged") ? current : StateValue.fromValue(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"0 X 0, OK", "X X 0, ALARM", "X 0 X, ALARM", "0 0 X, OK", "X X X, ALARM"})
    void aFullRangeAlarmsAtMOfNWhereverTheyStand(String points, StateValue expected) {
        for (Missing missing : Missing.values()) {
            assertThat(AlarmEvaluator.evaluate(new Rule(2, 3, missing), points(points), StateValue.OK))
                    .isEqualTo(expected);
        }
    }

    @Test
    void onlyTheNewestNPointsCount() {
        assertThat(AlarmEvaluator.evaluate(new Rule(2, 3, Missing.MISSING), points("X X 0 0 X"), StateValue.ALARM))
                .isEqualTo(StateValue.OK);
    }

    @Test
    void aLoneNewPointIsNotYetAnAlarm() {
        assertThat(AlarmEvaluator.evaluate(new Rule(3, 3, Missing.MISSING), points("- - - - X"), StateValue.OK))
                .isEqualTo(StateValue.OK);
        assertThat(AlarmEvaluator.evaluate(new Rule(3, 3, Missing.NOT_BREACHING), points("- - - - X"), StateValue.OK))
                .isEqualTo(StateValue.OK);
    }

    @Test
    void aLonePointIsEnoughForOneOfOne() {
        assertThat(AlarmEvaluator.evaluate(new Rule(1, 1, Missing.NOT_BREACHING), points("0 0 X"), StateValue.OK))
                .isEqualTo(StateValue.ALARM);
    }

    private static List<Point> points(String text) {
        return Arrays.stream(text.split(" ", -1))
                .map(sign -> switch (sign) {
                    case "0" -> Point.WITHIN;
                    case "X" -> Point.BREACHING;
                    default -> Point.ABSENT;
                })
                .toList();
    }
}
