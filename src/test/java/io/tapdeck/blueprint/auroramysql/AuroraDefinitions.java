package io.tapdeck.blueprint.auroramysql;

import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Validation;

/** Definitions of {@code aurora-mysql} for tests. */
public final class AuroraDefinitions {
    private AuroraDefinitions() {}

    /** A new draft of the preset {@code secure}, as the wizard begins with it, with the suffix {@code dev}. */
    public static Draft draft() {
        return draft("secure");
    }

    /** A new draft of a preset, with the suffix {@code dev}. */
    public static Draft draft(String preset) {
        AuroraMySql blueprint = new AuroraMySql();
        return Draft.of(blueprint, blueprint.preset(preset).orElseThrow()).withSuffix("dev");
    }

    /** What {@link #draft()} becomes. */
    public static EnvironmentDefinition dev() {
        return valid(draft());
    }

    /** The definition of a draft that is valid. */
    public static EnvironmentDefinition valid(Draft draft) {
        return switch (Validation.of(new AuroraMySql(), draft)) {
            case Validation.Valid(EnvironmentDefinition definition) -> definition;
            case Validation.Invalid invalid -> throw new AssertionError(invalid.problems());
        };
    }
}
