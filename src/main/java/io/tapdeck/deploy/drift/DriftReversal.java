package io.tapdeck.deploy.drift;

import io.tapdeck.deploy.Drift;
import io.tapdeck.deploy.Drift.DriftedResource;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.StackReview;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.changeset.ChangeSetReader;
import io.tapdeck.deploy.changeset.ChangeSets;
import io.tapdeck.deploy.changeset.ReadChange;
import io.tapdeck.deploy.region.EnvironmentStacks.Member;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.review.PlannedResources;
import io.tapdeck.deploy.review.RollbackAlarms;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.TargetSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/**
 * Makes the change sets that bring what drifted back to what the templates say (API reference, CreateChangeSet,
 * DeploymentMode REVERT_DRIFT). Every stack gets one; one without drift comes out empty.
 */
public final class DriftReversal {
    private final StackRegions regions;
    private final PlannedResources planned;

    public DriftReversal(StackRegions regions, PlannedResources planned) {
        this.regions = regions;
        this.planned = planned;
    }

    /**
     * Makes them.
     *
     * @param members the stacks in the order of deployment
     */
    public Review review(Undertaking undertaking, Drift drift, List<Member> members) {
        List<StackReview> reviews = members.stream()
                .map(member -> review(undertaking, drift, member))
                .toList();
        return new Review(undertaking.id(), drift.environment(), reviews, List.of(), List.of());
    }

    private StackReview review(Undertaking undertaking, Drift drift, Member member) {
        StackRegion region = regions.of(member.part());
        Stack stack = member.stack();
        ChangeSets.Made made = region.changeSets().revert(undertaking, stack);
        List<ResourceChange> changes = List.of();
        List<PlannedResource> resources = List.of();
        List<String> warnings = new ArrayList<>();
        Instant madeAt = made.description().creationTime();
        if (made.changes()) {
            EnvironmentKey environment = drift.environment();
            String suffix = environment.suffix().value();
            ChangeSetReader.Read read = region.reader()
                    .read(made.id(), ids -> DisplayNames.of(member.template(), ids, suffix, member.part()));
            changes = read.changes().values().stream()
                    .map(ReadChange::change)
                    .sorted(Comparator.comparing(ResourceChange::risk))
                    .toList();
            resources = planned.changed(
                    member.template(),
                    DisplayNames.of(member.template(), read.changes().keySet(), suffix, member.part()),
                    read.changes());
            warnings.addAll(read.warnings());
            madeAt = read.madeAt();
        }
        warnings.addAll(deleted(drift, member, changes));
        return new StackReview(
                member.part(),
                Operation.UPDATE,
                stack.stackName(),
                stack.stackId(),
                made.id(),
                made.name(),
                madeAt,
                made.changes(),
                changes,
                resources,
                warnings,
                StackReview.TerminationProtection.of(stack),
                TargetSettings.NONE,
                null,
                RollbackAlarms.none(stack));
    }

    /** What happens to what somebody deleted. */
    private static List<String> deleted(Drift drift, Member member, List<ResourceChange> changes) {
        return drift.resources().stream()
                .filter(resource -> resource.deleted() && Objects.equals(resource.part(), member.part()))
                .map(resource -> words(
                        resource,
                        changes.stream().anyMatch(change -> change.logicalId().equals(resource.logicalId()))))
                .toList();
    }

    private static String words(DriftedResource resource, boolean madeAnew) {
        return madeAnew
                ? "%s was deleted by hand: it is made anew, without what it held.".formatted(resource.displayName())
                : "%s was deleted by hand, and CloudFormation does not bring it back this way."
                        .formatted(resource.displayName());
    }
}
