package io.tapdeck.synth.space;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Services that use an own key by themselves, and not in the name of who calls them, must stand in its policy (KMS developer
 * guide, "Key policies"; CloudWatch, CloudWatch Logs, SNS and SQS guides on encryption).
 */
record KeyPolicies(Template template) {

    /** In words; empty if every service may use the key that it meets. */
    List<String> violations() {
        List<String> violations = new ArrayList<>();
        template.ofType("AWS::CloudWatch::Alarm")
                .forEach((id, alarm) -> alarm.at("/Properties/AlarmActions").forEach(action -> {
                    JsonNode topic = template.root()
                            .path("Resources")
                            .path(action.path("Ref").asText());
                    check(id, topic.at("/Properties/KmsMasterKeyId"), "cloudwatch.amazonaws.com", violations);
                }));
        template.ofType("AWS::Logs::LogGroup")
                .forEach((id, group) -> check(id, group.at("/Properties/KmsKeyId"), "logs.", violations));
        letIn("AWS::SQS::QueuePolicy", "Queues", violations);
        letIn("AWS::SNS::TopicPolicy", "Topics", violations);
        return violations;
    }

    /** A service that may send to an encrypted queue or topic must be able to encrypt what it sends. */
    private void letIn(String policyType, String targets, List<String> violations) {
        template.ofType(policyType).forEach((id, policy) -> {
            Set<String> services = new TreeSet<>();
            Template.members(policy.at("/Properties/PolicyDocument"), (name, value) -> {
                if (name.equals("Service")) {
                    services.add(template.text(value));
                }
            });
            policy.at("/Properties/" + targets).forEach(target -> {
                JsonNode key = template.root()
                        .path("Resources")
                        .path(template.text(target))
                        .at("/Properties/KmsMasterKeyId");
                services.forEach(service -> check(id, key, service, violations));
            });
        });
    }

    private void check(String who, JsonNode keyReference, String service, List<String> violations) {
        if (keyReference.isMissingNode()) {
            return;
        }
        Map<String, JsonNode> keys = template.ofType("AWS::KMS::Key");
        JsonNode key = keys.get(template.text(keyReference));
        if (key != null && !allows(key.at("/Properties/KeyPolicy/Statement"), service)) {
            violations.add("%s: the key %s does not let %s in".formatted(who, template.text(keyReference), service));
        }
    }

    private boolean allows(JsonNode statements, String service) {
        for (JsonNode statement : statements) {
            JsonNode principal = statement.path("Principal").path("Service");
            if (!principal.isMissingNode()
                    && template.text(principal).startsWith(service)
                    && statement.path("Effect").asText().equals("Allow")
                    && statement.path("Action").toString().contains("kms:GenerateDataKey")
                    && statement.path("Action").toString().contains("kms:Decrypt")) {
                return true;
            }
        }
        return false;
    }
}
