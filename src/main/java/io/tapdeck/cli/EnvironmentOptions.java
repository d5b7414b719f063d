package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.environment.EnvironmentKey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An environment that is there, or of which a part is: {@code --suffix S [--blueprint ID] TARGET}. */
final class EnvironmentOptions {
    @Option(names = "--suffix", required = true, paramLabel = "S", description = "The environment's name.")
    String suffix = "";

    @Option(
            names = "--blueprint",
            paramLabel = "ID",
            description = "Needed where two environments share a suffix, or where only a part is left.")
    @Nullable
    String blueprint;

    @Mixin
    TargetOptions target = new TargetOptions();

    /**
     * The environment's key. Named in full, it need not be listed: a part or an empty stack may be left of it.
     *
     * @throws CommandFailure if it is not named in full and there is none, or several
     */
    EnvironmentKey key(Workbench workbench) {
        return Environments.key(workbench, suffix, blueprint);
    }

    /** What is typed after a command to mean an environment of this target. */
    static String typed(EnvironmentKey environment, TargetOptions target) {
        return "--blueprint %s --suffix %s %s"
                .formatted(environment.blueprint(), environment.suffix(), target.in(environment.region()));
    }
}
