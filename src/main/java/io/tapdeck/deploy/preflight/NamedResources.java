package io.tapdeck.deploy.preflight;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The resources of a template whose physical names are written in it, as far as they are known before the deployment:
 * text, pseudo parameters, Fn::Join and Fn::Sub of those (CloudFormation user guide, "Pseudo parameters reference").
 */
public final class NamedResources {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

    /** The property that names a resource, by type; a name of these is unique in the account and region. */
    private static final Map<String, String> NAME = Map.ofEntries(
            Map.entry("AWS::S3::Bucket", "BucketName"),
            Map.entry("AWS::RDS::DBCluster", "DBClusterIdentifier"),
            Map.entry("AWS::RDS::DBInstance", "DBInstanceIdentifier"),
            Map.entry("AWS::CloudWatch::Alarm", "AlarmName"),
            Map.entry("AWS::IAM::Role", "RoleName"),
            Map.entry("AWS::SecretsManager::Secret", "Name"),
            Map.entry("AWS::KMS::Alias", "AliasName"),
            Map.entry("AWS::SNS::Topic", "TopicName"),
            Map.entry("AWS::SQS::Queue", "QueueName"),
            Map.entry("AWS::DynamoDB::Table", "TableName"),
            Map.entry("AWS::Lambda::Function", "FunctionName"),
            Map.entry("AWS::Logs::LogGroup", "LogGroupName"));

    private final Map<String, String> pseudo;

    /** Names in a stack of that account and region. */
    NamedResources(String partition, String account, String region, String stackName) {
        this.pseudo = Map.of(
                "AWS::Partition", partition,
                "AWS::AccountId", account,
                "AWS::Region", region,
                "AWS::StackName", stackName);
    }

    /** A resource and what it will be called. */
    public record Named(String logicalId, String type, String name) {}

    /** Those of a template, in its order; none of a template that is no JSON. */
    List<Named> in(String template) {
        List<Named> found = new ArrayList<>();
        resources(template).properties().forEach(resource -> {
            String type = resource.getValue().path("Type").asText();
            String property = NAME.get(type);
            if (property != null) {
                value(resource.getValue().path("Properties").path(property))
                        .ifPresent(name -> found.add(new Named(resource.getKey(), type, name)));
            }
        });
        return found;
    }

    private static JsonNode resources(String template) {
        try {
            return JSON.readTree(template).path("Resources");
        } catch (JacksonException e) {
            return JSON.createObjectNode();
        }
    }

    private Optional<String> value(JsonNode node) {
        if (node.isTextual()) {
            return Optional.of(node.asText());
        }
        if (node.path("Ref").isTextual()) {
            return Optional.ofNullable(pseudo.get(node.path("Ref").asText()));
        }
        if (node.path("Fn::Join").isArray()) {
            return join(node.path("Fn::Join"));
        }
        return node.path("Fn::Sub").isTextual()
                ? substituted(node.path("Fn::Sub").asText())
                : Optional.empty();
    }

    private Optional<String> join(JsonNode join) {
        List<String> parts = new ArrayList<>();
        for (JsonNode part : join.path(1)) {
            Optional<String> value = value(part);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            parts.add(value.get());
        }
        return Optional.of(String.join(join.path(0).asText(), parts));
    }

    private Optional<String> substituted(String text) {
        boolean known = VARIABLE.matcher(text).results().allMatch(found -> pseudo.containsKey(found.group(1)));
        return known
                ? Optional.of(VARIABLE.matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(pseudo.get(found.group(1))))))
                : Optional.empty();
    }
}
