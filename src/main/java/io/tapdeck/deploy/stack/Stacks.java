package io.tapdeck.deploy.stack;

import io.tapdeck.aws.AwsFailures;
import io.tapdeck.aws.AwsTexts;
import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.template.TemplateGraph;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.cloudformation.model.DescribeStacksResponse;
import software.amazon.awssdk.services.cloudformation.model.ListStackResourcesResponse;
import software.amazon.awssdk.services.cloudformation.model.Output;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Reads stacks. */
public final class Stacks {
    /** The tags that find an environment. */
    public static final String SUFFIX_TAG = "tapdeck:suffix";

    public static final String BLUEPRINT_TAG = "tapdeck:blueprint";

    /** On a part: the region of the environment's own stack. */
    public static final String REGION_TAG = "tapdeck:region";

    private final CloudFormationClient client;
    private final Calls calls;
    private final Session session;
    private final Shells shells;

    public Stacks(CloudFormationClient client, Calls calls, Session session) {
        this.client = client;
        this.calls = calls;
        this.session = session;
        this.shells = new Shells(client, calls, session);
    }

    /** Those that only ever held a change set. */
    public Shells shells() {
        return shells;
    }

    /** The stack of that name or id; a deleted one is found by its id only. */
    public Optional<Stack> find(String nameOrId) {
        return calls.call(() ->
                present(() -> client.describeStacks(request -> request.stackName(nameOrId)).stacks().stream()
                        .findFirst()));
    }

    /**
     * The stack of an environment.
     *
     * @throws DeployException if a stack of that name is not the environment's
     */
    public Optional<Stack> of(EnvironmentKey environment) {
        return of(environment, environment.stackName()).or(() -> takenOver(environment));
    }

    /** An environment's own stack that was deployed without Tapdeck and has kept its name: only its tags find it. */
    private Optional<Stack> takenOver(EnvironmentKey environment) {
        return all().stream()
                .filter(stack -> !Shells.is(stack) && stack.parentId() == null)
                .filter(stack -> Owner.of(tags(stack), session).equals(Optional.of(new Owner(environment, false))))
                .findFirst();
    }

    /**
     * A stack of another name than the environment's own usually has, which the environment takes over or has taken over.
     *
     * @throws DeployException if there is no such stack, or it belongs to another environment
     */
    Stack toTakeOver(EnvironmentKey environment, String stackName) {
        Stack stack = find(stackName)
                .orElseThrow(() -> new DeployException(
                        "There is no stack %s in %s.".formatted(stackName, session.region()),
                        "See tapdeck list for the stacks that can be adopted."));
        owner(stack)
                .filter(owner -> !owner.equals(new Owner(environment, false)))
                .ifPresent(owner -> {
                    throw belongs(stack, owner.environment());
                });
        return stack;
    }

    /**
     * A stack of an environment, its own or another.
     *
     * @throws DeployException if a stack of that name is not the environment's
     */
    public Optional<Stack> of(EnvironmentKey environment, String stackName) {
        Optional<Stack> found = find(stackName);
        found.ifPresent(stack -> checkOwner(stack, environment));
        return found;
    }

    private void checkOwner(Stack stack, EnvironmentKey environment) {
        Optional<EnvironmentKey> owner = owner(stack).map(Owner::environment);
        if (owner.isEmpty() && Shells.is(stack)) {
            return; // Nothing was ever in it, and no change set says whose it shall be.
        }
        if (owner.isEmpty()) {
            throw new DeployException(
                    "There is a stack %s that Tapdeck did not make.".formatted(stack.stackName()),
                    "Choose another suffix, or look at that stack in the AWS console.");
        }
        EnvironmentKey other = owner.get();
        if (!other.suffix().equals(environment.suffix()) || !other.blueprint().equals(environment.blueprint())) {
            throw belongs(stack, other);
        }
        if (!other.region().equals(environment.region())) {
            throw new DeployException(
                    "The stack %s belongs to the environment %s in %s."
                            .formatted(stack.stackName(), other.suffix(), other.region()),
                    "Connect to %s, or choose another suffix.".formatted(other.region()));
        }
    }

    private static DeployException belongs(Stack stack, EnvironmentKey other) {
        return new DeployException(
                "The stack %s belongs to the environment %s of %s."
                        .formatted(stack.stackName(), other.suffix(), other.blueprint()),
                "Choose another suffix, or look at that stack in the AWS console.");
    }

    private Optional<Owner> owner(Stack stack) {
        return Shells.is(stack) ? shells.read(stack).map(Shells.Shell::owner) : Owner.of(tags(stack), session);
    }

    /** Whether nothing was ever up in a stack. */
    public static boolean fresh(Stack stack) {
        String status = stack.stackStatusAsString();
        return status.equals("REVIEW_IN_PROGRESS") || status.equals("ROLLBACK_COMPLETE");
    }

    /** The stack of that name, if there is one; one of an unusual name is taken over. */
    public Optional<Stack> standing(EnvironmentKey environment, @Nullable Part part, String stackName) {
        boolean takesOver = part == null && !stackName.equals(environment.stackName());
        return takesOver ? Optional.of(toTakeOver(environment, stackName)) : of(environment, stackName);
    }

    /** The outputs of a stack; none if it does not exist. */
    public Map<String, String> outputs(String nameOrId) {
        return find(nameOrId).map(stack -> outputs(stack)).orElse(Map.of());
    }

    /** A stack's outputs in the order in which AWS gives them. */
    public static Map<String, String> outputs(Stack stack) {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (Output output : stack.outputs()) {
            outputs.put(output.outputKey(), output.outputValue());
        }
        return outputs;
    }

    /** Every stack that exists. */
    public List<Stack> all() {
        List<Stack> all = new ArrayList<>();
        String token = null;
        do {
            String from = token;
            DescribeStacksResponse page = calls.call(() -> client.describeStacks(request -> request.nextToken(from)));
            all.addAll(page.stacks());
            token = page.nextToken();
        } while (token != null);
        return all;
    }

    /**
     * Everything that a stack has or had, with its last state; also of a deleted one, by its id. Each resource once, whatever
     * the pages repeat.
     */
    public List<StackResourceSummary> resources(String stackId) {
        record Key(String logicalId, @Nullable String physicalId) {}
        Map<Key, StackResourceSummary> all = new LinkedHashMap<>();
        String token = null;
        do {
            String from = token;
            ListStackResourcesResponse page = calls.call(() -> client.listStackResources(
                    request -> request.stackName(stackId).nextToken(from)));
            for (StackResourceSummary resource : page.stackResourceSummaries()) {
                all.put(new Key(resource.logicalResourceId(), resource.physicalResourceId()), resource);
            }
            token = page.nextToken();
        } while (token != null);
        return List.copyOf(all.values());
    }

    /** The last update, else the creation. */
    public static Instant changedAt(Stack stack) {
        return stack.lastUpdatedTime() == null ? stack.creationTime() : stack.lastUpdatedTime();
    }

    public static Map<String, String> tags(Stack stack) {
        return stack.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (first, second) -> first));
    }

    /** The template as it was deployed. */
    public TemplateGraph template(String stackId) {
        return TemplateGraph.of(body(stackId));
    }

    /** {@link #template}, as text. */
    public String body(String stackId) {
        return calls.call(
                () -> client.getTemplate(request -> request.stackName(stackId)).templateBody());
    }

    /** What {@code read} finds; nothing if AWS says that there is no such stack. */
    public static <T> Optional<T> present(Supplier<Optional<T>> read) {
        try {
            return read.get();
        } catch (CloudFormationException e) {
            if (AwsFailures.code(e).equals(AwsTexts.VALIDATION_ERROR)
                    && AwsTexts.saysNoSuchStack(AwsFailures.words(e))) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
