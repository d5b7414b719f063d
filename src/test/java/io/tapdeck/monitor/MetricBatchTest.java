package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.environment.PhysicalResource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Calls are as few as the limits of GetMetricData allow. */
class MetricBatchTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    @Property(tries = 100)
    void seriesOfOneLengthTakeAsFewCallsAsTheLimitsAllow(
            @ForAll @IntRange(min = 1, max = 1500) int series, @ForAll @IntRange(min = 1, max = 300) int hours) {
        List<MetricQuestion> questions = questions(series, Duration.ofHours(hours), Resolution.MINUTE);

        int together = Math.min(MetricBatch.MOST_QUERIES, MetricBatch.MOST_POINTS / (hours * 60 + 1));
        assertThat(MetricBatch.of(questions, NOW)).hasSize((series + together - 1) / together);
    }

    @Test
    void aNewSeriesRidesWithTheOthersIncrements() {
        List<MetricQuestion> questions = questions(80, Duration.ofMinutes(15), Resolution.FIVE_MINUTES);
        questions.addAll(questions(1, Duration.ofDays(1), Resolution.FIVE_MINUTES));

        assertThat(MetricBatch.of(questions, NOW)).hasSize(1);
    }

    @Test
    void minutesNeverRideWithAStartOfWhichCloudWatchHasNoMinutes() {
        List<MetricQuestion> questions = questions(1, Duration.ofHours(3), Resolution.MINUTE);
        questions.addAll(questions(1, Duration.ofDays(40), Resolution.FIVE_MINUTES));

        assertThat(MetricBatch.of(questions, NOW))
                .extracting(MetricBatch::start)
                .containsExactly(NOW.minus(Duration.ofHours(3)), NOW.minus(Duration.ofDays(40)));
    }

    private static List<MetricQuestion> questions(int count, Duration back, Resolution resolution) {
        List<MetricQuestion> questions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Watched environment = new Watched(
                    "111122223333",
                    "us-east-1",
                    "tapdeck-aurora-mysql-" + i,
                    new AuroraMySql(),
                    List.of(new PhysicalResource("AuroraCluster1", "AWS::RDS::DBCluster", "cluster" + i)));
            MetricSource source = MetricSource.of(
                            environment, new AuroraMySql().charts().getFirst().metric())
                    .orElseThrow();
            questions.add(new MetricQuestion(source, resolution, NOW.minus(back), NOW));
        }
        return questions;
    }
}
