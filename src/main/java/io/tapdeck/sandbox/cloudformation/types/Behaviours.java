package io.tapdeck.sandbox.cloudformation.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the services themselves refuse, where data cannot say it. The texts are theirs. */
public final class Behaviours {

    private static final Set<String> KNOWN_HANDLERS = Set.of("Custom::LogRetention", "Custom::S3AutoDeleteObjects");
    private static final String NO_PRINCIPAL = "At least one of [Groups,Roles,Users] must be non-empty.";

    private Behaviours() {}

    /** Why the service does not make or change a resource; empty when it does. */
    public static Optional<String> refusal(ResourceType type, ObjectNode properties) {
        return switch (type.name()) {
            case "AWS::IAM::Policy" -> noPrincipal(properties);
            case "AWS::SNS::Topic" -> fifoName(properties);
            case "AWS::S3::Bucket" -> negativeDays(properties);
            default ->
                type.isCustom() && !KNOWN_HANDLERS.contains(type.name())
                        ? Optional.of(
                                "The sandbox runs no Lambda functions and does not know what " + type.name() + " does.")
                        : Optional.empty();
        };
    }

    /** Why the service does not delete a resource; empty when it does. */
    public static Optional<String> deletionRefusal(ResourceType type, ObjectNode properties) {
        return switch (type.name()) {
            case "AWS::IAM::Policy" -> noPrincipal(properties);
            case "AWS::RDS::DBCluster" ->
                isProtected(
                        properties,
                        "DeletionProtection",
                        "Cannot delete protected Cluster, please disable deletion protection and try again.");
            case "AWS::RDS::DBInstance" ->
                isProtected(
                        properties,
                        "DeletionProtection",
                        "Cannot delete protected DB Instance, please disable deletion protection and try again.");
            case "AWS::DynamoDB::Table" ->
                isProtected(
                        properties,
                        "DeletionProtectionEnabled",
                        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion"
                                + " protection first.");
            default -> Optional.empty();
        };
    }

    private static Optional<String> noPrincipal(ObjectNode properties) {
        boolean none = List.of("Groups", "Roles", "Users").stream()
                .allMatch(member -> properties.path(member).isEmpty());
        return none ? Optional.of(NO_PRINCIPAL) : Optional.empty();
    }

    private static Optional<String> fifoName(ObjectNode properties) {
        boolean wrong = properties.path("FifoTopic").asBoolean()
                && properties.has("TopicName")
                && !properties.path("TopicName").asText().endsWith(".fifo");
        return wrong
                ? Optional.of("Invalid parameter: Fifo Topic names must end with .fifo and must be made up of only"
                        + " uppercase and lowercase ASCII letters, numbers, underscores, and hyphens, and must be"
                        + " between 1 and 256 characters long.")
                : Optional.empty();
    }

    private static Optional<String> negativeDays(ObjectNode properties) {
        for (JsonNode rule : properties.path("LifecycleConfiguration").path("Rules")) {
            for (JsonNode transition : rule.path("Transitions")) {
                if (transition.path("TransitionInDays").asInt() < 0) {
                    return Optional.of("'Days' in Transition action must be nonnegative");
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> isProtected(ObjectNode properties, String property, String reason) {
        return properties.path(property).asBoolean() ? Optional.of(reason) : Optional.empty();
    }
}
