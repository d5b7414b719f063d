package io.tapdeck.deploy.drift;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Drift;
import io.tapdeck.deploy.Drift.DriftedResource;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import io.tapdeck.deploy.StackState;
import io.tapdeck.deploy.region.EnvironmentStacks.Member;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackDriftDetectionStatusResponse;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackResourceDriftsResponse;
import software.amazon.awssdk.services.cloudformation.model.DifferenceType;
import software.amazon.awssdk.services.cloudformation.model.PropertyDifference;
import software.amazon.awssdk.services.cloudformation.model.StackDriftDetectionStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;

/** Compares stacks with what their templates say (CloudFormation user guide, "Detect unmanaged configuration changes"). */
public final class DriftDetection {
    private static final Duration POLL = Duration.ofSeconds(5);
    /** The same page: the states in which a stack can be compared. */
    private static final Set<String> COMPARABLE =
            Set.of("CREATE_COMPLETE", "UPDATE_COMPLETE", "UPDATE_ROLLBACK_COMPLETE", "UPDATE_ROLLBACK_FAILED");

    private final StackRegions regions;
    private final EnvironmentKey environment;
    private final List<DriftedResource> drifted = new ArrayList<>();
    private final List<String> notChecked = new ArrayList<>();

    public DriftDetection(StackRegions regions, EnvironmentKey environment) {
        this.regions = regions;
        this.environment = environment;
    }

    /** A comparison that runs. */
    private record Running(Member member, String id) {}

    /**
     * Compares.
     *
     * @param members at least one
     */
    public Drift of(List<Member> members) {
        members.forEach(DriftDetection::check);
        List<Running> running = members.stream().map(this::start).toList();
        Instant at = Instant.EPOCH;
        for (Running one : running) {
            Instant ended = ended(one);
            at = ended.isAfter(at) ? ended : at;
            read(one.member());
        }
        return new Drift(environment, at, drifted, notChecked);
    }

    private static void check(Member member) {
        StackState state = new StackState(member.stack().stackStatusAsString());
        if (!COMPARABLE.contains(state.name())) {
            throw new DeployException(
                    "%s is in %s and cannot be compared. %s"
                            .formatted(member.stack().stackName(), state.name(), state.sentence()),
                    state.busy() ? "Watch it to its end, then repeat." : "Recover it first, then repeat.");
        }
    }

    private Running start(Member member) {
        StackRegion region = regions.of(member.part());
        return new Running(
                member,
                region.calls()
                        .call(() -> region.client()
                                .detectStackDrift(request ->
                                        request.stackName(member.stack().stackId()))
                                .stackDriftDetectionId()));
    }

    /** When it ended. A comparison that failed has results all the same, for what could be compared (the same page). */
    private Instant ended(Running running) {
        StackRegion region = regions.of(running.member().part());
        while (true) {
            DescribeStackDriftDetectionStatusResponse status = region.calls()
                    .call(() -> region.client()
                            .describeStackDriftDetectionStatus(request -> request.stackDriftDetectionId(running.id())));
            if (status.detectionStatus() != StackDriftDetectionStatus.DETECTION_IN_PROGRESS) {
                return status.timestamp();
            }
            region.calls().pause(POLL);
        }
    }

    private void read(Member member) {
        List<StackResourceDrift> compared = all(member);
        List<StackResourceSummary> resources =
                regions.of(member.part()).stacks().resources(member.stack().stackId());
        DisplayNames names = new DisplayNames(
                resources.stream().map(StackResourceSummary::logicalResourceId).toList(),
                environment.suffix().value(),
                member.part());
        Set<String> known = new HashSet<>();
        for (StackResourceDrift drift : compared) {
            switch (drift.stackResourceDriftStatus()) {
                case IN_SYNC -> known.add(drift.logicalResourceId());
                case MODIFIED, DELETED -> {
                    known.add(drift.logicalResourceId());
                    drifted.add(told(member, names, drift));
                }
                default -> {}
            }
        }
        resources.stream()
                .filter(resource -> !resource.resourceStatusAsString().equals("DELETE_COMPLETE"))
                .map(StackResourceSummary::logicalResourceId)
                .filter(id -> !known.contains(id))
                .map(names::of)
                .forEach(notChecked::add);
    }

    private List<StackResourceDrift> all(Member member) {
        StackRegion region = regions.of(member.part());
        List<StackResourceDrift> all = new ArrayList<>();
        String token = null;
        do {
            String from = token;
            DescribeStackResourceDriftsResponse page = region.calls()
                    .call(() -> region.client()
                            .describeStackResourceDrifts(request ->
                                    request.stackName(member.stack().stackId()).nextToken(from)));
            all.addAll(page.stackResourceDrifts());
            token = page.nextToken();
        } while (token != null);
        return all;
    }

    private static DriftedResource told(Member member, DisplayNames names, StackResourceDrift drift) {
        return new DriftedResource(
                member.part(),
                drift.logicalResourceId(),
                names.of(drift.logicalResourceId()),
                drift.resourceType(),
                Optional.ofNullable(drift.physicalResourceId()).orElse(""),
                drift.stackResourceDriftStatus() == StackResourceDriftStatus.DELETED,
                drift.propertyDifferences().stream().map(DriftDetection::told).toList());
    }

    /** In place of what is not there on one side AWS writes null (API reference, PropertyDifference). */
    private static PropertyChange told(PropertyDifference difference) {
        return new PropertyChange(
                path(difference.propertyPath()),
                difference.differenceType() == DifferenceType.ADD ? null : difference.expectedValue(),
                difference.differenceType() == DifferenceType.REMOVE ? null : difference.actualValue(),
                false);
    }

    /** A JSON pointer as a review writes paths: {@code Tags.0.Value} for {@code /Tags/0/Value}. */
    private static String path(String pointer) {
        return pointer.replaceFirst("^/", "")
                .replace('/', '.')
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
