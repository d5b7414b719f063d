package io.tapdeck.monitor.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.MissingData;
import io.tapdeck.monitor.AlarmState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The blueprints' alarms as the back-test sees them. */
class BackTestRuleTest {

    @Test
    void aDefinitionsRuleIsTakenAsItIs() {
        AlarmDescription utilization = alarm("aurora-mysql", "utilization");
        assertThat(BackTestRule.of(utilization, utilization.defaults()))
                .isEqualTo(new BackTestRule(
                        Comparison.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                        2,
                        2,
                        300,
                        MissingData.NOT_BREACHING,
                        "Average",
                        false,
                        false,
                        true));
    }

    @Test
    void aSumOfCountsFillsWithZero() {
        AlarmDescription throttles = alarm("backup-system", "throttles");
        BackTestRule rule = BackTestRule.of(throttles, throttles.defaults());
        assertThat(rule.zeroWhereMissing()).isTrue();
        assertThat(rule.statistic()).isEqualTo("Sum");
    }

    @Test
    void cloudWatchsAlarmWithoutATreatmentHasItsDefault() {
        AlarmDescription utilization = alarm("aurora-mysql", "utilization");
        assertThat(BackTestRule.of(utilization, state(null)).missingData()).isEqualTo(MissingData.MISSING);
        assertThat(BackTestRule.of(utilization, state("breaching")).missingData())
                .isEqualTo(MissingData.BREACHING);
    }

    @Test
    void anAlarmOnDynamoDbIgnoresMissingData() {
        AlarmDescription throttles = alarm("backup-system", "throttles");
        assertThat(BackTestRule.of(throttles, state("breaching")).missingData()).isEqualTo(MissingData.IGNORE);
    }

    private static AlarmDescription alarm(String blueprint, String id) {
        return Blueprints.builtIn().find(blueprint).orElseThrow().alarm(id).orElseThrow();
    }

    private static AlarmState state(@Nullable String missing) {
        return new AlarmState(
                "utilization", "name", "arn", AlarmState.State.OK, Instant.EPOCH, "", 80, 2, 3, 300, missing, true);
    }
}
