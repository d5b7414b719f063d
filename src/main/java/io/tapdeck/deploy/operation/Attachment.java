package io.tapdeck.deploy.operation;

import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.StackState;
import io.tapdeck.deploy.follow.NotStarted;
import io.tapdeck.deploy.follow.RollBacks;
import io.tapdeck.deploy.follow.Run;
import io.tapdeck.deploy.region.EnvironmentStacks;
import io.tapdeck.deploy.region.EnvironmentStacks.Member;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.review.MovedResources;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * Follows an operation that somebody else, or this computer in an earlier life, has started. Who started it goes from stack
 * to stack; if nobody does, the end says which stack waits.
 */
public final class Attachment {
    private static final Duration POLL = Duration.ofSeconds(2);
    /** How often the next stack is looked at before nobody is expected to start it: twice what a change set takes. */
    private static final int LOOKS = 30;

    private final StackRegions regions;
    private final EnvironmentStacks stacks;
    private final MovedResources moved;
    private final EnvironmentKey environment;

    public Attachment(
            StackRegions regions, EnvironmentStacks stacks, MovedResources moved, EnvironmentKey environment) {
        this.regions = regions;
        this.stacks = stacks;
        this.moved = moved;
        this.environment = environment;
    }

    public Optional<Outcome> follow(DeploymentListener listener) {
        List<Part> parts = stacks.parts(environment);
        Optional<Member> next = busy(parts);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        Orphans orphans = new Orphans(listener);
        List<Member> followed = new ArrayList<>();
        while (true) {
            Member member = next.get();
            Beginning beginning = Beginning.of(regions.of(member.part()), member.stack());
            Operation operation = beginning.operation();
            Ended ended = follow(member, beginning, followed.isEmpty(), orphans);
            followed.add(member);
            boolean goesOn = goesOn(ended.outcome(), followed);
            next = goesOn ? next(operation, member.part() == null, parts) : Optional.empty();
            if (next.isEmpty()) {
                Ended end = goesOn ? whole(operation, member.part() == null, parts, ended) : ended;
                Ended told = new Ended(end.at(), named(end.outcome(), followed, orphans));
                listener.on(told);
                return Optional.of(told.outcome());
            }
        }
    }

    /**
     * Whether other stacks have their turn after one: not after a failure or a way back, nor after the deletion of a part of an
     * environment that stays.
     */
    private boolean goesOn(Outcome outcome, List<Member> followed) {
        return switch (outcome) {
            case Outcome.Up _ -> true;
            case Outcome.Gone _ ->
                followed.getFirst().part() == null || stacks.own(environment).isEmpty();
            default -> false;
        };
    }

    /** An end with what a deletion left out, and by the name that the own stack had. */
    private Outcome named(Outcome outcome, List<Member> followed, Orphans orphans) {
        return outcome instanceof Outcome.Gone gone
                ? new Outcome.Gone(
                        followed.stream()
                                .filter(member -> member.part() == null)
                                .map(member -> member.stack().stackName())
                                .findFirst()
                                .orElse(gone.stackName()),
                        followed.stream()
                                .flatMap(member -> orphans.of(member, names(member)).stream())
                                .toList())
                : outcome;
    }

    private DisplayNames names(Member member) {
        return new DisplayNames(
                member.template().logicalIds(), environment.suffix().value(), member.part());
    }

    /** The stack that is started after another; empty if none is left to start, or nobody starts it. */
    private Optional<Member> next(Operation operation, boolean own, List<Part> parts) {
        for (int looks = 0; looks < LOOKS; looks++) {
            Optional<Member> next = busy(parts);
            if (next.isPresent() || waiting(operation, own, parts) == null) {
                return next;
            }
            regions.own().calls().pause(POLL);
        }
        return Optional.empty();
    }

    private Optional<Member> busy(List<Part> parts) {
        return stacks.own(environment)
                .filter(Attachment::busy)
                .or(() -> parts.stream()
                        .flatMap(part -> stacks.member(environment, part).stream())
                        .filter(Attachment::busy)
                        .findFirst());
    }

    private static boolean busy(Member member) {
        return new StackState(member.stack().stackStatusAsString()).busy();
    }

    private Ended follow(Member member, Beginning beginning, boolean first, DeploymentListener listener) {
        Stack stack = member.stack();
        StackRegion region = regions.of(member.part());
        if (first) {
            listener.on(new Started(
                    beginning.first().timestamp(),
                    beginning.operation(),
                    stack.stackName(),
                    stack.stackId(),
                    moved.of(
                            region,
                            environment,
                            member.part(),
                            beginning.moves(),
                            stack.stackId(),
                            beginning.first().clientRequestToken(),
                            member.template())));
        }
        Ended ended = region.run()
                .follow(
                        new Run.Accepted(
                                beginning.operation(),
                                stack.stackName(),
                                stack.stackId(),
                                member.part(),
                                beginning.start()),
                        listener,
                        Run.Mend.nothing());
        // Who only watches takes no stack away.
        return beginning.turnsBack()
                ? new Ended(ended.at(), RollBacks.told(ended.outcome(), List.of(), () -> false))
                : ended;
    }

    /** The stack whose turn comes next, by its name; null if nothing is left to do. */
    private @Nullable String waiting(Operation operation, boolean own, List<Part> parts) {
        if (operation == Operation.DELETE) {
            return parts.stream()
                    .filter(part -> stacks.member(environment, part).isPresent())
                    .map(Part::stackName)
                    .findFirst()
                    .orElse(null);
        }
        return own
                ? null
                : regions.own()
                        .stacks()
                        .of(environment)
                        .filter(stack -> stacks.pending(stack).isPresent())
                        .map(Stack::stackName)
                        .orElse(null);
    }

    /** How the whole ended, once nothing moves any more. */
    private Ended whole(Operation operation, boolean own, List<Part> parts, Ended last) {
        String waiting = waiting(operation, own, parts);
        Remedy next = operation == Operation.DELETE
                ? new Remedy("Destroy the environment again.", Remedy.Action.DESTROY)
                : new Remedy("Deploy the environment again.", Remedy.Action.DEPLOY_AGAIN);
        if (waiting != null) {
            return notStarted(waiting, parts, next);
        }
        if (operation == Operation.DELETE) {
            return new Ended(last.at(), new Outcome.Gone(environment.stackName()));
        }
        if (own) {
            return last;
        }
        return stacks.own(environment)
                .map(found ->
                        new Ended(last.at(), new Outcome.Up(found.stack().stackName(), Stacks.outputs(found.stack()))))
                .orElseGet(() -> notStarted(environment.stackName(), parts, next));
    }

    private Ended notStarted(String stackName, List<Part> parts, Remedy next) {
        Part part = parts.stream()
                .filter(candidate -> candidate.stackName().equals(stackName))
                .findFirst()
                .orElse(null);
        return new NotStarted(stackName, part, regions.own().connection().clock()::instant, next.words())
                .end("Nobody goes on with it.", List.of(next));
    }
}
