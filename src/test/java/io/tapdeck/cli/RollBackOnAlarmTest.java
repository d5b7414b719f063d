package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An update whose alarms are watched for a while, and that goes back if one rings. */
class RollBackOnAlarmTest extends CommandTest {
    private int update(String... watching) {
        String[] all = new String[7 + watching.length];
        System.arraycopy(
                new String[] {"deploy", "--suffix", "dev", "--set", "maxCapacity=4", "--sandbox", "--yes"},
                0,
                all,
                0,
                7);
        System.arraycopy(watching, 0, all, 7, watching.length);
        return run(all);
    }

    private void deployed() {
        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes"))
                .as(err())
                .isZero();
    }

    @Test
    void theReviewSaysWhichAlarmsItWatchesAndHowLong() {
        deployed();

        assertThat(update("--roll-back-on-alarm")).as(err()).isZero();
        assertThat(err()).contains("Rolls back if one of these rings, up to 10 min after the last resource: ");
    }

    @Test
    void anAlarmThatRingsMeanwhileEndsWithOneAndSaysSo() {
        deployed();

        assertThat(update("--roll-back-on-alarm=180")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("watching alarms", "failed and is now UPDATE_ROLLBACK_COMPLETE.", "Cause: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"181", "-1", "soon"})
    void whatIsNoTimeIsWrongUse(String minutes) {
        assertThat(update("--roll-back-on-alarm=" + minutes)).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("--roll-back-on-alarm").doesNotContain("\tat ");
    }
}
