package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What involves more than one setting. */
final class AuroraRules {
    private AuroraRules() {}

    static List<Problem> problems(EnvironmentDefinition definition) {
        List<Problem> problems = new ArrayList<>();
        BigDecimal minimum = definition.number(AuroraSettings.MIN_CAPACITY);
        BigDecimal maximum = definition.number(AuroraSettings.MAX_CAPACITY);
        if (minimum.compareTo(maximum) > 0) {
            problems.add(new Problem(
                    AuroraSettings.MIN_CAPACITY,
                    "The minimum of %s is above the maximum of %s ACU."
                            .formatted(minimum.toPlainString(), maximum.toPlainString()),
                    new Problem.Fix(
                            "Use " + maximum.toPlainString() + " ACU",
                            AuroraSettings.MIN_CAPACITY,
                            maximum.toPlainString())));
        }
        return problems;
    }

    static List<Finding> findings(EnvironmentDefinition definition) {
        return List.of();
    }
}
