package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.faults.FaultScript;
import io.tapdeck.sandbox.faults.ResourceFaults;
import io.tapdeck.sandbox.world.AccountWorld;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/** An account in virtual time, for tests. */
final class Cloud implements InstantSource {

    final ResourceWorld world;
    final SandboxCloudFormation client;
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private ResourceFaults faults;

    Cloud() {
        this(ResourceFaults.none());
    }

    Cloud(ResourceFaults faults) {
        this(faults, new AccountWorld(), "us-east-1");
    }

    private Cloud(ResourceFaults faults, AccountWorld account, String region) {
        this.faults = faults;
        world = new ResourceWorld(account);
        client = new SandboxCloudFormation(
                this,
                world,
                "111111111111",
                region,
                (logicalId, type, work) -> this.faults.forResource(logicalId, type, work));
    }

    /** From now on this goes wrong, and nothing else. */
    void fault(String... specs) {
        faults = FaultScript.parse(specs);
    }

    /** Another region of the same account, with a time of its own that starts at the same moment. */
    Cloud inRegion(String region) {
        return new Cloud(ResourceFaults.none(), world.account(), region);
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** Creates a change set, waits until it is analysed, and gives its ARN. */
    String plan(String stack, ChangeSetType type, String template) {
        String id = client.createChangeSet(request -> request.stackName(stack)
                        .changeSetName("plan")
                        .changeSetType(type)
                        .templateBody(template)
                        .capabilities(Capability.CAPABILITY_NAMED_IAM))
                .id();
        pass(Duration.ofSeconds(5));
        return id;
    }

    /** Brings a stack to a template by change set and lets it end. */
    Stack deploy(String stack, ChangeSetType type, String template) {
        String id = plan(stack, type, template);
        client.executeChangeSet(request -> request.changeSetName(id));
        settle();
        return stack(stack);
    }

    /** The reason of the newest event of a resource, or the stack, in a status. */
    String reason(String nameOrId, String logicalId, String status) {
        return events(nameOrId).reversed().stream()
                .filter(event -> event.logicalResourceId().equals(logicalId)
                        && event.resourceStatusAsString().equals(status))
                .map(event -> String.valueOf(event.resourceStatusReason()))
                .findFirst()
                .orElseThrow();
    }

    /** The reasons of a stack's failures, by logical id. */
    Map<String, String> failures(String nameOrId) {
        Map<String, String> reasons = new LinkedHashMap<>();
        events(nameOrId).stream()
                .filter(event -> event.resourceStatusAsString().endsWith("_FAILED"))
                .forEach(event -> reasons.putIfAbsent(event.logicalResourceId(), event.resourceStatusReason()));
        return reasons;
    }

    /** Lets everything end. */
    void settle() {
        pass(Duration.ofHours(2));
        client.advance();
    }

    Stack stack(String nameOrId) {
        return client.describeStacks(request -> request.stackName(nameOrId))
                .stacks()
                .getFirst();
    }

    /** All events, oldest first. */
    List<StackEvent> events(String nameOrId) {
        return client.describeStackEventsPaginator(request -> request.stackName(nameOrId)).stackEvents().stream()
                .toList()
                .reversed();
    }

    /** The events as {@code LogicalId STATUS}, oldest first. */
    List<String> story(String nameOrId) {
        return events(nameOrId).stream()
                .map(event -> event.logicalResourceId() + " " + event.resourceStatusAsString())
                .toList();
    }
}
