package io.tapdeck.deploy.operation;

import io.tapdeck.deploy.BucketContent;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeploymentEvent.Ended;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.DestroyPreview;
import io.tapdeck.deploy.LeftBehind;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.deploy.StackState;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.follow.Follower;
import io.tapdeck.deploy.follow.NotStarted;
import io.tapdeck.deploy.follow.Run;
import io.tapdeck.deploy.journal.Logbook;
import io.tapdeck.deploy.region.EnvironmentStacks.Member;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.review.PlannedResources;
import io.tapdeck.deploy.stack.RequestTokens;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.deploy.template.Policies;
import io.tapdeck.deploy.template.TemplateGraph;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.store.JournalEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.DeleteStackRequest;
import software.amazon.awssdk.services.cloudformation.model.DeletionMode;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Deletes stacks of one environment. */
public final class Destruction {
    private static final Extent WHOLE = new Extent("", Set.of(), false);

    private final StackRegions regions;
    private final PlannedResources planned;
    private final EnvironmentKey environment;
    private final String subject;
    private final List<Member> members;
    private final Extent extent;

    /**
     * A destruction.
     *
     * @param members in the order of deletion, at least one
     */
    public Destruction(
            StackRegions regions, PlannedResources planned, EnvironmentKey environment, List<Member> members) {
        this(regions, planned, environment, own(environment, members), members, WHOLE);
    }

    /** The name of the own stack, which may have kept another than it usually has. */
    private static String own(EnvironmentKey environment, List<Member> members) {
        return members.stream()
                .filter(member -> member.part() == null)
                .map(member -> member.stack().stackName())
                .findFirst()
                .orElse(environment.stackName());
    }

    /**
     * One that may leave something out.
     *
     * @param subject what is gone at the end: the own stack for the whole environment, or a part
     */
    public Destruction(
            StackRegions regions,
            PlannedResources planned,
            EnvironmentKey environment,
            String subject,
            List<Member> members,
            Extent extent) {
        this.regions = regions;
        this.planned = planned;
        this.environment = environment;
        this.subject = subject;
        this.members = members;
        this.extent = extent;
    }

    /**
     * What an administrator allows to be left of a stack whose deletion has failed.
     *
     * @param stackId which one
     * @param retained logical ids that CloudFormation does not try to delete
     * @param forced whether it goes on past whatever it cannot delete
     */
    public record Extent(String stackId, Set<String> retained, boolean forced) {
        private Set<String> retained(Stack stack) {
            return stack.stackId().equals(stackId) ? retained : Set.of();
        }

        private @Nullable DeletionMode mode(Stack stack) {
            return forced && stack.stackId().equals(stackId) ? DeletionMode.FORCE_DELETE_STACK : null;
        }
    }

    public DestroyPreview preview() {
        List<String> deleted = new ArrayList<>();
        List<String> kept = new ArrayList<>();
        List<LeftBehind> left = new ArrayList<>();
        List<BucketContent> buckets = new ArrayList<>();
        for (Member member : members) {
            DisplayNames names = names(member);
            left.addAll(LeftBehinds.of(member.template(), names, member.stack().stackName()));
            buckets.addAll(new BucketContents(regions.of(member.part())).of(member, names));
            for (TemplateGraph.Resource resource : member.template().inOrder()) {
                String name = names.of(resource.logicalId());
                if (Policies.keptOnDelete(resource)) {
                    kept.add(name);
                } else {
                    deleted.add(name);
                    if (Policies.snapshotOnDelete(resource)) {
                        kept.add("a last snapshot of " + name);
                    }
                }
            }
        }
        return new DestroyPreview(subject, deleted, kept, refusals(), left, buckets);
    }

    private List<String> refusals() {
        return members.stream()
                .map(Member::stack)
                .filter(stack -> Boolean.TRUE.equals(stack.enableTerminationProtection()))
                .map(stack -> "Termination protection of %s is on.".formatted(stack.stackName()))
                .toList();
    }

    /**
     * Deletes them and follows each to its end.
     *
     * @param serviceRole the role that CloudFormation takes on; null for the one that each stack has
     */
    public Outcome run(Undertaking undertaking, @Nullable String serviceRole, DeploymentListener listener) {
        members.stream().skip(1).forEach(member -> plan(undertaking, member));
        Orphans orphans = new Orphans(listener);
        Ended ended = null;
        for (Member member : members) {
            if (ended == null) {
                ended = delete(undertaking, member, serviceRole, orphans, true);
            } else {
                NotStarted refusal = new NotStarted(
                        member.stack().stackName(),
                        member.part(),
                        regions.own().connection().clock()::instant,
                        "Destroy the environment again, in %s."
                                .formatted(regions.of(member.part()).name()));
                ended = refusal.orEnd(() -> delete(undertaking, member, serviceRole, orphans, false));
            }
            if (!ended.outcome().succeeded()) {
                break;
            }
        }
        if (ended == null) {
            throw new IllegalStateException("nothing to delete");
        }
        Outcome outcome = ended.outcome().succeeded()
                ? new Outcome.Gone(
                        subject,
                        members.stream()
                                .flatMap(member -> orphans.of(member, names(member)).stream())
                                .toList())
                : ended.outcome();
        listener.on(new Ended(ended.at(), outcome));
        return outcome;
    }

    /**
     * Nothing is deleted while one of the stacks cannot be.
     *
     * @throws DeployException with the reason
     */
    public void check() {
        for (Member member : members) {
            StackState state = new StackState(member.stack().stackStatusAsString());
            if (state.busy()) {
                throw new DeployException(
                        "An operation runs on %s (%s).".formatted(member.stack().stackName(), state.name()),
                        "Watch it to its end, then repeat.");
            }
        }
        if (!refusals().isEmpty()) {
            throw new DeployException(
                    refusals().getFirst(), "Deploy the environment without protection first, then destroy it.");
        }
    }

    /** Whoever resumes the operation after the own stack is gone could not find the others by themselves. */
    private void plan(Undertaking undertaking, Member member) {
        Stack stack = member.stack();
        regions.of(member.part())
                .logbook()
                .announce(
                        undertaking,
                        Kind.PLANNED,
                        new Logbook.Call("DeleteStack", stack.stackName(), stack.stackId(), null, null),
                        null);
    }

    private Ended delete(
            Undertaking undertaking,
            Member member,
            @Nullable String serviceRole,
            DeploymentListener listener,
            boolean first) {
        Stack stack = member.stack();
        StackRegion region = regions.of(member.part());
        String token = RequestTokens.of("delete");
        region.writes()
                .deleteStack(
                        undertaking,
                        DeleteStackRequest.builder()
                                .stackName(stack.stackId())
                                .roleARN(serviceRole)
                                .retainResources(extent.retained(stack))
                                .deletionMode(extent.mode(stack))
                                .clientRequestToken(token)
                                .build());
        if (first) {
            listener.on(new Started(
                    region.connection().clock().instant(),
                    Operation.DELETE,
                    stack.stackName(),
                    stack.stackId(),
                    resources()));
        }
        return region.run()
                .follow(
                        new Run.Accepted(
                                Operation.DELETE,
                                stack.stackName(),
                                stack.stackId(),
                                member.part(),
                                Follower.Start.of(Operation.DELETE, token, Stacks.changedAt(stack))),
                        listener,
                        Run.Mend.nothing());
    }

    private List<PlannedResource> resources() {
        List<PlannedResource> all = new ArrayList<>();
        for (Member member : members) {
            all.addAll(PlannedResources.after(all, planned.deleted(member.template(), names(member))));
        }
        return all;
    }

    private DisplayNames names(Member member) {
        return new DisplayNames(
                member.template().logicalIds(), environment.suffix().value(), member.part());
    }
}
