package io.tapdeck.sandbox.cloudformation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tapdeck.sandbox.cloudformation.changes.DeployedResource;
import io.tapdeck.sandbox.cloudformation.changes.Situation;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.DependencyGraph;
import io.tapdeck.sandbox.cloudformation.template.ParameterValues;
import io.tapdeck.sandbox.cloudformation.template.Pseudo;
import io.tapdeck.sandbox.cloudformation.template.Reference;
import io.tapdeck.sandbox.cloudformation.template.Refusals;
import io.tapdeck.sandbox.cloudformation.template.ResourceDefinition;
import io.tapdeck.sandbox.cloudformation.template.Resources;
import io.tapdeck.sandbox.cloudformation.template.Template;
import io.tapdeck.sandbox.cloudformation.template.TemplateParser;
import io.tapdeck.sandbox.cloudformation.types.ResourceType;
import io.tapdeck.sandbox.world.LiveResource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns a request into a template with values, refusing it as CloudFormation does before anything starts. */
final class Preparation {

    private final StackEngine engine;

    Preparation(StackEngine engine) {
        this.engine = engine;
    }

    /** The template of a request. */
    Template template(DeploymentRequest request, Optional<SimulatedStack> stack) {
        if (request.templateBody() != null) {
            return TemplateParser.parse(request.templateBody());
        }
        if (request.templateUrl() != null) {
            throw Refusals.validation(refusedUrl(request.templateUrl()));
        }
        BoundTemplate previous = stack.map(known -> known.template).orElse(null);
        if (!request.usePreviousTemplate() || previous == null) {
            throw Refusals.validation("Either Template URL or Template Body must be specified.");
        }
        return previous.template();
    }

    /** The request, checked in every respect. */
    BoundTemplate prepare(DeploymentRequest request, Pseudo pseudo, Optional<SimulatedStack> stack) {
        Template template = template(request, stack);
        request.rollbackConfiguration().ifPresent(RollbackConfigurations::check);
        ParameterValues parameters = ParameterValues.of(
                template,
                request.parameters(),
                stack.map(SimulatedStack::parameters).orElse(ParameterValues.NONE),
                this::ssmParameter);
        BoundTemplate bound = new BoundTemplate(template, parameters, pseudo);
        checkTypes(template, request);
        checkAttributes(template);
        checkCapabilities(template, request);
        DependencyGraph.of(bound);
        bound.resources()
                .values()
                .forEach(resource -> bound.intrinsics(Resources.UNKNOWN).resolve(resource.properties()));
        return bound;
    }

    /**
     * What is deployed of a stack, and what is asked for.
     *
     * @param asItIs whether what was changed outside of CloudFormation counts as it is; else nobody sees it
     */
    Situation situation(Optional<SimulatedStack> stack, BoundTemplate after, boolean tagsChange, boolean asItIs) {
        Map<String, DeployedResource> deployed = new LinkedHashMap<>();
        stack.ifPresent(known -> known.resources.forEach((id, resource) -> {
            Physical physical = resource.physical;
            // A creation that failed is made again, so its resource does not count as deployed.
            Optional<LiveResource> live = asItIs && physical != null ? engine.live(physical) : Optional.empty();
            boolean gone = asItIs && live.isEmpty();
            if (resource.exists() && physical != null && !known.failedToCreate(id) && !gone) {
                deployed.put(
                        id,
                        new DeployedResource(
                                physical.definition(),
                                physical.type(),
                                physical.id(),
                                live.map(found -> Drift.shown(physical, found)).orElse(physical.shown()),
                                attribute -> StackEngine.attributeOf(physical, attribute)));
            }
        }));
        refuseTypeChanges(deployed, after);
        return new Situation(
                stack.map(known -> known.template),
                deployed,
                after,
                engine.catalog,
                this::export,
                ShownProperties::of,
                tagsChange);
    }

    private Optional<JsonNode> export(String name) {
        return engine.exports().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .map(one -> TextNode.valueOf(one.value()));
    }

    private Optional<String> ssmParameter(String name) {
        return engine.world.find("AWS::SSM::Parameter", name).map(parameter -> parameter.property("/Value", ""));
    }

    private static void refuseTypeChanges(Map<String, DeployedResource> deployed, BoundTemplate after) {
        List<String> changed = after.resources().values().stream()
                .filter(wanted -> {
                    DeployedResource known = deployed.get(wanted.logicalId());
                    return known != null && !known.type().name().equals(wanted.type());
                })
                .map(ResourceDefinition::logicalId)
                .toList();
        if (!changed.isEmpty()) {
            throw Refusals.validation("Update of resource type is not permitted. The new template modifies resource"
                    + " type of the following resources: " + changed);
        }
    }

    private void checkTypes(Template template, DeploymentRequest request) {
        List<String> unknown = template.resources().values().stream()
                .map(ResourceDefinition::type)
                .filter(type -> engine.catalog.find(type).isEmpty())
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusals.templateFormat("Unrecognized resource types: " + unknown);
        }
        if (request.resourceTypes().isEmpty()) {
            return;
        }
        for (ResourceDefinition resource : template.resources().values()) {
            if (request.resourceTypes().stream().noneMatch(allowed -> allows(allowed, resource.type()))) {
                throw Refusals.validation("Resource type " + resource.type()
                        + " is not allowed by parameter ResourceTypes " + request.resourceTypes());
            }
        }
    }

    private static boolean allows(String allowed, String type) {
        return allowed.endsWith("::*")
                ? type.startsWith(allowed.substring(0, allowed.length() - 1))
                : allowed.equals(type);
    }

    private void checkAttributes(Template template) {
        template.resources().values().forEach(resource -> checkAttributes(template, resource.properties()));
        template.outputs().values().forEach(output -> checkAttributes(template, output));
    }

    private void checkAttributes(Template template, JsonNode expression) {
        for (Reference reference : Reference.in(expression, branch -> true)) {
            ResourceDefinition target = template.resources().get(reference.name());
            String attribute = reference.attribute().orElse("");
            if (target != null && !attribute.isEmpty()) {
                boolean known = engine.catalog
                        .find(target.type())
                        .map(type -> type.hasAttribute(attribute))
                        .orElse(true);
                if (!known) {
                    throw Refusals.template("resource " + target.logicalId() + " does not support attribute type "
                            + attribute + " in Fn::GetAtt");
                }
            }
        }
    }

    private void checkCapabilities(Template template, DeploymentRequest request) {
        boolean named = false;
        boolean iam = false;
        for (ResourceDefinition resource : template.resources().values()) {
            Optional<ResourceType> type = engine.catalog.find(resource.type());
            if (type.isPresent() && type.get().isIam()) {
                iam = true;
                named |= resource.properties().has(type.get().nameProperty());
            }
        }
        boolean hasNamed = request.capabilities().contains("CAPABILITY_NAMED_IAM");
        if (named && !hasNamed) {
            throw Refusals.insufficientCapabilities("CAPABILITY_NAMED_IAM");
        }
        if (iam && !hasNamed && !request.capabilities().contains("CAPABILITY_IAM")) {
            throw Refusals.insufficientCapabilities("CAPABILITY_IAM");
        }
    }

    private static String refusedUrl(String url) {
        return url.contains(".amazonaws.com/")
                ? "S3 error: Access Denied. The sandbox keeps no S3 objects: send the template as TemplateBody."
                : "S3 error: Domain name specified in " + url.replaceFirst("https?://([^./]+).*", "$1")
                        + " is not a valid S3 domain";
    }
}
