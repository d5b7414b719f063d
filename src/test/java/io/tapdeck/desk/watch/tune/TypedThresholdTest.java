package io.tapdeck.desk.watch.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.blueprint.backupsystem.BackupSystem;
import io.tapdeck.environment.Problem;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class TypedThresholdTest {
    private final TypedThreshold share =
            new TypedThreshold(new BackupSystem().alarm("serverErrors").orElseThrow());

    @Test
    void aShareIsTypedInPercentAndKeptAsAwsHasIt() {
        assertThat(share.unit()).isEqualTo("%");
        assertThat(share.text(new BigDecimal("0.05"))).isEqualTo("5");
        assertThat(share.text(BigDecimal.ONE)).isEqualTo("100");
        assertThat(share.problem("7")).isEmpty();
        assertThat(share.threshold(" 7 ")).isEqualByComparingTo("0.07");
    }

    @Test
    void whatIsWrongWithAShareIsSaidInPercent() {
        assertThat(share.problem("101"))
                .map(Problem::message)
                .hasValue("101 is above 100 %, the most that is allowed here.");
        assertThat(share.problem("7.5")).map(Problem::message).hasValue("7.5 is not a multiple of 1.");
    }

    @Test
    void everythingElseIsTypedAsAwsHasIt() {
        TypedThreshold capacity =
                new TypedThreshold(new AuroraMySql().alarm("capacity").orElseThrow());
        assertThat(capacity.unit()).isEqualTo("ACU");
        assertThat(capacity.text(new BigDecimal("1.50"))).isEqualTo("1.5");
        assertThat(capacity.threshold("7.8")).isEqualByComparingTo("7.8");
    }
}
