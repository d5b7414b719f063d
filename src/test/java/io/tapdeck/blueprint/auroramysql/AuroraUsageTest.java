package io.tapdeck.blueprint.auroramysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.AlarmDraft;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a month is made of. */
class AuroraUsageTest {
    private final Draft draft = AuroraDefinitions.draft();

    @ParameterizedTest
    @CsvSource({"0.5, 2, 730, 2920", "0, 1, 0, 1460", "8, 256, 11680, 373760"})
    void twoInstancesRunAllMonthBetweenMinimumAndMaximum(String minimum, String maximum, String least, String most) {
        Usage capacity = usage(
                draft.withSetting("minCapacity", minimum).withSetting("maxCapacity", maximum),
                "aurora-serverless-v2-acu-hour");

        assertThat(capacity.least()).isEqualByComparingTo(least);
        assertThat(capacity.most()).isEqualByComparingTo(most);
    }

    @Test
    void alarmsArePaidWhereTheyAre() {
        AlarmDraft cpu = draft.alarms().getLast();
        Draft perInstance = draft.withSetting("instanceAlarms", "true");

        assertThat(alarms(draft)).isEqualTo(4);
        assertThat(alarms(draft.withAlarm(cpu.with("enabled", "false")))).isEqualTo(3);
        assertThat(alarms(perInstance)).isEqualTo(8);
        assertThat(alarms(perInstance.withAlarm(cpu.with("enabled", "false")))).isEqualTo(5);
    }

    @Test
    void aKeyAndASecretAreThereWhoeverKeepsThePassword() {
        Draft rotated = draft.withSetting("passwordRotation", "true");

        assertThat(usage(rotated, "secret-month").most()).isEqualByComparingTo("1");
        assertThat(usage(rotated, "kms-key-month").least()).isEqualByComparingTo("1");
    }

    private static int alarms(Draft any) {
        return usage(any, "cloudwatch-alarm-month").most().intValueExact();
    }

    private static Usage usage(Draft any, String price) {
        return new AuroraMySql()
                .usage(AuroraDefinitions.valid(any)).stream()
                        .filter(usage -> usage.price().equals(price))
                        .findFirst()
                        .orElseThrow();
    }
}
