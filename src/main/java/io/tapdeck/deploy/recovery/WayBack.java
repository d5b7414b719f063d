package io.tapdeck.deploy.recovery;

import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.deploy.Situation.BlockedResource;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackAction;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.follow.Follower;
import io.tapdeck.deploy.follow.RollBacks;
import io.tapdeck.deploy.follow.Run;
import io.tapdeck.deploy.journal.StackWrites;
import io.tapdeck.deploy.operation.EmptyStack;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.review.PlannedResources;
import io.tapdeck.deploy.stack.RequestTokens;
import io.tapdeck.deploy.stack.StackEvents;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.deploy.template.TemplateGraph;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.CancelUpdateStackRequest;
import software.amazon.awssdk.services.cloudformation.model.ContinueUpdateRollbackRequest;
import software.amazon.awssdk.services.cloudformation.model.RollbackStackRequest;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** Brings one stack back to its last stable state: from a running update, from a pause, or from a rollback that stopped. */
public final class WayBack {
    private final StackRegions regions;
    private final StackRegion region;
    private final Undertaking undertaking;
    private final PlannedResources planned;
    private final StackSituation situation;
    private final String stackId;
    private final Set<String> skipped;
    private final boolean creation;

    WayBack(
            StackRegions regions,
            Undertaking undertaking,
            PlannedResources planned,
            StackSituation situation,
            String stackId,
            Set<String> skipped) {
        this.regions = regions;
        this.region = regions.of(situation.part());
        this.undertaking = undertaking;
        this.planned = planned;
        this.situation = situation;
        this.stackId = stackId;
        this.skipped = skipped;
        this.creation = situation.state().removedByRollBack();
    }

    /** Sends the call and follows it. */
    Outcome run(StackAction action, DeploymentListener listener) {
        LastOperation before = LastOperation.of(region, stackId);
        String token = RequestTokens.of(action.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        send(action, token);
        Operation operation = undertaking.operation();
        listener.on(new Started(
                region.connection().clock().instant(), operation, situation.stackName(), stackId, resources(before)));
        Ended ended = region.run()
                .follow(
                        new Run.Accepted(
                                operation, situation.stackName(), stackId, situation.part(), start(before, token)),
                        listener,
                        Run.Mend.nothing());
        Outcome outcome = RollBacks.told(
                ended.outcome(),
                skippedNames(),
                new EmptyStack(regions, undertaking, stackId, situation.part())::cleared);
        listener.on(new Ended(ended.at(), outcome));
        return outcome;
    }

    private void send(StackAction action, String token) {
        StackWrites writes = region.writes();
        switch (action) {
            case CANCEL_UPDATE ->
                writes.cancelUpdateStack(
                        undertaking,
                        CancelUpdateStackRequest.builder()
                                .stackName(stackId)
                                .clientRequestToken(token)
                                .build());
            case ROLL_BACK ->
                writes.rollbackStack(
                        undertaking,
                        RollbackStackRequest.builder()
                                .stackName(stackId)
                                // What a creation that failed has made goes whole; an update's new resources keep their
                                // policy.
                                .retainExceptOnCreate(creation)
                                .clientRequestToken(token)
                                .build());
            case CONTINUE_ROLLBACK ->
                writes.continueUpdateRollback(
                        undertaking,
                        ContinueUpdateRollbackRequest.builder()
                                .stackName(stackId)
                                .resourcesToSkip(skipped)
                                .clientRequestToken(token)
                                .build());
            default -> throw new IllegalArgumentException(action + " brings nothing back");
        }
    }

    /** With the call's token, or the first start of a rollback that was not there before the call. */
    private static Follower.Start start(LastOperation before, String token) {
        Set<String> known = before.events().stream().map(StackEvent::eventId).collect(Collectors.toSet());
        return new Follower.Start(
                before.newest().orElse(Instant.EPOCH),
                event -> token.equals(event.clientRequestToken())
                        || (StackEvents.ofStack(event)
                                && event.resourceStatusAsString().endsWith("ROLLBACK_IN_PROGRESS")
                                && !known.contains(event.eventId())));
    }

    private List<PlannedResource> resources(LastOperation before) {
        TemplateGraph template = region.stacks().template(stackId);
        Map<String, String> moved = before.moved(situation.state().name());
        skipped.forEach(moved::remove);
        return planned.broughtBack(
                template,
                DisplayNames.of(
                        template,
                        moved.keySet(),
                        undertaking.environment().suffix().value(),
                        situation.part()),
                moved);
    }

    private List<String> skippedNames() {
        return situation.blocked().stream()
                .filter(resource -> skipped.contains(resource.logicalId()))
                .map(BlockedResource::displayName)
                .toList();
    }
}
