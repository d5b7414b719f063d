package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.SettingChange;
import io.tapdeck.environment.SettingRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What makes a definition impossible although each of its settings is valid. */
final class AuroraRules {
    private static final String LEAST_THAT_RUNS = "0.5";

    static final List<SettingRule> ALL = List.of(
            new SettingRule(
                    List.of(AuroraSettings.ENGINE_VERSION, AuroraSettings.MIN_CAPACITY, AuroraSettings.MAX_CAPACITY),
                    AuroraRules::capacity),
            new SettingRule(
                    List.of(AuroraSettings.VPC_CIDR, AuroraSettings.SUBNET_CIDR_A, AuroraSettings.SUBNET_CIDR_B),
                    AuroraSubnets::problems),
            new SettingRule(
                    List.of(AuroraSettings.BUCKET_LIFECYCLE, AuroraSettings.EXPORT_EXPIRY_DAYS),
                    AuroraExportSettings::problems));

    private AuroraRules() {}

    private static List<Problem> capacity(EnvironmentDefinition definition) {
        String version = definition.text(AuroraSettings.ENGINE_VERSION);
        BigDecimal minimum = definition.number(AuroraSettings.MIN_CAPACITY);
        BigDecimal maximum = definition.number(AuroraSettings.MAX_CAPACITY);
        BigDecimal greatest = AuroraCapacity.greatest(version);
        BigDecimal reachable = maximum.min(greatest);
        List<Problem> problems = new ArrayList<>();
        if (minimum.signum() == 0 && !AuroraCapacity.canPause(version)) {
            problems.add(problem(
                    AuroraSettings.MIN_CAPACITY,
                    "Version %s cannot pause; a minimum of 0 takes 3.08.0 or later.".formatted(version),
                    LEAST_THAT_RUNS));
        } else if (minimum.compareTo(reachable) > 0) {
            problems.add(problem(
                    AuroraSettings.MIN_CAPACITY,
                    "The minimum of %s is above the maximum of %s ACU."
                            .formatted(minimum.toPlainString(), reachable.toPlainString()),
                    reachable.toPlainString()));
        }
        if (maximum.compareTo(greatest) > 0) {
            problems.add(problem(
                    AuroraSettings.MAX_CAPACITY,
                    "Version %s grows to %s ACU at most.".formatted(version, greatest.toPlainString()),
                    greatest.toPlainString()));
        }
        return problems;
    }

    /**
     * Aurora user guide, "Upgrading the minor version or patch level of an Aurora MySQL DB cluster": there is no way back
     * to an older version.
     */
    static List<Problem> changeProblems(EnvironmentDefinition running, EnvironmentDefinition wanted) {
        return Stream.concat(downgrades(running, wanted), AuroraRestore.changeProblems(running, wanted).stream())
                .toList();
    }

    private static Stream<Problem> downgrades(EnvironmentDefinition running, EnvironmentDefinition wanted) {
        return SettingChange.between(new AuroraMySql(), running, wanted).stream()
                .filter(change -> change.setting().key().equals(AuroraSettings.ENGINE_VERSION))
                .filter(change -> !AuroraCapacity.isAtLeast(change.after(), change.before()))
                .map(change -> change.putBack("%s runs with %s, and AWS does not downgrade to %s."
                        .formatted(running.suffix(), change.before(), change.after())));
    }

    private static Problem problem(String field, String message, String capacity) {
        return new Problem(field, message, new Problem.Fix("Use " + capacity + " ACU", field, capacity));
    }
}
