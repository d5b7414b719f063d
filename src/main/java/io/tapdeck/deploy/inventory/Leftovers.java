package io.tapdeck.deploy.inventory;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.Leftover;
import io.tapdeck.deploy.Leftover.Kind;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.stack.Owner;
import io.tapdeck.deploy.stack.Shells;
import io.tapdeck.deploy.stack.Shells.Shell;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Finds what is left of environments that do not exist. Changes nothing. */
public final class Leftovers {
    private static final String SHELL = "It only holds a change set that nobody has executed. Nothing was created;"
            + " the name is taken until it is deleted.";
    private static final String PART = "It belongs to an environment that is gone. What is in it costs money.";

    private static final String SEED =
            "It was deployed from the code that this blueprint was made of. Tapdeck can take it"
                    + " over by an update, which is reviewed first.";

    private final StackRegions regions;
    private final Blueprints blueprints;
    private final Predicate<EnvironmentKey> workedOn;
    private final Map<String, List<Stack>> stacks = new HashMap<>();

    /**
     * A search.
     *
     * @param workedOn whether an operation of this computer is alive on an environment: its change sets are not left
     */
    public Leftovers(StackRegions regions, Blueprints blueprints, Predicate<EnvironmentKey> workedOn) {
        this.regions = regions;
        this.blueprints = blueprints;
        this.workedOn = workedOn;
    }

    /** What is left in those regions, by environment. */
    public List<Leftover> in(SequencedSet<String> searched) {
        List<Leftover> found = new ArrayList<>();
        for (String region : searched) {
            for (Stack stack : stacks(region)) {
                stack(region, stack).ifPresent(found::add);
            }
            new Snapshots(regions.in(region))
                    .all().stream()
                            .filter(snapshot -> !exists(snapshot.environment()))
                            .forEach(found::add);
        }
        return found.stream()
                .sorted(Comparator.comparing(
                                (Leftover left) -> left.environment().suffix().value())
                        .thenComparing(left -> left.environment().blueprint())
                        .thenComparing(Leftover::name))
                .toList();
    }

    private Optional<Leftover> stack(String region, Stack stack) {
        if (Shells.is(stack)) {
            return shell(region, stack);
        }
        Optional<Leftover> seed = seeds(region)
                .read(stack)
                .map(draft -> left(
                        new EnvironmentKey(
                                regions.own().connection().session().account(),
                                region,
                                draft.blueprint(),
                                new Suffix(draft.suffix())),
                        Kind.SEED,
                        region,
                        stack,
                        SEED));
        return seed.or(() -> part(region, stack));
    }

    private Seeds seeds(String region) {
        return new Seeds(regions.in(region), blueprints);
    }

    private Optional<Leftover> part(String region, Stack stack) {
        return Owner.of(Stacks.tags(stack), regions.in(region).connection().session())
                .filter(Owner::part)
                .filter(owner -> !exists(owner.environment()))
                .map(owner -> left(owner.environment(), Kind.PART, region, stack, PART));
    }

    private Optional<Leftover> shell(String region, Stack stack) {
        Shells shells = regions.in(region).stacks().shells();
        Optional<Shell> read = shells.read(stack);
        return read.map(shell -> shell.owner().environment())
                .or(() -> shells.empty(stack) ? named(region, stack) : Optional.empty())
                .filter(workedOn.negate())
                .filter(environment -> read.flatMap(shell ->
                                shells.begun(shell, part -> regions.of(part).stacks()))
                        .isEmpty())
                .map(environment -> left(environment, Kind.SHELL, region, stack, SHELL));
    }

    /** Whose an empty shell is by its name, all that is left to go by. */
    private Optional<EnvironmentKey> named(String region, Stack stack) {
        for (Blueprint blueprint : blueprints.all()) {
            String prefix = "tapdeck-" + blueprint.id() + "-";
            String suffix =
                    stack.stackName().startsWith(prefix) ? stack.stackName().substring(prefix.length()) : "";
            if (Suffix.problem(suffix, Suffix.LONGEST) == null) {
                return Optional.of(new EnvironmentKey(
                        regions.own().connection().session().account(), region, blueprint.id(), new Suffix(suffix)));
            }
        }
        return Optional.empty();
    }

    /** Whether an environment has its own stack, or is about to have it. */
    private boolean exists(EnvironmentKey environment) {
        return stacks(environment.region()).stream().anyMatch(stack -> own(stack, environment));
    }

    private boolean own(Stack stack, EnvironmentKey environment) {
        StackRegion home = regions.in(environment.region());
        if (Shells.is(stack)) {
            return stack.stackName().equals(environment.stackName())
                    && home.stacks().shells().read(stack).isPresent();
        }
        return Owner.of(Stacks.tags(stack), home.connection().session())
                .equals(Optional.of(new Owner(environment, false)));
    }

    private List<Stack> stacks(String region) {
        return stacks.computeIfAbsent(region, name -> regions.in(name).stacks().all());
    }

    private static Leftover left(EnvironmentKey environment, Kind kind, String region, Stack stack, String words) {
        return new Leftover(environment, kind, stack.stackName(), region, stack.creationTime(), words, stack.stackId());
    }
}
