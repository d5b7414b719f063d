package io.tapdeck.deploy.operation;

import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.follow.Follower;
import io.tapdeck.deploy.follow.NotStarted;
import io.tapdeck.deploy.follow.RollBacks;
import io.tapdeck.deploy.follow.Run;
import io.tapdeck.deploy.journal.Arrivals;
import io.tapdeck.deploy.journal.StackWrites;
import io.tapdeck.deploy.journal.Story;
import io.tapdeck.deploy.journal.Story.Sent;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.review.MovedResources;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.store.JournalEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of an operation whose process died. The journal says what was sent last, the account whether it
 * arrived; nothing is sent again. What arrived is followed to its end, or its end is read from its events if that came long
 * ago; stacks whose turn had not come stay as they are, and the outcome says so.
 */
public final class Resumption {
    private static final Remedy DEPLOY_AGAIN =
            new Remedy("Deploy again: what is done already is skipped.", Remedy.Action.DEPLOY_AGAIN);
    private static final Remedy DESTROY = new Remedy("Destroy the environment again.", Remedy.Action.DESTROY);

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
            return notStarted(story.begun(), "Tapdeck ended before it asked AWS for anything to be changed.");
        }
        Sent last = started.getLast();
        JournalEntry line = last.line();
        StackRegion region = regions.in(line.region());
        if (!new Arrivals(region.client(), region.calls()).of(last)) {
            if (story.operation() == Operation.DELETE && gone(region, line)) {
                return new Ended(region.connection().clock().instant(), new Outcome.Gone(line.stackName()));
            }
            return notStarted(line, "Tapdeck ended before %s reached AWS.".formatted(line.call()));
        }
        Ended ended = follow(region, line);
        if (!ended.outcome().succeeded()) {
            return ended;
        }
        return waiting()
                .map(next -> notStarted(next, "Tapdeck ended before this stack's turn."))
                .orElseGet(() -> whole(ended));
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
        return RollBacks.told(line.call(), ended);
    }

    private Follower.Start start(JournalEntry line) {
        return line.call().equals("CancelUpdateStack")
                ? new Follower.Start(story.since(), Arrivals.turn(line))
                : Follower.Start.of(story.operation(), String.valueOf(line.token()), story.since());
    }

    /** The stack whose turn would have come next; empty if none is left. */
    private Optional<JournalEntry> waiting() {
        Predicate<String> untouched = stackName -> story.started().stream()
                .noneMatch(call -> call.line().stackName().equals(stackName));
        return Stream.concat(story.planned("DeleteStack").stream(), story.waiting().stream())
                .filter(line -> untouched.test(line.stackName()))
                .findFirst();
    }

    /** How the whole ended, once every stack's turn has been. */
    private Ended whole(Ended last) {
        EnvironmentKey environment = undertaking.environment();
        return switch (last.outcome()) {
            case Outcome.Gone gone -> new Ended(last.at(), new Outcome.Gone(environment.stackName(), gone.orphans()));
            case Outcome.Up up
            when !up.stackName().equals(environment.stackName()) ->
                new Ended(
                        last.at(),
                        new Outcome.Up(
                                environment.stackName(), regions.own().stacks().outputs(environment.stackName())));
            default -> last;
        };
    }

    private @Nullable Part part(JournalEntry line) {
        return line.stackName().equals(undertaking.environment().stackName())
                ? null
                : new Part(line.stackName(), line.region());
    }

    private Ended notStarted(JournalEntry line, String reason) {
        Remedy again = story.operation() == Operation.DELETE ? DESTROY : DEPLOY_AGAIN;
        return new NotStarted(
                        line.stackName(), part(line), regions.own().connection().clock()::instant, again.words())
                .end(reason, List.of(again));
    }
}
