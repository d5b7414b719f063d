package io.tapdeck.deploy.changeset;

import io.tapdeck.aws.AwsFailures;
import io.tapdeck.aws.AwsTexts;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import io.tapdeck.deploy.ResourceChange.Risk;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.template.DisplayNames;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetStatus;
import software.amazon.awssdk.services.cloudformation.model.ChangeSource;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;
import software.amazon.awssdk.services.cloudformation.model.EvaluationType;
import software.amazon.awssdk.services.cloudformation.model.Replacement;
import software.amazon.awssdk.services.cloudformation.model.RequiresRecreation;
import software.amazon.awssdk.services.cloudformation.model.ResourceAttribute;
import software.amazon.awssdk.services.cloudformation.model.ResourceChangeDetail;
import software.amazon.awssdk.services.cloudformation.model.ResourceTargetDefinition;

/**
 * Reads a change set whole. AWS analyses it twice: with property values it resolves attributes to what is deployed now,
 * and so leaves out resources that only follow another's change; without them it lists those, but tells no values. The
 * truth is the union (seen in recorded answers of AWS).
 */
public final class ChangeSetReader {
    /** Stands for a value that AWS knows only after the deployment (API reference, ResourceTargetDefinition). */
    private static final String KNOWN_AFTER_APPLY = "{{changeSet:KNOWN_AFTER_APPLY}}";

    private static final Duration POLL = Duration.ofSeconds(1);

    private final CloudFormationClient client;
    private final Calls calls;

    public ChangeSetReader(CloudFormationClient client, Calls calls) {
        this.client = client;
        this.calls = calls;
    }

    /**
     * A change set as AWS has it.
     *
     * @param changes by logical id, as AWS lists them
     * @param warnings AWS's own, verbatim
     */
    public record Read(Instant madeAt, Map<String, ReadChange> changes, List<String> warnings) {}

    /** A change set by its name, if AWS still has it. */
    public Optional<Read> find(String name, String stackId, Function<Iterable<String>, DisplayNames> naming) {
        Optional<String> id = calls.call(() -> {
            try {
                return Optional.of(client.describeChangeSet(
                                request -> request.changeSetName(name).stackName(stackId))
                        .changeSetId());
            } catch (CloudFormationException e) {
                if (AwsFailures.code(e).equals(AwsTexts.CHANGE_SET_NOT_FOUND)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
        return id.map(found -> read(found, naming));
    }

    /** Reads a change set by its ARN. */
    public Read read(String changeSetId, Function<Iterable<String>, DisplayNames> naming) {
        List<DescribeChangeSetResponse> withValues = pages(changeSetId, true);
        List<DescribeChangeSetResponse> without = pages(changeSetId, false);
        Map<String, software.amazon.awssdk.services.cloudformation.model.ResourceChange> union = new LinkedHashMap<>();
        Set<String> replacedByValues = new HashSet<>();
        for (DescribeChangeSetResponse page : withValues) {
            resources(page).forEach(change -> {
                union.put(change.logicalResourceId(), change);
                if (moved(change)) {
                    replacedByValues.add(change.logicalResourceId());
                }
            });
        }
        for (DescribeChangeSetResponse page : without) {
            resources(page).forEach(change -> union.merge(change.logicalResourceId(), change, ChangeSetReader::united));
        }
        DisplayNames names = naming.apply(union.keySet());
        Map<String, ReadChange> changes = new LinkedHashMap<>();
        Set<String> moved = union.values().stream()
                .filter(ChangeSetReader::moved)
                .map(software.amazon.awssdk.services.cloudformation.model.ResourceChange::logicalResourceId)
                .collect(Collectors.toSet());
        union.forEach((id, change) -> changes.put(
                id,
                change(change, names, replacedByValues.contains(id) ? List.of() : steadyReads(change, moved, names))));
        DescribeChangeSetResponse first = withValues.getFirst();
        List<String> warnings = first.statusReason() == null ? List.of() : List.of(first.statusReason());
        return new Read(first.creationTime(), changes, warnings);
    }

    private List<DescribeChangeSetResponse> pages(String changeSetId, boolean values) {
        List<DescribeChangeSetResponse> pages = new ArrayList<>();
        String token = null;
        while (true) {
            String from = token;
            DescribeChangeSetResponse page =
                    calls.fresh(() -> client.describeChangeSet(request -> request.changeSetName(changeSetId)
                            .includePropertyValues(values)
                            .nextToken(from)));
            if (beingMade(page)) {
                calls.pause(POLL); // A read of before its completion: it does not have all changes yet.
                continue;
            }
            pages.add(page);
            token = page.nextToken();
            if (token == null) {
                return pages;
            }
        }
    }

    private static boolean beingMade(DescribeChangeSetResponse page) {
        return page.status() == ChangeSetStatus.CREATE_PENDING || page.status() == ChangeSetStatus.CREATE_IN_PROGRESS;
    }

    private static List<software.amazon.awssdk.services.cloudformation.model.ResourceChange> resources(
            DescribeChangeSetResponse page) {
        return page.changes().stream()
                .map(Change::resourceChange)
                .filter(change -> change != null)
                .toList();
    }

    /**
     * One resource as both analyses have it: the values of the one, what only the other lists, and the graver replacement
     * of the two.
     */
    private static software.amazon.awssdk.services.cloudformation.model.ResourceChange united(
            software.amazon.awssdk.services.cloudformation.model.ResourceChange withValues,
            software.amazon.awssdk.services.cloudformation.model.ResourceChange without) {
        List<String> told = withValues.details().stream()
                .filter(detail -> detail.target() != null)
                .map(detail -> path(detail.target()))
                .toList();
        Stream<ResourceChangeDetail> more = without.details().stream()
                .filter(detail -> detail.target() != null
                        && told.stream().noneMatch(path -> covers(path(detail.target()), path)));
        return withValues.toBuilder()
                .details(Stream.concat(withValues.details().stream(), more).toList())
                .replacement(graver(withValues.replacement(), without.replacement()))
                .policyAction(withValues.policyAction() == null ? without.policyAction() : withValues.policyAction())
                .build();
    }

    /** Without values AWS names only the property, with them the path inside it. */
    private static boolean covers(String property, String path) {
        return path.equals(property) || path.startsWith(property + ".");
    }

    private static @Nullable Replacement graver(@Nullable Replacement one, @Nullable Replacement other) {
        return Stream.of(Replacement.TRUE, Replacement.CONDITIONAL)
                .filter(grave -> one == grave || other == grave)
                .findFirst()
                .orElse(one);
    }

    /** Whether the resource is not, or perhaps not, the one that it was. */
    private static boolean moved(software.amazon.awssdk.services.cloudformation.model.ResourceChange change) {
        return change.action() != ChangeAction.MODIFY
                || change.replacement() == Replacement.TRUE
                || change.replacement() == Replacement.CONDITIONAL;
    }

    /**
     * The attributes that may replace a resource, if every one is of a resource that stays; else nothing. AWS lists them as
     * Dynamic only without property values, and not at all with them (seen in recorded answers): it cannot tell, and the
     * attribute may change all the same.
     */
    private static List<String> steadyReads(
            software.amazon.awssdk.services.cloudformation.model.ResourceChange change,
            Set<String> moved,
            DisplayNames names) {
        List<ResourceChangeDetail> replacing = change.details().stream()
                .filter(detail -> detail.target() != null && recreates(detail.target()))
                .toList();
        boolean steady = replacing.stream()
                .allMatch(detail -> detail.changeSource() == ChangeSource.RESOURCE_ATTRIBUTE
                        && follows(detail, names) != null
                        && !moved.contains(entity(detail)));
        return steady
                ? replacing.stream()
                        .flatMap(detail -> Stream.ofNullable(follows(detail, names)))
                        .distinct()
                        .toList()
                : List.of();
    }

    private static String entity(ResourceChangeDetail detail) {
        return detail.causingEntity().split("\\.", 2)[0];
    }

    private static ReadChange change(
            software.amazon.awssdk.services.cloudformation.model.ResourceChange change,
            DisplayNames names,
            List<String> steadyReads) {
        Consequence consequence = new Consequence(
                change.action(), change.replacement(), change.policyAction(), change.resourceType(), steadyReads);
        boolean modified = !consequence.added() && !consequence.removed();
        List<PropertyChange> properties = modified ? properties(change.details(), names) : List.of();
        ResourceChange words = new ResourceChange(
                change.logicalResourceId(),
                names.of(change.logicalResourceId()),
                change.resourceType(),
                risk(consequence, properties),
                properties,
                consequence.sentence(),
                names.part());
        return new ReadChange(words, operation(consequence));
    }

    private static Operation operation(Consequence consequence) {
        if (consequence.removed()) {
            return Operation.DELETE;
        }
        return consequence.added() || consequence.replaced() ? Operation.CREATE : Operation.UPDATE;
    }

    private static Risk risk(Consequence consequence, List<PropertyChange> properties) {
        Risk risk = consequence.risk();
        boolean follows = !properties.isEmpty() && properties.stream().allMatch(property -> property.follows() != null);
        return risk == Risk.IN_PLACE && follows ? Risk.FOLLOWS : risk;
    }

    /** One per path: a value through a parameter or another resource comes with two details. */
    private static List<PropertyChange> properties(List<ResourceChangeDetail> details, DisplayNames names) {
        Map<String, PropertyChange> byPath = new LinkedHashMap<>();
        for (ResourceChangeDetail detail : details) {
            ResourceTargetDefinition target = detail.target();
            if (target != null) {
                PropertyChange change = new PropertyChange(
                        path(target),
                        value(target.beforeValue()),
                        value(target.afterValue()),
                        recreates(target),
                        follows(detail, names));
                byPath.merge(change.path(), change, ChangeSetReader::merged);
            }
        }
        return List.copyOf(byPath.values());
    }

    private static PropertyChange merged(PropertyChange one, PropertyChange other) {
        return new PropertyChange(
                one.path(),
                one.before() == null ? other.before() : one.before(),
                one.after() == null ? other.after() : one.after(),
                one.recreates() || other.recreates(),
                // Certain as soon as one of the details is.
                one.follows() == null ? null : other.follows());
    }

    /**
     * A value through Ref or Fn::GetAtt is evaluated during the deployment (API reference, ResourceChangeDetail); where
     * AWS gives no value for then, nothing says that it will be another one.
     */
    private static @Nullable String follows(ResourceChangeDetail detail, DisplayNames names) {
        boolean open = detail.evaluation() == EvaluationType.DYNAMIC
                && detail.causingEntity() != null
                && detail.target().afterValue() == null;
        if (!open) {
            return null;
        }
        String[] entity = detail.causingEntity().split("\\.", 2);
        String name = names.of(entity[0]);
        return entity.length == 1 ? name : name + "." + entity[1];
    }

    private static boolean recreates(ResourceTargetDefinition target) {
        return target.requiresRecreation() == RequiresRecreation.ALWAYS
                || target.requiresRecreation() == RequiresRecreation.CONDITIONALLY;
    }

    private static String path(ResourceTargetDefinition target) {
        if (target.path() != null && target.path().startsWith("/Properties/")) {
            return target.path().substring("/Properties/".length()).replace('/', '.');
        }
        if (target.attribute() == ResourceAttribute.PROPERTIES && target.name() != null) {
            return target.name();
        }
        return target.attributeAsString();
    }

    private static @Nullable String value(@Nullable String value) {
        return KNOWN_AFTER_APPLY.equals(value) ? null : value;
    }
}
