package io.tapdeck.deploy.operation;

import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Outcome.Orphan;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.follow.Follower;
import io.tapdeck.deploy.follow.NotStarted;
import io.tapdeck.deploy.follow.RollBacks;
import io.tapdeck.deploy.follow.Run;
import io.tapdeck.deploy.journal.Arrivals;
import io.tapdeck.deploy.journal.LeftOut;
import io.tapdeck.deploy.journal.StackWrites;
import io.tapdeck.deploy.journal.Story;
import io.tapdeck.deploy.journal.Story.Sent;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.review.MovedResources;
import io.tapdeck.deploy.stack.StackEvents;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.deploy.template.TemplateGraph;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.store.JournalEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/**
 * Finds out what became of an operation whose process died. The journal says what was sent last, the account whether it
 * arrived; nothing is sent again. What arrived is followed to its end, or its end is read from its events if that came long
 * ago; stacks whose turn had not come stay as they are, and the outcome says so.
 */
public final class Resumption {
    private static final Remedy DEPLOY_AGAIN =
            new Remedy("Deploy again: what is done already is skipped.", Remedy.Action.DEPLOY_AGAIN);
    private static final Remedy DESTROY = new Remedy("Destroy the environment again.", Remedy.Action.DESTROY);

    private static final Duration POLL = Duration.ofSeconds(2);
    /** How often the events may be older than the stack's end before they are taken as they are. */
    private static final int STALE_READS = 5;

    private final StackRegions regions;
    private final MovedResources moved;
    private final Undertaking undertaking;
    private final Story story;
    private final DeploymentListener listener;

    public Resumption(
            StackRegions regions,
            MovedResources moved,
            Undertaking undertaking,
            Story story,
            DeploymentListener listener) {
        this.regions = regions;
        this.moved = moved;
        this.undertaking = undertaking;
        this.story = story;
        this.listener = listener;
    }

    public Outcome run() {
        Ended ended = end();
        listener.on(ended);
        return ended.outcome();
    }

    private Ended end() {
        List<Sent> started = story.started();
        if (started.isEmpty()) {
            return story.changedProtection()
                    ? rest(up(regions.own().connection().clock().instant()))
                    : untouched();
        }
        Sent last = started.getLast();
        JournalEntry line = last.line();
        StackRegion region = regions.in(line.region());
        Ended ended;
        if (new Arrivals(region.client(), region.calls()).of(last)) {
            ended = follow(region, line);
        } else if (story.operation() == Operation.DELETE && gone(region, line)) {
            ended = new Ended(region.connection().clock().instant(), new Outcome.Gone(line.stackName()));
        } else {
            return notStarted(line, "Tapdeck ended before %s reached AWS.".formatted(line.call()) + emptied());
        }
        return ended.outcome().succeeded() ? rest(ended) : ended;
    }

    private Ended untouched() {
        String emptied = emptied();
        return notStarted(
                story.begun(),
                emptied.isEmpty()
                        ? "Tapdeck ended before it asked AWS for anything to be changed."
                        : "Tapdeck ended before it asked AWS to delete a stack." + emptied);
    }

    /** What no deletion of a stack brings about, and no stack tells of. */
    private String emptied() {
        return story.emptied().stream()
                .map(line -> " May be deleted already: " + line.words())
                .collect(Collectors.joining());
    }

    /** What the stacks after one that is done come to: the next that waits, or the end of the whole. */
    private Ended rest(Ended done) {
        return waiting()
                .map(next -> notStarted(next, "Tapdeck ended before this stack's turn."))
                .or(() -> unprotected()
                        .map(next ->
                                notStarted(next, "Tapdeck ended before it set this stack's termination protection.")))
                .orElseGet(() -> whole(done));
    }

    /** A stack of which only the protection was to change, and has not; empty if there is none. */
    private Optional<JournalEntry> unprotected() {
        return story.planned(StackWrites.TERMINATION_PROTECTION).stream()
                .filter(line -> untouched(line.stackName()))
                .filter(line -> !new Protection(regions.in(line.region()), undertaking).isSet(line))
                .findFirst();
    }

    /** Whether a stack is deleted, by whomever. */
    private static boolean gone(StackRegion region, JournalEntry line) {
        return region.stacks()
                .find(String.valueOf(line.stackId()))
                .filter(stack -> !stack.stackStatusAsString().equals("DELETE_COMPLETE"))
                .isEmpty();
    }

    private Ended follow(StackRegion region, JournalEntry line) {
        String stackId = String.valueOf(line.stackId());
        Part part = part(line);
        Operation operation = story.operation();
        listener.on(new Started(
                story.since(),
                operation,
                line.stackName(),
                stackId,
                moved.of(region, undertaking.environment(), part, operation, stackId, line.token())));
        Ended ended = region.run()
                .follow(
                        new Run.Accepted(operation, line.stackName(), stackId, part, start(line)),
                        listener,
                        (status, at) -> story.planned(StackWrites.TERMINATION_PROTECTION, line.stackName())
                                .flatMap(
                                        planned -> new Protection(region, undertaking).set(planned, part, status, at)));
        return RollBacks.asks(line.call())
                ? new Ended(
                        ended.at(),
                        RollBacks.told(
                                ended.outcome(),
                                skippedNames(region, line, part),
                                new EmptyStack(regions, undertaking, stackId, part)::cleared))
                : ended;
    }

    private List<String> skippedNames(StackRegion region, JournalEntry line, @Nullable Part part) {
        Set<String> skipped = LeftOut.skipped(line.words());
        if (skipped.isEmpty()) {
            return List.of();
        }
        List<String> all = region.stacks().resources(String.valueOf(line.stackId())).stream()
                .map(StackResourceSummary::logicalResourceId)
                .toList();
        DisplayNames names = names(all, part);
        return all.stream().filter(skipped::contains).map(names::of).toList();
    }

    private Follower.Start start(JournalEntry line) {
        String token = String.valueOf(line.token());
        if (!line.call().equals("CancelUpdateStack")) {
            return Follower.Start.of(story.operation(), token, story.since());
        }
        // What is cut short may be told, under the call's token, before the stack turns.
        Predicate<StackEvent> turn = Arrivals.turn(line);
        return new Follower.Start(story.since(), event -> token.equals(event.clientRequestToken()) || turn.test(event));
    }

    /** The stack whose turn would have come next; empty if none is left. */
    private Optional<JournalEntry> waiting() {
        return Stream.concat(story.planned("DeleteStack").stream(), story.waiting().stream())
                .filter(line -> untouched(line.stackName()))
                .findFirst();
    }

    private boolean untouched(String stackName) {
        return story.started().stream()
                .noneMatch(call -> call.line().stackName().equals(stackName));
    }

    /** How the whole ended, once every stack's turn has been. */
    private Ended whole(Ended last) {
        return switch (last.outcome()) {
            case Outcome.Gone _
            when story.operation() == Operation.DELETE -> new Ended(last.at(), new Outcome.Gone(subject(), orphans()));
            case Outcome.Up up when isPart(up.stackName()) -> up(last.at());
            default -> last;
        };
    }

    /** The environment is up, as its own stack tells, whatever its name is. */
    private Ended up(Instant at) {
        EnvironmentKey environment = undertaking.environment();
        return new Ended(
                at,
                regions.own()
                        .stacks()
                        .of(environment)
                        .map(stack -> new Outcome.Up(stack.stackName(), Stacks.outputs(stack)))
                        .orElseGet(() -> new Outcome.Up(environment.stackName(), Map.of())));
    }

    /** What is gone: the environment, or a part of one that stays. */
    private String subject() {
        EnvironmentKey environment = undertaking.environment();
        List<String> deleted =
                story.started().stream().map(call -> call.line().stackName()).toList();
        return deleted.stream()
                .filter(stackName -> !isPart(stackName))
                .findFirst()
                .orElseGet(() -> regions.own().stacks().of(environment).isEmpty()
                        ? environment.stackName()
                        : deleted.getFirst());
    }

    private boolean isPart(String stackName) {
        EnvironmentKey environment = undertaking.environment();
        return Part.of(environment, stackName, environment.region()) != null;
    }

    /** What the deletions left out, by the account's events: who heard of it may be dead. */
    private List<Orphan> orphans() {
        Orphans orphans = new Orphans(_ -> {});
        List<Orphan> all = new ArrayList<>();
        for (Sent call : story.started()) {
            JournalEntry line = call.line();
            Part part = part(line);
            String stackId = String.valueOf(line.stackId());
            StackRegion region = regions.in(line.region());
            List<StackEvent> events = deletion(region, stackId);
            events.forEach(event -> orphans.on(StackEvents.told(event, part)));
            if (!events.isEmpty()) {
                TemplateGraph template = region.stacks().template(stackId);
                all.addAll(orphans.of(template, names(template.logicalIds(), part)));
            }
        }
        return all;
    }

    /** The events of a stack that is deleted; a read may be older than its end, and lack what was left out. */
    private static List<StackEvent> deletion(StackRegion region, String stackId) {
        for (int left = STALE_READS; ; left--) {
            List<StackEvent> events = region.calls()
                    .call(() -> Stacks.present(
                            () -> Optional.of(new StackEvents(region.client()).backTo(_ -> false, stackId))))
                    .orElse(List.of());
            if (left == 0 || events.stream().anyMatch(StackEvents::deleted)) {
                return events;
            }
            region.calls().pause(POLL);
        }
    }

    private DisplayNames names(Collection<String> logicalIds, @Nullable Part part) {
        return new DisplayNames(logicalIds, undertaking.environment().suffix().value(), part);
    }

    private @Nullable Part part(JournalEntry line) {
        return Part.of(undertaking.environment(), line.stackName(), line.region());
    }

    private Ended notStarted(JournalEntry line, String reason) {
        Remedy again = story.operation() == Operation.DELETE ? DESTROY : DEPLOY_AGAIN;
        return new NotStarted(
                        line.stackName(), part(line), regions.own().connection().clock()::instant, again.words())
                .end(reason, List.of(again));
    }
}
