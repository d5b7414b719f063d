package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.ParameterDefinition;
import io.tapdeck.sandbox.cloudformation.template.Refusals;
import io.tapdeck.sandbox.cloudformation.template.ResourceDefinition;
import io.tapdeck.sandbox.cloudformation.template.Template;
import io.tapdeck.sandbox.cloudformation.template.TemplateParser;
import io.tapdeck.sandbox.cloudformation.types.ResourceCatalog;
import io.tapdeck.sandbox.cloudformation.types.ResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateResponse;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryRequest;
import software.amazon.awssdk.services.cloudformation.model.GetTemplateSummaryResponse;
import software.amazon.awssdk.services.cloudformation.model.ParameterConstraints;
import software.amazon.awssdk.services.cloudformation.model.ParameterDeclaration;
import software.amazon.awssdk.services.cloudformation.model.ResourceIdentifierSummary;
import software.amazon.awssdk.services.cloudformation.model.TemplateParameter;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateRequest;
import software.amazon.awssdk.services.cloudformation.model.ValidateTemplateResponse;

/** The operations that read templates. */
final class TemplateQueries {

    private final ResourceCatalog catalog;
    private final StackDirectory directory;

    TemplateQueries(ResourceCatalog catalog, StackDirectory directory) {
        this.catalog = catalog;
        this.directory = directory;
    }

    GetTemplateResponse template(GetTemplateRequest request) {
        return GetTemplateResponse.builder()
                .templateBody(
                        deployed(request.stackName(), request.changeSetName()).text())
                .stagesAvailableWithStrings("Original", "Processed")
                .build();
    }

    GetTemplateSummaryResponse summary(GetTemplateSummaryRequest request) {
        Template template = request.templateBody() == null
                ? deployed(request.stackName(), null)
                : TemplateParser.parse(request.templateBody());
        List<Capability> capabilities = capabilities(template);
        return GetTemplateSummaryResponse.builder()
                .parameters(template.parameters().values().stream()
                        .map(TemplateQueries::declaration)
                        .toList())
                .description(empty(template.description()))
                .capabilities(capabilities.isEmpty() ? null : capabilities)
                .capabilitiesReason(capabilitiesReason(template))
                .resourceTypes(template.resources().values().stream()
                        .map(ResourceDefinition::type)
                        .distinct()
                        .toList())
                .version(template.body().path("AWSTemplateFormatVersion").asText("2010-09-09"))
                .metadata(
                        template.metadata().isMissingNode()
                                ? null
                                : template.metadata().toString())
                .resourceIdentifierSummaries(identifiers(template))
                .build();
    }

    ValidateTemplateResponse validate(ValidateTemplateRequest request) {
        if (request.templateBody() == null) {
            throw Refusals.validation("Either Template URL or Template Body must be specified.");
        }
        Template template = TemplateParser.parse(request.templateBody());
        List<Capability> capabilities = capabilities(template);
        return ValidateTemplateResponse.builder()
                .parameters(template.parameters().values().stream()
                        .map(one -> TemplateParameter.builder()
                                .parameterKey(one.name())
                                .defaultValue(one.defaultValue().orElse(null))
                                .noEcho(one.noEcho())
                                .description(
                                        empty(one.body().path("Description").asText("")))
                                .build())
                        .toList())
                .description(empty(template.description()))
                .capabilities(capabilities.isEmpty() ? null : capabilities)
                .capabilitiesReason(capabilitiesReason(template))
                .build();
    }

    private Template deployed(@Nullable String stackName, @Nullable String changeSetName) {
        if (changeSetName != null && changeSetName.startsWith("arn:")) {
            return directory
                    .ownerOf(changeSetName)
                    .flatMap(owner -> directory.changeSet(owner, changeSetName))
                    .map(one -> one.template.template())
                    .orElseThrow(() -> Refusals.changeSetNotFound(changeSetName));
        }
        if (stackName == null) {
            throw Refusals.validation("StackName is a required parameter.");
        }
        SimulatedStack stack = directory.describe(stackName);
        if (changeSetName != null) {
            return directory
                    .changeSet(stack, changeSetName)
                    .map(one -> one.template.template())
                    .orElseThrow(() -> Refusals.changeSetNotFound(changeSetName));
        }
        BoundTemplate template = stack.template;
        if (template == null) {
            throw Refusals.validation("Stack with id " + stackName + " does not exist");
        }
        return template.template();
    }

    private static ParameterDeclaration declaration(ParameterDefinition definition) {
        return ParameterDeclaration.builder()
                .parameterKey(definition.name())
                .defaultValue(definition.defaultValue().orElse(null))
                .parameterType(definition.type())
                .noEcho(definition.noEcho())
                .description(empty(definition.body().path("Description").asText("")))
                .parameterConstraints(ParameterConstraints.builder()
                        .allowedValues(definition.allowedValues())
                        .build())
                .build();
    }

    private List<ResourceIdentifierSummary> identifiers(Template template) {
        Map<String, List<String>> byType = new TreeMap<>();
        template.resources()
                .values()
                .forEach(one -> byType.computeIfAbsent(one.type(), type -> new ArrayList<>())
                        .add(one.logicalId()));
        List<ResourceIdentifierSummary> summaries = new ArrayList<>();
        byType.forEach((type, ids) -> catalog.find(type)
                .map(ResourceType::identifiers)
                .filter(names -> !names.isEmpty())
                .ifPresent(names -> summaries.add(ResourceIdentifierSummary.builder()
                        .resourceType(type)
                        .logicalResourceIds(ids)
                        .resourceIdentifiers(names)
                        .build())));
        return summaries;
    }

    private List<Capability> capabilities(Template template) {
        boolean named = iam(template).stream()
                .anyMatch(one -> catalog.find(one.type())
                        .filter(type -> one.properties().has(type.nameProperty()))
                        .isPresent());
        if (named) {
            return List.of(Capability.CAPABILITY_NAMED_IAM);
        }
        return iam(template).isEmpty() ? List.of() : List.of(Capability.CAPABILITY_IAM);
    }

    private @Nullable String capabilitiesReason(Template template) {
        List<String> types =
                iam(template).stream().map(ResourceDefinition::type).distinct().toList();
        return types.isEmpty() ? null : "The following resource(s) require capabilities: " + types;
    }

    private List<ResourceDefinition> iam(Template template) {
        return template.resources().values().stream()
                .filter(one -> Optional.of(one.type())
                        .flatMap(catalog::find)
                        .filter(ResourceType::isIam)
                        .isPresent())
                .toList();
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }
}
