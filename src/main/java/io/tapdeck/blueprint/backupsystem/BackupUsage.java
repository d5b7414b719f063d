package io.tapdeck.blueprint.backupsystem;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Usage;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a month of a {@code backup-system} environment uses. */
final class BackupUsage {
    private static final BigDecimal LEAST_GB = BigDecimal.TEN;
    private static final BigDecimal MOST_GB = BigDecimal.valueOf(1000);

    /** What S3 publishes for a filter (S3 user guide, "Monitoring metrics with Amazon CloudWatch"). */
    private static final BigDecimal REQUEST_METRICS = BigDecimal.valueOf(16);

    /** An environment has one table of prices, that of its own region. */
    private static final String AT_HOME_PRICES = ", all at the price of this region";

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private final List<Usage> usages = new ArrayList<>();

    private BackupUsage() {}

    static List<Usage> of(EnvironmentDefinition definition) {
        BackupUsage all = new BackupUsage();
        all.storage(definition);
        all.tablesAndQueue(definition);
        all.monitoring(definition);
        return List.copyOf(all.usages);
    }

    private void storage(EnvironmentDefinition definition) {
        boolean otherRegion = BackupSettings.replicaRegion(definition) != null;
        String priced = otherRegion ? AT_HOME_PRICES : "";
        fixed("kms-key-month", otherRegion ? BigDecimal.TWO : BigDecimal.ONE, otherRegion ? "two keys" : "one key");
        add(
                "s3-standard-gb-month",
                LEAST_GB.multiply(BigDecimal.TWO),
                MOST_GB.multiply(BigDecimal.TWO),
                "10 to 1,000 GB of backups, none in a cheaper class yet, and as much again for the replicas" + priced);
        add(
                "s3-put-thousand",
                BigDecimal.TWO,
                BigDecimal.valueOf(2000),
                "1,000 to 1 million objects, and their replicas" + priced);
        if (otherRegion) {
            add("transfer-inter-region-gb", LEAST_GB, MOST_GB, "10 to 1,000 GB copied to the replica region");
        }
    }

    private void tablesAndQueue(EnvironmentDefinition definition) {
        add("dynamodb-write-million", TENTH, BigDecimal.TEN, "0.1 to 10 million writes");
        add("dynamodb-read-million", TENTH, BigDecimal.TEN, "0.1 to 10 million reads");
        add("dynamodb-storage-gb-month", BigDecimal.ONE, BigDecimal.TEN, "1 to 10 GB in both tables");
        if (definition.isOn(BackupSettings.POINT_IN_TIME_RECOVERY)) {
            add("dynamodb-pitr-gb-month", BigDecimal.ONE, BigDecimal.TEN, "recovery of 1 to 10 GB");
        }
        add("sqs-million", TENTH, BigDecimal.TEN, "0.1 to 10 million requests");
    }

    /** An alarm is charged for each metric that it looks at (CloudWatch pricing). */
    private void monitoring(EnvironmentDefinition definition) {
        int metrics = BackupAlarms.ALL.stream()
                .filter(alarm -> isThere(alarm, definition))
                .mapToInt(alarm -> alarm.metric().parts().size())
                .sum();
        fixed("cloudwatch-alarm-month", BigDecimal.valueOf(metrics), "one for each metric of an alarm that is on");
        fixed("dashboard-month", BigDecimal.ONE, "one dashboard");
        if (definition.isOn(BackupSettings.REQUEST_METRICS)) {
            fixed("cloudwatch-metric-month", REQUEST_METRICS, "the request metrics of a bucket");
        }
    }

    private static boolean isThere(AlarmDescription alarm, EnvironmentDefinition definition) {
        return alarm.possible(definition.settings())
                && definition.alarm(alarm.id()).filter(AlarmRule::enabled).isPresent();
    }

    private void fixed(String price, BigDecimal quantity, String assumption) {
        add(price, quantity, quantity, assumption);
    }

    private void add(String price, BigDecimal least, BigDecimal most, String assumption) {
        usages.add(new Usage(price, least, most, assumption));
    }
}
