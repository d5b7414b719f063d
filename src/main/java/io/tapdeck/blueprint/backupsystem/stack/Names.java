package io.tapdeck.blueprint.backupsystem.stack;

import io.tapdeck.blueprint.backupsystem.BackupSettings;
import io.tapdeck.environment.EnvironmentDefinition;
import java.util.Optional;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;

/** The names of tables, queue and topic, where an environment wants any but AWS's own. */
record Names(Stack stack, EnvironmentDefinition definition) {

    /**
     * The name of what has the construct id {@code id} (without suffix). It ends in the last part of the stack's ARN, so
     * that a replaced stack never meets the names of the old one.
     */
    Optional<String> of(String id) {
        return definition.isOn(BackupSettings.PHYSICAL_NAMES)
                ? Optional.of("TapStack%s-%s-%s"
                        .formatted(definition.suffix(), id, Fn.select(2, Fn.split("/", stack.getStackId()))))
                : Optional.empty();
    }
}
