package io.tapdeck.blueprint.backupsystem;

import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Validation;

/** Definitions of {@code backup-system} for tests. */
public final class BackupDefinitions {
    private BackupDefinitions() {}

    /** A new draft of a preset, as the wizard begins with it, with the suffix {@code dev}. */
    public static Draft draft(String preset) {
        BackupSystem blueprint = new BackupSystem();
        return Draft.of(blueprint, blueprint.preset(preset).orElseThrow()).withSuffix("dev");
    }

    /** A new draft of the preset {@code plain}. */
    public static Draft draft() {
        return draft("plain");
    }

    /** The definition of a draft that is valid. */
    public static EnvironmentDefinition valid(Draft draft) {
        return switch (Validation.of(new BackupSystem(), draft)) {
            case Validation.Valid(EnvironmentDefinition definition) -> definition;
            case Validation.Invalid invalid -> throw new AssertionError(invalid.problems());
        };
    }
}
