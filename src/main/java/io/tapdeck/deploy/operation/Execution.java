package io.tapdeck.deploy.operation;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.Preflight.Result;
import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.StackReview;
import io.tapdeck.deploy.StackReview.Inputs;
import io.tapdeck.deploy.StackState;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.follow.Follower;
import io.tapdeck.deploy.follow.NotStarted;
import io.tapdeck.deploy.follow.Run;
import io.tapdeck.deploy.follow.WatchTime;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.review.StackReviewer;
import io.tapdeck.deploy.stack.RequestTokens;
import io.tapdeck.synth.StackTemplate;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Executes the change sets of one review, stack after stack. */
public final class Execution {
    private final StackRegions regions;
    private final StackReviewer stackReviewer;
    private final Undertaking undertaking;
    private final Review review;
    private final DeploymentListener listener;
    /** Of the stacks that have come up: a read of them may still tell what was before. */
    private final Map<String, Map<String, String>> outputsNow = new HashMap<>();

    private boolean started;

    public Execution(
            StackRegions regions,
            StackReviewer stackReviewer,
            Undertaking undertaking,
            Review review,
            DeploymentListener listener) {
        this.regions = regions;
        this.stackReviewer = stackReviewer;
        this.undertaking = undertaking;
        this.review = review;
        this.listener = listener;
    }

    public Outcome run() {
        Instant at = regions.own().connection().clock().instant();
        Outcome own = new Outcome.UpToDate(review.stackName());
        List<StackReview> stacks = review.stacks();
        stacks.stream().filter(Execution::protectedOnly).forEach(this::planProtection);
        for (int next = 0; next < stacks.size(); next++) {
            StackReview stack = stacks.get(next);
            Ended ended = started ? orFailed(stack) : one(stack);
            at = ended.at();
            if (!ended.outcome().succeeded()) {
                return end(at, ended.outcome());
            }
            if (ended.outcome() instanceof Outcome.Up up) {
                outputsNow.put(stack.stackName(), up.outputs());
            }
            if (stack.part() == null) {
                own = ended.outcome();
            }
        }
        boolean othersOnly = started && own instanceof Outcome.UpToDate;
        return end(
                at,
                othersOnly
                        ? new Outcome.Up(
                                review.stackName(),
                                regions.own().stacks().outputs(review.own().stackId()))
                        : own);
    }

    /** Nothing but its plan tells whoever resumes the operation of a stack that no change set waits for. */
    private void planProtection(StackReview stack) {
        new Protection(regions.of(stack.part()), undertaking).plan(stack);
    }

    private static boolean protectedOnly(StackReview stack) {
        return !stack.executable() && stack.terminationProtection().changes();
    }

    private Outcome end(Instant at, Outcome outcome) {
        listener.on(new Ended(at, outcome));
        return outcome;
    }

    /** Once a stack has started, what refuses another is told as the end of the whole, not thrown. */
    private Ended orFailed(StackReview stack) {
        return new NotStarted(
                        stack.stackName(),
                        stack.part(),
                        regions.own().connection().clock()::instant,
                        "Review and deploy again: what is done already is skipped.")
                .orEnd(() -> one(stack));
    }

    private Ended one(StackReview reviewed) {
        StackReview stack = resolved(reviewed);
        StackRegion region = regions.of(stack.part());
        Protection protection = new Protection(region, undertaking);
        if (!stack.executable()) {
            return unexecuted(region, stack, protection);
        }
        protection.plan(stack);
        String token = RequestTokens.execute(stack.changeSetName(), undertaking.id());
        region.writes()
                .executeChangeSet(
                        undertaking,
                        stack.operation(),
                        stack.changeSetId(),
                        stack.stackId(),
                        token,
                        paused(region, stack));
        begin(region);
        Follower.Start start = Follower.Start.of(stack.operation(), token, stack.madeAt());
        return region.run()
                .follow(
                        new Run.Accepted(stack.operation(), stack.stackName(), stack.stackId(), stack.part(), start),
                        WatchTime.over(stack, listener),
                        (status, at) -> protection.set(stack, status, at));
    }

    /** There is no change set; only the stack's protection may differ. */
    private Ended unexecuted(StackRegion region, StackReview stack, Protection protection) {
        Instant now = region.connection().clock().instant();
        Outcome same = new Outcome.UpToDate(stack.stackName());
        if (!protectedOnly(stack)) {
            return new Ended(now, same);
        }
        String status = region.stacks()
                .find(stack.stackId())
                .map(Stack::stackStatusAsString)
                .filter(found -> !found.equals("DELETE_COMPLETE"))
                .orElseThrow(() -> new DeployException(
                        "There is no stack %s any more.".formatted(stack.stackName()), "Review again, then deploy."));
        begin(region);
        return new Ended(
                now,
                protection
                        .set(stack, status, now)
                        .<Outcome>map(cause -> new Outcome.Failed(stack.stackName(), status, cause))
                        .orElse(same));
    }

    private void begin(StackRegion region) {
        if (!started) {
            started = true;
            StackReview own = review.own();
            listener.on(new Started(
                    region.connection().clock().instant(),
                    review.operation(),
                    own.stackName(),
                    own.stackId(),
                    review.resources()));
        }
    }

    /** What is paused is mended without rollback; every other stack goes back when its change fails. */
    private static boolean paused(StackRegion region, StackReview stack) {
        return stack.operation() == Operation.UPDATE
                && region.stacks()
                        .find(stack.stackId())
                        .map(found -> new StackState(found.stackStatusAsString()).paused())
                        .orElse(false);
    }

    /** A change set with the outputs as they are now: the reviewed one, or a new one that says the same. */
    private StackReview resolved(StackReview reviewed) {
        Inputs inputs = reviewed.inputs();
        if (inputs == null) {
            return reviewed;
        }
        Map<String, String> values = new TreeMap<>();
        inputs.template().parameters().forEach((parameter, output) -> values.put(parameter, value(output)));
        if (values.equals(inputs.values())) {
            return reviewed;
        }
        StackReviewer.Reviewed made = stackReviewer.review(
                new StackReviewer.Subject(
                        undertaking,
                        inputs.template(),
                        reviewed.part(),
                        new Inputs(inputs.template(), values),
                        reviewed.rollback().watches() ? reviewed.rollback().watchTime() : null),
                reviewed.settings(),
                List.of());
        StackReview anew = made.review();
        StackRegion region = regions.of(reviewed.part());
        // Not its stack with it: the new one waits there.
        region.writes().deleteChangeSet(undertaking, reviewed.changeSetId(), reviewed.stackId());
        List<String> unread = unread(made);
        if (!unread.isEmpty()) {
            region.changeSets().discard(undertaking, anew.changeSetId(), anew.stackId());
            throw new DeployException(
                    "With the outputs of the stacks before it, AWS's validation of %s warns of what the review did not say: %s"
                            .formatted(reviewed.stackName(), String.join(" ", unread)),
                    "Review again, then deploy.");
        }
        if (!said(anew).equals(said(reviewed))) {
            region.changeSets().discard(undertaking, anew.changeSetId(), anew.stackId());
            throw new DeployException(
                    "With the outputs of the stacks before it, %s would change otherwise than was reviewed: %s."
                            .formatted(reviewed.stackName(), difference(reviewed, anew)),
                    "Review again, then deploy.");
        }
        return anew;
    }

    /** Warnings that let a change set succeed, and that nobody has read yet. */
    private List<String> unread(StackReviewer.Reviewed made) {
        return made.validation().stream()
                .filter(check -> check.result() == Result.WARNED
                        && !review.preflight().checks().contains(check))
                .map(Check::words)
                .toList();
    }

    private String value(StackTemplate.Output output) {
        Part part = review.parts().stream()
                .filter(candidate -> candidate.stackName().equals(output.stackName()))
                .findFirst()
                .orElse(null);
        Map<String, String> outputs = Optional.ofNullable(outputsNow.get(output.stackName()))
                .orElseGet(() -> regions.of(part).stacks().outputs(output.stackName()));
        return Optional.ofNullable(outputs.get(output.key()))
                .orElseThrow(() -> new DeployException(
                        "%s has no output %s.".formatted(output.stackName(), output.key()),
                        "Report it: the blueprint is at fault."));
    }

    /** What a change set does to what; the values of properties may differ, since the outputs are among them. */
    private static Set<String> said(StackReview review) {
        return review.changes().stream()
                .map(change -> change.displayName() + " " + change.risk())
                .collect(Collectors.toSet());
    }

    private static String difference(StackReview before, StackReview now) {
        Set<String> both = said(before);
        both.retainAll(said(now));
        return Stream.concat(before.changes().stream(), now.changes().stream())
                .filter(change -> !both.contains(change.displayName() + " " + change.risk()))
                .map(ResourceChange::displayName)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
