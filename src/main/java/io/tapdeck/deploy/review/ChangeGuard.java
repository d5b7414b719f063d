package io.tapdeck.deploy.review;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.RefusedChangeException;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.SettingChange;
import io.tapdeck.environment.SettingLoss;
import io.tapdeck.environment.Validation;
import java.util.List;
import java.util.stream.Collectors;

/** Holds what is wanted against what runs. */
public final class ChangeGuard {
    private final Blueprints blueprints;

    public ChangeGuard(Blueprints blueprints) {
        this.blueprints = blueprints;
    }

    /**
     * What an edit does to settings.
     *
     * @param changes in the blueprint's order
     * @param losses what they delete
     */
    record Edit(List<SettingChange> changes, List<SettingLoss> losses) {
        static final Edit NONE = new Edit(List.of(), List.of());
    }

    /**
     * What an edit changes.
     *
     * @param running the definition as it runs
     * @throws RefusedChangeException with every problem if what runs cannot become what is wanted
     * @throws DeployException if this Tapdeck does not understand what runs
     */
    Edit edit(Draft running, EnvironmentDefinition wanted) {
        Blueprint blueprint = blueprints
                .find(running.blueprint())
                .orElseThrow(() -> new DeployException(
                        "%s runs with the blueprint “%s”, which this Tapdeck does not know."
                                .formatted(wanted.suffix(), running.blueprint()),
                        "Use the Tapdeck that deployed it."));
        EnvironmentDefinition now = understood(blueprint, running);
        List<Problem> problems = SettingChange.problems(blueprint, now, wanted);
        if (!problems.isEmpty()) {
            throw new RefusedChangeException(wanted.suffix().value(), problems);
        }
        return new Edit(SettingChange.between(blueprint, now, wanted), blueprint.losses(now, wanted));
    }

    private static EnvironmentDefinition understood(Blueprint blueprint, Draft running) {
        return switch (Validation.of(blueprint, running)) {
            case Validation.Valid valid -> valid.definition();
            case Validation.Invalid invalid ->
                throw new DeployException(
                        "What runs has a definition that this Tapdeck does not understand. "
                                + invalid.problems().stream()
                                        .map(problem -> problem.field() + ": " + problem.message())
                                        .collect(Collectors.joining(" ")),
                        "Use the newest Tapdeck; a newer one may have deployed it.");
        };
    }
}
