package io.tapdeck.monitor.backtest;

import static io.tapdeck.monitor.backtest.Histories.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.monitor.backtest.BackTestResult.Episode;
import io.tapdeck.monitor.backtest.BackTestResult.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentence beside the threshold that is dragged. */
class BackTestWordsTest {
    private static final Duration WEEK = Duration.ofDays(7);

    @Test
    void sayHowOftenHowLongAndOverWhat() {
        assertThat(words(Basis.EVERY_MINUTE, WEEK, 15, 16, 10)).isEqualTo("3 times, 41 minutes, in the last 7 days");
        assertThat(words(Basis.EVERY_MINUTE, WEEK, 1)).isEqualTo("once, 1 minute, in the last 7 days");
        assertThat(words(Basis.EVERY_MINUTE, WEEK, 400, 30)).isEqualTo("2 times, 7 h 10 min, in the last 7 days");
        assertThat(words(Basis.EVERY_MINUTE, WEEK, 0)).isEqualTo("once, just now, in the last 7 days");
        assertThat(words(Basis.EVERY_MINUTE, WEEK)).isEqualTo("not once in the last 7 days");
    }

    @Test
    void sayAboutOnCoarseDataAndWhy() {
        assertThat(words(Basis.COARSE_DATA, WEEK, 20, 21)).isEqualTo("about 2 times, 41 minutes, in the last 7 days");
        assertThat(words(Basis.COARSE_DATA, WEEK)).isEqualTo("not once in the last 7 days");
        assertThat(BackTestWords.of(result(Basis.COARSE_DATA, WEEK)).notes())
                .containsExactly(Basis.COARSE_DATA.sentence());
        assertThat(BackTestWords.of(result(Basis.EVERY_MINUTE, WEEK)).notes()).isEmpty();
    }

    @Test
    void sayThatCoarserDataIsNotCounted() {
        BackTestResult result = result(Basis.COARSER_THAN_PERIOD, WEEK);
        assertThat(BackTestWords.of(result).sentence()).isEqualTo("not counted");
        assertThat(BackTestWords.of(result).notes())
                .containsExactly("Older data is coarser than the alarm's period and is not counted.");
    }

    @ParameterizedTest
    @CsvSource({
        "P7D, 7 days",
        "P6DT23H40M, 7 days",
        "P2D, 2 days",
        "PT23H40M, 24 hours",
        "PT2H50M, 3 hours",
        "PT50M, 50 minutes"
    })
    void theFirstWindowsMinutesDoNotMatterInALongHistory(Duration counted, String words) {
        assertThat(words(Basis.EVERY_MINUTE, counted)).isEqualTo("not once in the last " + words);
    }

    private static String words(Basis basis, Duration counted, int... minutes) {
        return BackTestWords.of(result(basis, counted, minutes)).sentence();
    }

    private static BackTestResult result(Basis basis, Duration counted, int... minutes) {
        List<Episode> episodes = new ArrayList<>();
        for (int length : minutes) {
            Instant to = START.plus(Duration.ofMinutes(length));
            episodes.add(new Episode(START, to, false, OptionalDouble.of(9)));
        }
        return new BackTestResult(5, List.of(), episodes, List.of(new Part(START, START.plus(counted), basis)));
    }
}
