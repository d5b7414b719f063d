package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Navigator;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.environment.EnvironmentKey;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;

/** What the page of a deployment shows when it has ended: a card, and the buttons for what comes next. */
final class DeploymentEnd {
    private final PageContext context;
    private final RunningDeployments deployments;
    private final DeploymentModel model;
    private final ZoneId zone;

    DeploymentEnd(PageContext context, RunningDeployments deployments, DeploymentModel model, ZoneId zone) {
        this.context = context;
        this.deployments = deployments;
        this.model = model;
        this.zone = zone;
    }

    /** The cards of an outcome; none where the head says it all. */
    List<Region> cards(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> failed(failed);
            case Outcome.Up up -> up.outputs().isEmpty() ? List.of() : List.of(new UpCard(up));
            case Outcome.Gone gone -> gone.orphans().isEmpty() ? List.of() : List.of(new OrphansCard(gone.orphans()));
            case Outcome.RolledBack back ->
                back.skipped().isEmpty() ? List.of() : List.of(new SkippedCard(back.skipped()));
            case Outcome.UpToDate same -> List.of();
        };
    }

    private List<Region> failed(Outcome.Failed failed) {
        RootCauseCard cause = failure(failed);
        List<Outcome.Orphan> kept = failed.status().equals("ROLLBACK_COMPLETE")
                ? model.state().kept().stream()
                        .map(resource -> Outcome.Orphan.of(
                                resource.planned().displayName(),
                                resource.planned().resourceType(),
                                resource.physicalId()))
                        .toList()
                : List.of();
        return kept.isEmpty() ? List.of(cause) : List.of(cause, new OrphansCard(kept));
    }

    private RootCauseCard failure(Outcome.Failed failed) {
        String name = model.state()
                .resource(failed.cause().id())
                .map(resource -> resource.planned().displayName())
                .orElse(failed.cause().id());
        return new RootCauseCard(failed.cause(), name, model.state().log().size(), zone, remedies());
    }

    private RemedyActions remedies() {
        Navigator navigator = context.navigator();
        EnvironmentKey environment = model.environment();
        if (!context.mayChange()) {
            return new RemedyActions(true, Map.of(Remedy.Action.RECOVER, () -> navigator.situation(environment)));
        }
        Runnable settings = model.state().operation() == Operation.CREATE
                ? () -> navigator.again(environment)
                : () -> navigator.retry(environment);
        return new RemedyActions(
                true,
                Map.of(
                        Remedy.Action.DEPLOY_AGAIN, settings,
                        Remedy.Action.CHANGE_SETTINGS, settings,
                        Remedy.Action.OTHER_SUFFIX, () -> navigator.another(environment),
                        Remedy.Action.RECOVER, () -> navigator.situation(environment),
                        Remedy.Action.DESTROY, () -> navigator.situation(environment)));
    }

    /** The buttons of an outcome. */
    List<Button> buttons(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up up -> List.of(watch());
            case Outcome.UpToDate same -> List.of(watch());
            case Outcome.RolledBack back -> List.of(watch());
            case Outcome.Gone gone ->
                List.of(Buttons.secondary("Environments", Icons.ENVIRONMENTS, context.navigator()::home));
            case Outcome.Failed failed -> buttons(failed);
        };
    }

    private List<Button> buttons(Outcome.Failed failed) {
        if (context.mayChange() && failed.status().equals("ROLLBACK_COMPLETE")) {
            return List.of(Buttons.secondary("Delete the empty stack", Icons.DESTROY, () -> deleteEmpty(failed)));
        }
        boolean stuck = new StackState(failed.status()).meaning() == StackState.Meaning.STUCK;
        return stuck ? List.of(situation("See what can be done…")) : List.of();
    }

    /** The way to how the stacks stand. */
    Button situation(String words) {
        return Buttons.secondary(words, Icons.LOOK, () -> context.navigator().situation(model.environment()));
    }

    /** The way to the operation that kept this one from beginning. */
    Button other() {
        return Buttons.primary("Follow it", Icons.DEPLOYMENTS, this::followOther);
    }

    void followOther() {
        deployments.followOther(model.environment());
        context.navigator().deployment(model.environment());
    }

    private Button watch() {
        return Buttons.primary(
                "Watch",
                Icons.WATCH,
                () -> context.background()
                        .run(
                                () -> context.services().deployments().find(model.environment()),
                                found -> found.ifPresent(context.navigator()::watch),
                                failure -> context.overlays()
                                        .say("AWS does not answer, so the charts cannot be shown yet. Try it again.")));
    }

    /** This end may be old: the stack is looked at anew, and only one with nothing in it is deleted. */
    private void deleteEmpty(Outcome.Failed failed) {
        context.background()
                .run(
                        () -> context.services().deployments().situation(model.environment()),
                        now -> deleteEmpty(failed, now),
                        failure -> context.overlays().say("AWS does not answer, so nothing is deleted. Try it again."));
    }

    private void deleteEmpty(Outcome.Failed failed, Situation now) {
        now.stacks().stream()
                .filter(stack -> stack.stackName().equals(failed.stackName()))
                .filter(stack -> stack.state().name().equals(failed.status()))
                .flatMap(stack -> now.deletesEmpty(stack).stream())
                .findFirst()
                .ifPresentOrElse(empty -> context.navigator().recover(model.environment(), empty), () -> {
                    context.navigator().situation(model.environment());
                    context.overlays().say("It is not deleted at once: this is how it stands now.");
                });
    }
}
