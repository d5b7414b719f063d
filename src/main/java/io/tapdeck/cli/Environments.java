package io.tapdeck.cli;

import io.tapdeck.aws.Session;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import io.tapdeck.monitor.Watched;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the environment that a command means. */
final class Environments {
    private Environments() {}

    /**
     * The one environment of that suffix.
     *
     * @param blueprint narrows the choice, or null
     * @throws CommandFailure if there is none, or several and no blueprint was named
     */
    static DeployedEnvironment find(Deployments deployments, String suffix, @Nullable String blueprint) {
        List<DeployedEnvironment> found = deployments.list().stream()
                .filter(environment -> environment.key().suffix().value().equals(suffix))
                .filter(environment ->
                        blueprint == null || environment.key().blueprint().equals(blueprint))
                .toList();
        if (found.isEmpty()) {
            throw CommandFailure.failed("There is no environment “%s” here. See tapdeck list.".formatted(suffix));
        }
        if (found.size() > 1) {
            String names = found.stream().map(DeployedEnvironment::stackName).collect(Collectors.joining(", "));
            throw CommandFailure.wrongUse(
                    "%d environments are called “%s”: %s. Add --blueprint.".formatted(found.size(), suffix, names));
        }
        return found.getFirst();
    }

    /**
     * The key of an environment: made of what was named, or found among those there are.
     *
     * @throws CommandFailure as {@link #find} does
     */
    static EnvironmentKey key(Workbench workbench, String suffix, @Nullable String blueprint) {
        if (blueprint == null || Suffix.problem(suffix, Suffix.LONGEST) != null) {
            return find(workbench.deployments(), suffix, blueprint).key();
        }
        Session session = workbench.connection().session();
        return new EnvironmentKey(session.account(), session.region(), blueprint, new Suffix(suffix));
    }

    /** What to watch of an environment; empty if this Tapdeck does not know its blueprint. */
    static Optional<Watched> watched(Blueprints blueprints, DeployedEnvironment environment) {
        EnvironmentKey key = environment.key();
        return blueprints
                .find(key.blueprint())
                .map(blueprint -> new Watched(
                        key.account(), key.region(), environment.stackName(), blueprint, environment.resources()));
    }
}
