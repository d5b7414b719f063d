package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.MissingData;
import io.tapdeck.environment.Preset;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The two forms that the seeds have, as values of the settings in which they differ. */
final class AuroraPresets {
    private static final int FIVE_MINUTES = 300;

    static final List<Preset> ALL = List.of(
            new Preset(
                    "secure",
                    "Secure",
                    "Everything encrypted with one key of its own, exports tiered and kept for a year.",
                    Map.of(),
                    List.of()),
            new Preset(
                    "portable",
                    "Portable",
                    "Subnets at chosen ranges, names by suffix, exports under S3's own key and kept for a month.",
                    Map.ofEntries(
                            Map.entry(AuroraSettings.ENGINE_VERSION, "3.04.0"),
                            Map.entry(AuroraSettings.SUBNET_NAME, "Private"),
                            Map.entry(AuroraSettings.SUBNET_CIDR_A, "10.30.10.0/24"),
                            Map.entry(AuroraSettings.SUBNET_CIDR_B, "10.30.20.0/24"),
                            Map.entry(AuroraSettings.KEY_ALIAS, AuroraAccessSettings.BY_SUFFIX),
                            Map.entry(AuroraSettings.TOPIC_ENCRYPTION, AuroraAccessSettings.NO_KEY),
                            Map.entry(AuroraSettings.ENDPOINT_OUTPUTS, AuroraAccessSettings.HOST),
                            Map.entry(AuroraSettings.BUCKET_ENCRYPTION, AuroraExportSettings.S3_KEY),
                            Map.entry(AuroraSettings.BUCKET_LIFECYCLE, AuroraExportSettings.EXPIRE),
                            Map.entry(AuroraSettings.EXPORT_EXPIRY_DAYS, "30")),
                    List.of(
                            seeded("capacity", "1.5"),
                            seeded("utilization", "80"),
                            seeded("connections", "100"),
                            seeded("cpu", "75"))));

    private AuroraPresets() {}

    /** The seed leaves out how missing data counts, which is to say {@code missing} (CloudWatch API, PutMetricAlarm). */
    private static AlarmRule seeded(String alarm, String threshold) {
        return new AlarmRule(alarm, true, new BigDecimal(threshold), 2, 2, FIVE_MINUTES, MissingData.MISSING);
    }
}
