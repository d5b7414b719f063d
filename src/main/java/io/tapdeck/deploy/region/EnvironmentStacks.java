package io.tapdeck.deploy.region;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.stack.RequestTokens;
import io.tapdeck.deploy.stack.Shells;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.deploy.template.TemplateGraph;
import io.tapdeck.deploy.template.TemplateMetadata;
import io.tapdeck.environment.EnvironmentKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetSummary;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Finds the stacks of an environment. The account is the truth: the own stack's template names the others. */
public final class EnvironmentStacks {
    private final StackRegions regions;

    public EnvironmentStacks(StackRegions regions) {
        this.regions = regions;
    }

    /**
     * A stack that exists.
     *
     * @param part null for the environment's own
     */
    public record Member(@Nullable Part part, Stack stack, TemplateGraph template) {}

    /**
     * The stacks of an environment in the order of deletion: its own, then its parts, the last first. Where its own is gone
     * already, the parts that are left in the session's region.
     *
     * @throws DeployException if there is none, or if what is left belongs to an environment elsewhere that still exists
     */
    public List<Member> existing(EnvironmentKey environment) {
        List<Member> members = new ArrayList<>();
        own(environment)
                .ifPresentOrElse(
                        own -> {
                            members.add(own);
                            TemplateMetadata.parts(own.template(), environment.region()).reversed().stream()
                                    .flatMap(part -> member(environment, part).stream())
                                    .forEach(members::add);
                        },
                        () -> members.addAll(left(environment)));
        if (members.isEmpty()) {
            throw new DeployException(
                    "There is no environment %s in account %s, %s."
                            .formatted(environment.suffix(), environment.account(), environment.region()),
                    "Check the suffix, the account and the region.");
        }
        return members;
    }

    /**
     * The parts of an environment in the order of deployment, whether they exist or not: as the own stack's template names
     * them, or the change set that shall create it. Where the own stack is gone, the parts that are left in the session's
     * region.
     */
    public List<Part> parts(EnvironmentKey environment) {
        Stack own = regions.own().stacks().of(environment).orElse(null);
        if (own == null) {
            return leftParts(environment);
        }
        if (!Shells.is(own)) {
            return TemplateMetadata.parts(regions.own().stacks().template(own.stackId()), environment.region());
        }
        Shells shells = regions.own().stacks().shells();
        return shells.read(own).map(shells::parts).orElseGet(() -> leftParts(environment));
    }

    /** A change set of Tapdeck's that waits for its execution. */
    public Optional<ChangeSetSummary> pending(Stack own) {
        StackRegion region = regions.own();
        return region
                .calls()
                .call(() -> region.client().listChangeSets(request -> request.stackName(own.stackId())))
                .summaries()
                .stream()
                .filter(summary -> summary.changeSetName().startsWith(RequestTokens.PREFIX))
                .findFirst();
    }

    /** The environment's own stack; empty for one that only holds a change set. */
    public Optional<Member> own(EnvironmentKey environment) {
        return regions.own()
                .stacks()
                .of(environment)
                .filter(stack -> !Shells.is(stack))
                .map(stack -> member(regions.own(), null, stack));
    }

    /** A part, if it exists. */
    public Optional<Member> member(EnvironmentKey environment, Part part) {
        StackRegion region = regions.of(part);
        return region.stacks()
                .of(environment, part.stackName())
                .filter(stack -> !Shells.is(stack))
                .map(stack -> member(region, part, stack));
    }

    /**
     * A stack of the environment, whatever it holds; one that only holds a change set has an empty template.
     *
     * @param part null for the own
     * @throws DeployException if there is none
     */
    public Member any(EnvironmentKey environment, @Nullable Part part) {
        String name = part == null ? environment.stackName() : part.stackName();
        StackRegion region = regions.of(part);
        Stack stack = (part == null
                        ? region.stacks().of(environment)
                        : region.stacks().of(environment, name))
                .orElseThrow(() ->
                        new DeployException("There is no stack %s.".formatted(name), "Look at the environment again."));
        return Shells.is(stack) ? new Member(part, stack, TemplateGraph.of("{}")) : member(region, part, stack);
    }

    private static Member member(StackRegion region, @Nullable Part part, Stack stack) {
        return new Member(part, stack, region.stacks().template(stack.stackId()));
    }

    /** Parts in the session's region whose own stack is gone, the newest first. */
    private List<Member> left(EnvironmentKey environment) {
        return leftStacks(environment)
                .peek(stack -> checkOrphan(stack, environment))
                .map(stack -> member(regions.own(), new Part(stack.stackName(), environment.region()), stack))
                .toList();
    }

    private List<Part> leftParts(EnvironmentKey environment) {
        return leftStacks(environment)
                .filter(stack -> !elsewhere(stack, environment))
                .map(stack -> new Part(stack.stackName(), environment.region()))
                .toList()
                .reversed();
    }

    private Stream<Stack> leftStacks(EnvironmentKey environment) {
        return regions.own().stacks().all().stream()
                .filter(stack -> ofEnvironment(stack, environment) && !Shells.is(stack))
                .sorted(Comparator.comparing(Stack::creationTime).reversed());
    }

    private static boolean ofEnvironment(Stack stack, EnvironmentKey environment) {
        Map<String, String> tags = Stacks.tags(stack);
        return stack.stackName().startsWith(environment.stackName() + "-")
                && environment.suffix().value().equals(tags.get(Stacks.SUFFIX_TAG))
                && environment.blueprint().equals(tags.get(Stacks.BLUEPRINT_TAG));
    }

    /** Whether the environment of a part stands in another region, and exists. */
    private boolean elsewhere(Stack stack, EnvironmentKey environment) {
        String home = home(stack, environment);
        return !home.equals(environment.region())
                && regions.in(home).stacks().find(environment.stackName()).isPresent();
    }

    private static String home(Stack stack, EnvironmentKey environment) {
        return Stacks.tags(stack).getOrDefault(Stacks.REGION_TAG, environment.region());
    }

    private void checkOrphan(Stack stack, EnvironmentKey environment) {
        String home = home(stack, environment);
        if (regions.in(home).stacks().find(environment.stackName()).isPresent()) {
            throw new DeployException(
                    "%s belongs to the environment %s in %s, which exists."
                            .formatted(stack.stackName(), environment.suffix(), home),
                    "Connect to %s and destroy the environment there.".formatted(home));
        }
    }
}
