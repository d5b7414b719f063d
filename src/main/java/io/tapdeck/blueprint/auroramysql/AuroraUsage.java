package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Usage;
import java.math.BigDecimal;
import java.util.List;

/** What a month of an {@code aurora-mysql} environment uses. */
final class AuroraUsage {
    /** Writer and reader. */
    private static final BigDecimal INSTANCES = BigDecimal.TWO;

    private static final BigDecimal STORAGE_LEAST_GB = BigDecimal.TEN;
    private static final BigDecimal STORAGE_MOST_GB = BigDecimal.valueOf(100);

    private AuroraUsage() {}

    static List<Usage> of(EnvironmentDefinition definition) {
        BigDecimal hours = Usage.HOURS.multiply(INSTANCES);
        BigDecimal alarms = BigDecimal.valueOf(definition.alarms().stream()
                .filter(AlarmRule::enabled)
                .mapToLong(rule -> AuroraAlarms.perInstance(definition, rule) ? 1 + INSTANCES.longValue() : 1)
                .sum());
        return List.of(
                new Usage(
                        "aurora-serverless-v2-acu-hour",
                        definition.number(AuroraSettings.MIN_CAPACITY).multiply(hours),
                        definition.number(AuroraSettings.MAX_CAPACITY).multiply(hours),
                        "two instances, always at the minimum to always at the maximum capacity"),
                new Usage("aurora-storage-gb-month", STORAGE_LEAST_GB, STORAGE_MOST_GB, "10 to 100 GB of data"),
                new Usage(
                        "aurora-io-million",
                        BigDecimal.ONE,
                        BigDecimal.valueOf(100),
                        "1 to 100 million reads and writes of storage"),
                new Usage("kms-key-month", BigDecimal.ONE, BigDecimal.ONE, "one key"),
                new Usage("secret-month", BigDecimal.ONE, BigDecimal.ONE, "one secret"),
                new Usage("cloudwatch-alarm-month", alarms, alarms, "the alarms that are switched on"),
                new Usage(
                        "s3-standard-gb-month",
                        BigDecimal.ZERO,
                        STORAGE_MOST_GB,
                        "exports of 0 to 100 GB in the bucket"));
    }
}
