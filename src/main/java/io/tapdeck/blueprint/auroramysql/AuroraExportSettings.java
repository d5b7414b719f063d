package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Mutability;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Problem.Fix;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.Setting.Choice.Option;
import io.tapdeck.environment.SettingSection;
import io.tapdeck.environment.SettingSection.Form;
import java.math.BigDecimal;
import java.util.List;

/** How the bucket of snapshot exports keeps them. */
public final class AuroraExportSettings {
    /** Days after which tiered exports go to Infrequent Access. */
    public static final int INFREQUENT_ACCESS_DAYS = 30;

    /** Days after which tiered exports go to Glacier. */
    public static final int GLACIER_DAYS = 90;

    static final String OWN_KEY = "kms";
    static final String S3_KEY = "s3";
    static final String TIERED = "tiered";
    static final String EXPIRE = "expire";

    static final SettingSection SECTION = new SettingSection(
            "exports",
            "Snapshot exports",
            "in the backup bucket",
            Form.FIELDS,
            List.of(
                    new Setting.Choice(
                            AuroraSettings.BUCKET_ENCRYPTION,
                            "Encrypted with",
                            "The bucket's default encryption; it holds for what is written from then on.",
                            Mutability.IN_PLACE,
                            OWN_KEY,
                            List.of(new Option(OWN_KEY, "Own KMS key"), new Option(S3_KEY, "S3-managed key"))),
                    new Setting.Choice(
                            AuroraSettings.BUCKET_LIFECYCLE,
                            "Lifecycle",
                            "Tiered: Infrequent Access after 30 days, Glacier after 90, then deleted.",
                            Mutability.IN_PLACE,
                            TIERED,
                            List.of(new Option(TIERED, "Tiered"), new Option(EXPIRE, "Delete only"))),
                    new Setting.Quantity(
                            AuroraSettings.EXPORT_EXPIRY_DAYS,
                            "Exports kept",
                            "Days until an export is deleted, 1 to 3650; above 90 where exports are tiered.",
                            Mutability.IN_PLACE,
                            "365",
                            BigDecimal.ONE,
                            new BigDecimal("3650"),
                            BigDecimal.ONE,
                            "days")));

    private AuroraExportSettings() {}

    /** Whether the bucket uses the environment's own key. */
    public static boolean ownKey(EnvironmentDefinition definition) {
        return definition.text(AuroraSettings.BUCKET_ENCRYPTION).equals(OWN_KEY);
    }

    /** Whether exports move to cheaper storage before they are deleted. */
    public static boolean tiered(EnvironmentDefinition definition) {
        return definition.text(AuroraSettings.BUCKET_LIFECYCLE).equals(TIERED);
    }

    /** S3 user guide, "Lifecycle configuration elements": an object expires after its last transition. */
    static List<Problem> problems(EnvironmentDefinition definition) {
        BigDecimal days = definition.number(AuroraSettings.EXPORT_EXPIRY_DAYS);
        if (!tiered(definition) || days.compareTo(BigDecimal.valueOf(GLACIER_DAYS)) > 0) {
            return List.of();
        }
        return List.of(new Problem(
                AuroraSettings.EXPORT_EXPIRY_DAYS,
                "Tiered exports reach Glacier after %d days and are deleted later than that.".formatted(GLACIER_DAYS),
                new Fix("Delete only, no tiers", AuroraSettings.BUCKET_LIFECYCLE, EXPIRE)));
    }
}
