package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Mutability;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingChange;
import io.tapdeck.environment.SettingRule;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cluster that begins with a snapshot's data. The snapshot stays in the template for ever: without it, or with another,
 * CloudFormation would replace the cluster (CloudFormation user guide, "AWS::RDS::DBCluster", SnapshotIdentifier).
 */
public final class AuroraRestore {
    /** RDS API reference, CreateDBClusterSnapshot; automated snapshots begin with {@code rds:}. */
    private static final String NAME = "(?:rds:)?[A-Za-z](?:-?[A-Za-z0-9])*";

    private static final Pattern FORM =
            Pattern.compile("(?:arn:aws[a-z-]*:rds:(?<region>[a-z0-9-]+):[0-9]{12}:cluster-snapshot:)?" + NAME);

    static final Setting SETTING = new Setting.Name(
            AuroraSettings.RESTORE_FROM,
            "Restored from",
            "A DB cluster snapshot, by name or ARN. Databases and users come from it; “admin” gets a new password.",
            Mutability.FIXED,
            "",
            255,
            AuroraRestore::complaint,
            "a new, empty database");

    private AuroraRestore() {}

    /** The snapshot that the cluster begins with; empty for a new database. */
    public static Optional<String> snapshot(EnvironmentDefinition definition) {
        return Optional.of(definition.text(AuroraSettings.RESTORE_FROM)).filter(snapshot -> !snapshot.isEmpty());
    }

    /**
     * The definition as the template records it: without the setting where there is no snapshot, so that templates of
     * environments from before there was this setting stay as they are.
     */
    public static EnvironmentDefinition recorded(EnvironmentDefinition definition) {
        if (snapshot(definition).isPresent()) {
            return definition;
        }
        SortedMap<String, String> settings = new TreeMap<>(definition.settings());
        settings.remove(AuroraSettings.RESTORE_FROM);
        return new EnvironmentDefinition(
                definition.blueprint(),
                definition.preset(),
                definition.suffix(),
                settings,
                definition.alarms(),
                definition.recipients());
    }

    private static @Nullable String complaint(String text) {
        return FORM.matcher(text).matches()
                ? null
                : "A snapshot's name begins with a letter and goes on with letters, digits and single hyphens; an ARN ends"
                        + " with :cluster-snapshot:NAME.";
    }

    /** RDS API reference, RestoreDBClusterFromSnapshot: a snapshot is restored where it is; it can be copied first. */
    static SettingRule here(String region) {
        return new SettingRule(List.of(AuroraSettings.RESTORE_FROM), definition -> {
            Matcher form = FORM.matcher(definition.text(AuroraSettings.RESTORE_FROM));
            return form.matches()
                            && form.group("region") != null
                            && !form.group("region").equals(region)
                    ? List.of(new Problem(
                            AuroraSettings.RESTORE_FROM,
                            "The snapshot is in %s. Copy it to %s first.".formatted(form.group("region"), region)))
                    : List.of();
        });
    }

    /** The first database is the snapshot's, so that its name cannot be chosen any more. */
    static List<Problem> changeProblems(EnvironmentDefinition running, EnvironmentDefinition wanted) {
        return snapshot(running).isEmpty()
                ? List.of()
                : SettingChange.between(new AuroraMySql(), running, wanted).stream()
                        .filter(change -> change.setting().key().equals(AuroraSettings.DATABASE_NAME))
                        .map(change -> change.putBack("The databases of %s come from a snapshot, with their names."
                                .formatted(running.suffix())))
                        .toList();
    }
}
