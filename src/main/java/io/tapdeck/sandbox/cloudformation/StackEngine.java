package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tapdeck.sandbox.cloudformation.template.Resources;
import io.tapdeck.sandbox.cloudformation.types.HandlerMessage;
import io.tapdeck.sandbox.cloudformation.types.ResourceCatalog;
import io.tapdeck.sandbox.cloudformation.types.ResourceType;
import io.tapdeck.sandbox.faults.ResourceFault;
import io.tapdeck.sandbox.faults.ResourceFaults;
import io.tapdeck.sandbox.faults.ResourceWork;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.Export;
import software.amazon.awssdk.services.cloudformation.model.Output;

/** The stacks of the account and the operations that run on them; moves them through time. Not thread-safe. */
final class StackEngine {

    /** In the order of their creation, deleted ones too. */
    final List<SimulatedStack> stacks = new ArrayList<>();

    final ResourceCatalog catalog = new ResourceCatalog();
    final ResourceWorld world;
    final Claims claims;
    private final ResourceFaults faults;
    private final Map<SimulatedStack, StackOperation> running = new LinkedHashMap<>();

    StackEngine(ResourceWorld world, ResourceFaults faults) {
        this.world = world;
        claims = new Claims(world);
        this.faults = faults;
    }

    /** Lets everything happen that is due by an instant, in the order of time. */
    void advanceTo(Instant now) {
        Optional<StackOperation> next = nextDue(now);
        while (next.isPresent()) {
            StackOperation operation = next.get();
            operation.advance();
            if (operation.isFinished()) {
                running.remove(operation.stack, operation);
            }
            next = nextDue(now);
        }
    }

    private Optional<StackOperation> nextDue(Instant now) {
        StackOperation earliest = null;
        for (StackOperation operation : running.values()) {
            if (!operation.due().isAfter(now)
                    && (earliest == null || operation.due().isBefore(earliest.due()))) {
                earliest = operation;
            }
        }
        return Optional.ofNullable(earliest);
    }

    void start(StackOperation operation) {
        running.put(operation.stack, operation);
    }

    Optional<StackOperation> operationOn(SimulatedStack stack) {
        return Optional.ofNullable(running.get(stack));
    }

    ResourceType type(String name) {
        return catalog.find(name).orElseThrow(() -> new ResourceFailure("Unrecognized resource type: " + name));
    }

    /**
     * How a work on a resource will go: its duration is that of the type, spread a little by resource, stretched by a
     * fault. Each question is a try, which the faults count.
     *
     * @param operation {@code create}, {@code update} or {@code delete}, whose duration it has
     */
    Attempt attempt(ResourceType type, ResourceWork work, String operation, String logicalId) {
        Optional<ResourceFault> fault = faults.forResource(logicalId, type.name(), work);
        long millis = type.duration(operation).toMillis();
        double spread = 0.94 + Math.floorMod(logicalId.hashCode(), 100) * 0.0012;
        double slowness = fault.map(ResourceFault::slowness).orElse(1.0);
        return new Attempt(
                Duration.ofMillis(Math.max(1000, Math.round(millis * spread * slowness))),
                fault.flatMap(ResourceFault::failure));
    }

    /** Shows the other services a resource as it stands from now on. */
    void publish(SimulatedStack stack, String logicalId, Physical physical, Instant now) {
        Map<String, String> tags = new LinkedHashMap<>(physical.stackTags());
        physical.properties()
                .path("Tags")
                .forEach(tag ->
                        tags.put(tag.path("Key").asText(), tag.path("Value").asText()));
        world.put(new LiveResource(
                stack.id(),
                stack.name(),
                logicalId,
                physical.type().name(),
                physical.id(),
                physical.properties(),
                physical.attributes(),
                tags,
                physical.createdAt(),
                now));
    }

    /** A physical resource as it is by now; empty when somebody deleted it outside of CloudFormation. */
    Optional<LiveResource> live(Physical physical) {
        return world.find(physical.type().name(), physical.id());
    }

    /** Fails a change of what somebody deleted outside of CloudFormation. */
    void requireLive(Physical physical) {
        if (live(physical).isEmpty()) {
            throw new ResourceFailure(HandlerMessage.notFound(physical.naming(), physical.identity()));
        }
    }

    void withdraw(Physical physical) {
        world.remove(physical.type().name(), physical.id());
        claims.free(physical);
    }

    /** Every exported output, by the order of the stacks. */
    List<Export> exports() {
        List<Export> exports = new ArrayList<>();
        for (SimulatedStack stack : stacks) {
            if (stack.isDeleted()) {
                continue;
            }
            for (Output output : stack.outputs) {
                if (output.exportName() != null) {
                    exports.add(Export.builder()
                            .exportingStackId(stack.id())
                            .name(output.exportName())
                            .value(output.outputValue())
                            .build());
                }
            }
        }
        return exports;
    }

    /** The values of a stack's resources as they stand; a missing one fails the resource that asks. */
    Resources valuesOf(SimulatedStack stack) {
        return new Resources() {
            @Override
            public JsonNode ref(String logicalId) {
                return TextNode.valueOf(physical(logicalId).id());
            }

            @Override
            public JsonNode attribute(String logicalId, String attribute) {
                return attributeOf(physical(logicalId), attribute);
            }

            @Override
            public JsonNode export(String name) {
                return exports().stream()
                        .filter(one -> one.name().equals(name))
                        .findFirst()
                        .map(one -> TextNode.valueOf(one.value()))
                        .orElseThrow(() -> new ResourceFailure(
                                "No export named " + name + " found. Rollback requested" + " by user."));
            }

            private Physical physical(String logicalId) {
                SimulatedResource resource = stack.resources.get(logicalId);
                Physical physical = resource == null ? null : resource.physical;
                if (physical == null) {
                    throw new ResourceFailure("Resource " + logicalId + " has no physical resource");
                }
                return physical;
            }
        };
    }

    static JsonNode attributeOf(Physical physical, String attribute) {
        JsonNode value = physical.attributes().path(attribute);
        if (value.isMissingNode()) {
            value = physical.properties().path(attribute);
        }
        if (value.isMissingNode() && physical.type().isCustom()) {
            throw new ResourceFailure("CustomResource attribute error: Vendor response doesn't contain " + attribute
                    + " attribute in object " + physical.id());
        }
        return value.isMissingNode() ? TextNode.valueOf("") : value;
    }
}
