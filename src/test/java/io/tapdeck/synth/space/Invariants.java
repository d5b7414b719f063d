package io.tapdeck.synth.space;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.blueprint.stack.BlueprintStacks;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.StackTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What holds for every template, whatever the definition. */
final class Invariants {

    /** How AWS restricts a name: the API reference's pattern and length. */
    private static final Map<String, Pattern> NAMES = Map.ofEntries(
            Map.entry("AWS::S3::Bucket BucketName", Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]")),
            Map.entry("AWS::DynamoDB::Table TableName", Pattern.compile("[a-zA-Z0-9_.-]{3,255}")),
            Map.entry("AWS::SQS::Queue QueueName", Pattern.compile("[a-zA-Z0-9_-]{1,80}")),
            Map.entry("AWS::SNS::Topic TopicName", Pattern.compile("[a-zA-Z0-9_-]{1,256}")),
            Map.entry("AWS::KMS::Alias AliasName", Pattern.compile("alias/[a-zA-Z0-9/_-]{1,250}")),
            Map.entry("AWS::SecretsManager::Secret Name", Pattern.compile("[a-zA-Z0-9/_+=.@-]{1,512}")),
            Map.entry("AWS::Lambda::Function FunctionName", Pattern.compile("[a-zA-Z0-9_-]{1,64}")),
            Map.entry("AWS::IAM::Role RoleName", Pattern.compile("[\\w+=,.@-]{1,64}")),
            Map.entry("AWS::CloudWatch::Alarm AlarmName", Pattern.compile(".{1,255}")),
            Map.entry("AWS::CloudWatch::Dashboard DashboardName", Pattern.compile("[a-zA-Z0-9_-]{1,255}")),
            Map.entry("AWS::Logs::LogGroup LogGroupName", Pattern.compile("[a-zA-Z0-9_/.#-]{1,512}")),
            Map.entry("AWS::RDS::DBCluster DBClusterIdentifier", Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,62}")),
            Map.entry("AWS::RDS::DBInstance DBInstanceIdentifier", Pattern.compile("[a-zA-Z][a-zA-Z0-9-]{0,62}")));

    private static final Pattern ACCESS_KEY = Pattern.compile("(AKIA|ASIA)[0-9A-Z]{16}");

    private final BlueprintStacks blueprint;
    private final List<String> violations = new ArrayList<>();

    Invariants(BlueprintStacks blueprint) {
        this.blueprint = blueprint;
    }

    /** In words; empty if all hold. */
    List<String> violations(CloudAssembly assembly) {
        violations.clear();
        Set<String> names = new HashSet<>();
        for (StackTemplate stack : assembly.stacks()) {
            Template template = Template.of(stack.body());
            size(stack);
            logicalIds(template);
            names(template, names);
            tags(stack, template);
            alarms(template);
            new KeyPolicies(template).violations().forEach(violations::add);
            wildcards(template);
            secrets(stack.body(), template);
        }
        return List.copyOf(violations);
    }

    private void size(StackTemplate stack) {
        require(
                stack.bytes() <= StackTemplate.BODY_LIMIT && stack.resourceCount() <= StackTemplate.RESOURCE_LIMIT,
                "%s has %d bytes and %d resources".formatted(stack.stackName(), stack.bytes(), stack.resourceCount()));
        require(stack.stackName().matches("[a-zA-Z][a-zA-Z0-9-]{0,127}"), "the stack's name " + stack.stackName());
    }

    private void logicalIds(Template template) {
        template.resources().keySet().forEach(id -> require(id.matches("[a-zA-Z0-9]{1,255}"), "the logical id " + id));
        template.references()
                .forEach(reference -> require(template.knows(reference), "nothing is called " + reference));
    }

    private void names(Template template, Set<String> taken) {
        template.resources()
                .forEach((id, resource) -> resource.path("Properties")
                        .properties()
                        .forEach(property -> {
                            String what = resource.path("Type").asText() + " " + property.getKey();
                            Pattern rule = NAMES.get(what);
                            if (rule != null) {
                                String name = template.text(property.getValue());
                                require(rule.matcher(name).matches(), "%s of %s is %s".formatted(what, id, name));
                                require(taken.add(what + name), "two of %s are called %s".formatted(what, name));
                            }
                        }));
    }

    /** Beside the most mandatory tags, and the {@code tapdeck:region} that a part in another region gets. */
    private void tags(StackTemplate stack, Template template) {
        int spread = stack.tags().size() + (stack.region() == null ? 0 : 1) + TargetSettings.MOST_TAGS;
        template.resources().forEach((id, resource) -> {
            int all = spread + resource.at("/Properties/Tags").size();
            require(all <= TargetSettings.TAG_LIMIT, "%s can get %d tags".formatted(id, all));
        });
    }

    private void alarms(Template template) {
        template.ofType("AWS::CloudWatch::Alarm").forEach((id, alarm) -> {
            for (String when : List.of("AlarmActions", "OKActions")) {
                JsonNode actions = alarm.at("/Properties/" + when);
                require(!actions.isEmpty(), id + " tells nobody: " + when);
                actions.forEach(action -> require(
                        template.typeOf(action.path("Ref").asText()).equals("AWS::SNS::Topic"),
                        id + " tells no topic: " + action));
            }
        });
    }

    /** In a key's own policy {@code *} is the key. Elsewhere it is everything, and needs a reason. */
    private void wildcards(Template template) {
        template.resources().forEach((id, resource) -> {
            if (!resource.path("Type").asText().equals("AWS::KMS::Key")) {
                Template.members(resource.path("Properties"), (name, value) -> {
                    if (name.equals("Resource") && (value.asText().equals("*") || contains(value, "*"))) {
                        require(
                                blueprint.ruleReasons().stream()
                                        .anyMatch(reason -> reason.covers("AwsSolutions-IAM5[Resource::*]", id)),
                                id + " may do something with every resource, and nobody says why");
                    }
                });
            }
        });
    }

    private static boolean contains(JsonNode list, String text) {
        for (JsonNode one : list) {
            if (one.isTextual() && one.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    private void secrets(String body, Template template) {
        require(!ACCESS_KEY.matcher(body).find(), "an access key");
        template.resources()
                .forEach((id, resource) -> Template.members(resource.path("Properties"), (name, value) -> {
                    require(
                            !name.equals("SecretString") && !name.equals("SecretAccessKey"),
                            id + " has a secret in " + name);
                    require(
                            !name.matches("(?i).*password")
                                    || !value.isTextual()
                                    || value.asText().startsWith("{{resolve:"),
                            id + " has a password in " + name);
                }));
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            violations.add(otherwise);
        }
    }
}
