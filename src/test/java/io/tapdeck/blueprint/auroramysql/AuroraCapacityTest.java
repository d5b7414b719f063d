package io.tapdeck.blueprint.auroramysql;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuroraCapacityTest {
    @ParameterizedTest
    @CsvSource({"0.5, 1", "8, 16", "256, 512"})
    void anAcuIsTwoGibibytes(BigDecimal capacity, BigDecimal memory) {
        assertThat(AuroraCapacity.memoryGib(capacity)).isEqualByComparingTo(memory);
    }

    @ParameterizedTest
    @CsvSource({"1, 90", "2, 90", "4, 135", "7.5, 135", "8, 1000", "16, 2000", "32, 3000", "128, 5000", "256, 6000"})
    void connectionsFollowTheMaximum(BigDecimal maximum, int connections) {
        assertThat(AuroraCapacity.maxConnections(maximum)).isEqualTo(connections);
    }

    @Property
    void moreCapacityNeverTakesFewerConnections(@ForAll @IntRange(min = 2, max = 511) int halves) {
        BigDecimal half = new BigDecimal("0.5");
        BigDecimal capacity = half.multiply(BigDecimal.valueOf(halves));

        assertThat(AuroraCapacity.maxConnections(capacity.add(half)))
                .isGreaterThanOrEqualTo(AuroraCapacity.maxConnections(capacity));
    }

    @ParameterizedTest
    @CsvSource({
        "3.04.0, 128, false",
        "3.05.2, 128, false",
        "3.06.0, 256, false",
        "3.08.0, 256, true",
        "3.10.1, 256, true"
    })
    void versionsDiffer(String version, BigDecimal greatest, boolean pauses) {
        assertThat(AuroraCapacity.greatest(version)).isEqualByComparingTo(greatest);
        assertThat(AuroraCapacity.canPause(version)).isEqualTo(pauses);
    }
}
