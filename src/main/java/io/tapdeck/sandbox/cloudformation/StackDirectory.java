package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.Pseudo;
import io.tapdeck.sandbox.cloudformation.template.Refusals;
import io.tapdeck.sandbox.wire.Partitions;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Finds stacks by name or id, and opens new ones. A deleted stack is found by its id only. */
final class StackDirectory {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]*");
    private static final int LONGEST_NAME = 128;

    private final StackEngine engine;
    private final String account;
    private final String region;

    StackDirectory(StackEngine engine, String account, String region) {
        this.engine = engine;
        this.account = account;
        this.region = region;
    }

    /** The stack of a name or an id. */
    Optional<SimulatedStack> find(String nameOrId) {
        boolean byId = nameOrId.startsWith("arn:");
        return engine.stacks.reversed().stream()
                .filter(stack ->
                        byId ? stack.id().equals(nameOrId) : stack.name().equals(nameOrId) && !stack.isDeleted())
                .findFirst();
    }

    /** The stack that an operation changes. */
    SimulatedStack require(String nameOrId) {
        return find(nameOrId).orElseThrow(() -> Refusals.validation("Stack [" + nameOrId + "] does not exist"));
    }

    /** The stack that an operation describes: the text of the refusal differs. */
    SimulatedStack describe(String nameOrId) {
        return find(nameOrId).orElseThrow(() -> Refusals.validation("Stack with id " + nameOrId + " does not exist"));
    }

    /** A change set by its ARN, or by its name and its stack's. */
    Optional<SimulatedChangeSet> changeSet(SimulatedStack stack, String nameOrId) {
        return stack.changeSets.values().stream()
                .filter(one -> one.id.equals(nameOrId) || one.name.equals(nameOrId))
                .findFirst();
    }

    /** The stack that owns a change set's ARN. */
    Optional<SimulatedStack> ownerOf(String changeSetId) {
        return engine.stacks.stream()
                .filter(stack -> stack.changeSets.values().stream().anyMatch(one -> one.id.equals(changeSetId)))
                .findFirst();
    }

    /** Names a new stack; it is not in the account yet. */
    Pseudo newStack(String name, List<String> notificationArns, Instant now) {
        if (!NAME.matcher(name).matches()) {
            throw Refusals.validation("1 validation error detected: Value '" + name + "' at 'stackName' failed to"
                    + " satisfy constraint: Member must satisfy regular expression pattern: " + NAME);
        }
        if (name.length() > LONGEST_NAME) {
            throw Refusals.validation("1 validation error detected: Value '" + name + "' at 'stackName' failed to"
                    + " satisfy constraint: Member must have length less than or equal to " + LONGEST_NAME);
        }
        String arn = arn("stack/" + name + "/" + uuid(name + now + engine.stacks.size()));
        return new Pseudo(account, region, arn, name, notificationArns);
    }

    /** The ARN of a new change set. */
    String newChangeSet(String name, SimulatedStack stack, Instant now) {
        return arn("changeSet/" + name + "/" + uuid(name + stack.id() + now + stack.changeSets.size()));
    }

    private String arn(String resource) {
        return "arn:" + Partitions.of(region) + ":cloudformation:" + region + ":" + account + ":" + resource;
    }

    private static String uuid(String seed) {
        return UUID.nameUUIDFromBytes(seed.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
