package io.tapdeck.deploy.review;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.ResourceChange.Risk;
import io.tapdeck.deploy.RollbackTriggers;
import io.tapdeck.deploy.StackAction;
import io.tapdeck.deploy.StackReview;
import io.tapdeck.deploy.StackReview.Inputs;
import io.tapdeck.deploy.StackReview.TerminationProtection;
import io.tapdeck.deploy.StackState;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.changeset.ChangeSetReader;
import io.tapdeck.deploy.changeset.ChangeSets;
import io.tapdeck.deploy.changeset.ReadChange;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.stack.RequestTokens;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.deploy.template.DeletionPolicies;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.deploy.template.TemplateGraph;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.synth.StackTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Turns one stack's template into a change set, and that into words. */
public final class StackReviewer {
    /** Tags of AWS and of Tapdeck; everything else is the company's. */
    private static final List<String> FOREIGN = List.of("aws:", "tapdeck:");

    private final StackRegions regions;
    private final PlannedResources planned;

    public StackReviewer(StackRegions regions, PlannedResources planned) {
        this.regions = regions;
        this.planned = planned;
    }

    /**
     * What is reviewed.
     *
     * @param undertaking what the change set is made for
     * @param part the stack; null for the environment's own
     * @param inputs what it takes from other stacks; null if nothing
     * @param watchTime how long its alarms are watched; null to watch none
     */
    public record Subject(
            Undertaking undertaking,
            StackTemplate template,
            @Nullable Part part,
            @Nullable Inputs inputs,
            @Nullable Duration watchTime) {
        EnvironmentKey environment() {
            return undertaking.environment();
        }
    }

    /**
     * A change set in words, and what CloudFormation's own validation says of it.
     *
     * @param validation at least one check where there is a change set
     */
    public record Reviewed(StackReview review, List<Check> validation) {}

    /**
     * Makes the change set.
     *
     * @param asked what the target adds
     * @param earlier what moves in the stacks that it waits for
     */
    public Reviewed review(Subject subject, TargetSettings asked, List<PlannedResource> earlier) {
        StackRegion region = regions.of(subject.part());
        StackTemplate template = subject.template();
        List<String> warnings = new ArrayList<>();
        Stack running = prepare(region, subject, warnings);
        TargetSettings settings = applied(asked, running);
        Draft draft = draft(region, subject, asked, settings, running, earlier);
        warnings.addAll(draft.words().warnings());
        requireNoReplacement(
                region, subject, running, draft.made(), draft.words().changes());
        StackReview review = new StackReview(
                subject.part(),
                running == null ? Operation.CREATE : Operation.UPDATE,
                template.stackName(),
                draft.made().stackId(),
                draft.made().id(),
                draft.made().name(),
                draft.words().madeAt(),
                draft.made().changes(),
                draft.words().changes(),
                draft.words().resources(),
                warnings,
                protection(running, template),
                settings,
                subject.inputs(),
                draft.rollback());
        return new Reviewed(
                review,
                draft.made().changes()
                        ? region.changeSets().validation(draft.made().id())
                        : List.of());
    }

    /** A change set and the alarms that it is rolled back by. */
    private record Draft(ChangeSets.Made made, Words words, RollbackTriggers rollback) {}

    /**
     * Makes change sets until one has no trigger whose alarm it removes or replaces: which it does, only a change set tells.
     */
    private Draft draft(
            StackRegion region,
            Subject subject,
            TargetSettings asked,
            TargetSettings settings,
            @Nullable Stack running,
            List<PlannedResource> earlier) {
        Set<String> unsteady = new HashSet<>();
        while (true) {
            RollbackTriggers rollback = rollback(region, subject, running, unsteady);
            ChangeSets.Made made = region.changeSets()
                    .make(
                            subject.undertaking(),
                            new ChangeSets.Order(
                                    subject.template(),
                                    subject.inputs() == null
                                            ? Map.of()
                                            : subject.inputs().values(),
                                    tags(subject, settings),
                                    asked.serviceRole(),
                                    running == null,
                                    rollback));
            Words words = made.changes() ? words(region, subject, running, made, earlier) : Words.none(made);
            List<String> touched = unsteady(words.changes(), rollback);
            if (touched.isEmpty()) {
                return new Draft(made, words, rollback);
            }
            region.changeSets().discard(subject.undertaking(), made.id(), made.stackId());
            unsteady.addAll(touched);
        }
    }

    private static RollbackTriggers rollback(
            StackRegion region, Subject subject, @Nullable Stack running, Set<String> unsteady) {
        if (running == null) {
            return RollbackTriggers.NONE;
        }
        if (subject.watchTime() == null) {
            return RollbackAlarms.none(running);
        }
        return new RollbackAlarms(region.connection(), region.calls())
                .choose(
                        running,
                        subject.watchTime(),
                        region.stacks().resources(running.stackId()),
                        TemplateGraph.of(subject.template().body()),
                        unsteady);
    }

    private static List<String> unsteady(List<ResourceChange> changes, RollbackTriggers rollback) {
        Set<Risk> steady = EnumSet.of(Risk.IN_PLACE, Risk.FOLLOWS);
        Set<String> moved = changes.stream()
                .filter(change -> !steady.contains(change.risk()))
                .map(ResourceChange::logicalId)
                .collect(Collectors.toSet());
        return rollback.alarms().stream()
                .map(RollbackTriggers.Alarm::logicalId)
                .filter(moved::contains)
                .toList();
    }

    private record Words(
            Instant madeAt, List<ResourceChange> changes, List<PlannedResource> resources, List<String> warnings) {
        static Words none(ChangeSets.Made made) {
            return new Words(made.description().creationTime(), List.of(), List.of(), List.of());
        }
    }

    private Words words(
            StackRegion region,
            Subject subject,
            @Nullable Stack running,
            ChangeSets.Made made,
            List<PlannedResource> earlier) {
        TemplateGraph graph = TemplateGraph.of(subject.template().body());
        TemplateGraph before = running == null ? graph : region.stacks().template(running.stackId());
        String suffix = subject.environment().suffix().value();
        ChangeSetReader.Read read =
                region.reader().read(made.id(), ids -> DisplayNames.of(graph, ids, suffix, subject.part()));
        List<ResourceChange> changes = read.changes().values().stream()
                .map(ReadChange::change)
                .map(change -> DeletionPolicies.told(change, before, graph))
                .sorted(Comparator.comparing(ResourceChange::risk))
                .toList();
        List<PlannedResource> resources = planned.changed(
                graph, DisplayNames.of(graph, read.changes().keySet(), suffix, subject.part()), read.changes());
        return new Words(read.madeAt(), changes, PlannedResources.after(earlier, resources), read.warnings());
    }

    private static TerminationProtection protection(@Nullable Stack running, StackTemplate template) {
        boolean now = running != null && TerminationProtection.of(running).now();
        return new TerminationProtection(now, template.terminationProtection());
    }

    /** What applies: what was asked for, else what the stack has, so that a target without a file takes nothing away. */
    private static TargetSettings applied(TargetSettings asked, @Nullable Stack running) {
        SortedMap<String, String> tags = new TreeMap<>(asked.tags());
        String role = asked.serviceRole();
        if (running != null && tags.isEmpty()) {
            Stacks.tags(running).forEach((key, value) -> {
                if (FOREIGN.stream().noneMatch(key::startsWith)) {
                    tags.put(key, value);
                }
            });
        }
        if (running != null && role == null) {
            role = running.roleARN();
        }
        return new TargetSettings(tags, role, asked.permissionsBoundary());
    }

    private static Map<String, String> tags(Subject subject, TargetSettings settings) {
        Map<String, String> tags = new TreeMap<>(settings.tags());
        tags.putAll(subject.template().tags());
        if (subject.part() != null) {
            tags.put(Stacks.REGION_TAG, subject.environment().region());
        }
        return tags;
    }

    /**
     * CloudFormation replaces nothing in a paused stack (user guide, "Stack failure options"); the change set would only fail
     * in the middle.
     */
    private static void requireNoReplacement(
            StackRegion region,
            Subject subject,
            @Nullable Stack running,
            ChangeSets.Made made,
            List<ResourceChange> changes) {
        if (running == null || !new StackState(running.stackStatusAsString()).paused()) {
            return;
        }
        List<String> replaced = changes.stream()
                .filter(change -> change.properties().stream().anyMatch(ResourceChange.PropertyChange::recreates))
                .map(ResourceChange::displayName)
                .toList();
        if (!replaced.isEmpty()) {
            region.changeSets().discard(subject.undertaking(), made.id(), made.stackId());
            throw new DeployException(
                    "%s is paused in %s, and this change replaces %s: CloudFormation replaces nothing in a paused stack."
                            .formatted(running.stackName(), running.stackStatusAsString(), String.join(", ", replaced)),
                    "Roll it back first, then deploy again.");
        }
    }

    /** Makes way for a change set. Returns the stack that it updates; null if it creates one. */
    private static @Nullable Stack prepare(StackRegion region, Subject subject, List<String> warnings) {
        Stack stack = region.stacks()
                .standing(
                        subject.environment(),
                        subject.part(),
                        subject.template().stackName())
                .orElse(null);
        if (stack == null) {
            return null;
        }
        StackState state = new StackState(stack.stackStatusAsString());
        if (state.busy()) {
            throw new DeployException(
                    "An operation already runs on %s (%s).".formatted(stack.stackName(), state.name()),
                    "Watch it to its end, then repeat.");
        }
        return switch (state.name()) {
            case "REVIEW_IN_PROGRESS" -> null;
            case "ROLLBACK_COMPLETE" -> {
                // A creation that was rolled back can only be deleted (user guide, "Stack status codes").
                region.changeSets().removeEmpty(subject.undertaking(), stack.stackId(), RequestTokens.of("clear"));
                warnings.add("What was left of the failed creation, an empty stack, was deleted.");
                yield null;
            }
            default -> {
                if (!state.allows(StackAction.UPDATE)) {
                    throw new DeployException(
                            "%s is in %s and cannot be changed. %s"
                                    .formatted(stack.stackName(), state.name(), state.sentence()),
                            "Recover it first: %s."
                                    .formatted(state.actions().stream()
                                            .map(StackAction::words)
                                            .collect(Collectors.joining(", "))));
                }
                if (state.paused()) {
                    warnings.add("%s is paused in %s: if this change fails too, it stays paused."
                            .formatted(stack.stackName(), state.name()));
                }
                yield stack;
            }
        };
    }
}
