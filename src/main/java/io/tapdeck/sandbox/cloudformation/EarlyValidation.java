package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.ResourceDefinition;
import io.tapdeck.sandbox.cloudformation.types.ResourceType;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeAction;
import software.amazon.awssdk.services.cloudformation.model.HookFailureMode;
import software.amazon.awssdk.services.cloudformation.model.ResourceChange;

/**
 * What a change set is checked for before anything happens (user guide, "Validate stack deployments"): properties that
 * the type does not have fail it, a bucket that is to go and is not empty
 * only warns.
 */
final class EarlyValidation {

    /**
     * What was found.
     *
     * @param logicalId of the resource
     * @param type of the resource
     * @param physicalId empty when there is none
     * @param mode whether it fails the change set
     * @param name of the validation
     * @param reason in words
     * @param path in the template
     */
    record Finding(
            String logicalId,
            String type,
            String physicalId,
            HookFailureMode mode,
            String name,
            String reason,
            String path) {}

    private final StackEngine engine;
    private final SimulatedStack stack;
    private final BoundTemplate template;
    private final List<Finding> findings = new ArrayList<>();

    private EarlyValidation(StackEngine engine, SimulatedStack stack, BoundTemplate template) {
        this.engine = engine;
        this.stack = stack;
        this.template = template;
    }

    /** Checks the changes that a stack is to get. */
    static List<Finding> of(StackEngine engine, SimulatedStack stack, BoundTemplate template, List<Change> changes) {
        EarlyValidation validation = new EarlyValidation(engine, stack, template);
        changes.forEach(change -> validation.check(change.resourceChange()));
        return List.copyOf(validation.findings);
    }

    private void check(ResourceChange change) {
        if (change.action() == ChangeAction.REMOVE) {
            emptiness(change);
            return;
        }
        ResourceDefinition definition = template.resources().get(change.logicalResourceId());
        if (definition == null) {
            return;
        }
        ResourceType type = engine.type(definition.type());
        properties(definition, type);
    }

    /** What is missing, and names that are taken, are not looked for: the records show them to fail at execution only. */
    private void properties(ResourceDefinition definition, ResourceType type) {
        if (type.isCustom()) {
            return;
        }
        String path = "/Resources/" + definition.logicalId() + "/Properties";
        definition.properties().fieldNames().forEachRemaining(name -> {
            if (!type.hasProperty(name)) {
                findings.add(new Finding(
                        definition.logicalId(),
                        definition.type(),
                        "",
                        HookFailureMode.FAIL,
                        "PROPERTY_VALIDATION",
                        "Unsupported property: " + name,
                        path + "/" + name));
            }
        });
    }

    private void emptiness(ResourceChange change) {
        SimulatedResource resource = stack.resources.get(change.logicalResourceId());
        if (resource == null || !change.resourceType().equals("AWS::S3::Bucket")) {
            return;
        }
        boolean full = !engine.world.account().objects().isEmpty(resource.physicalId());
        if (full && Fate.deleted(resource) == Fate.DELETE) {
            findings.add(new Finding(
                    change.logicalResourceId(),
                    change.resourceType(),
                    resource.physicalId(),
                    HookFailureMode.WARN,
                    "BUCKET_EMPTINESS_VALIDATION",
                    "S3 bucket is not empty",
                    "/Resources/" + change.logicalResourceId()));
        }
    }
}
