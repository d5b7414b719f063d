package io.tapdeck.sandbox.cloudformation.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudwatch.TemplateAlarms;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the services themselves refuse, where data cannot say it. The texts are theirs. */
public final class Behaviours {

    private static final Set<String> KNOWN_HANDLERS = Set.of("Custom::LogRetention", "Custom::S3AutoDeleteObjects");
    private static final String NO_PRINCIPAL = "At least one of [Groups,Roles,Users] must be non-empty.";

    private Behaviours() {}

    /**
     * Why the service does not make or change a resource; empty when it does.
     *
     * @param world what exists beside it
     */
    public static Optional<String> refusal(Naming naming, ObjectNode properties, ResourceWorld world) {
        ResourceType type = naming.type();
        return switch (type.name()) {
            case "AWS::IAM::Policy" -> noPrincipal(properties);
            case "AWS::SNS::Topic" -> fifoName(properties);
            case "AWS::CloudWatch::Alarm" ->
                TemplateAlarms.refusal(naming.identity(properties).name(), properties)
                        .map(message -> HandlerMessage.invalid(naming, message));
            case "AWS::SQS::Queue" -> deadLetterTarget(naming, properties, world);
            case "AWS::S3::Bucket" -> new BucketRules(naming, properties, world).refusal();
            default ->
                type.isCustom() && !KNOWN_HANDLERS.contains(type.name())
                        ? Optional.of(
                                "The sandbox runs no Lambda functions and does not know what " + type.name() + " does.")
                        : Optional.empty();
        };
    }

    /** Why the service does not make a resource, though it would change one to be like that. */
    public static Optional<String> creationRefusal(Naming naming, ObjectNode properties, ResourceWorld world) {
        return naming.type().name().equals("AWS::RDS::DBCluster")
                ? unknownSnapshot(naming, properties.path("SnapshotIdentifier").asText(""), world)
                : Optional.empty();
    }

    /**
     * Why the service does not delete a resource; empty when it does, or when there is none any more.
     *
     * @param properties as the resource is, whatever the template says
     */
    public static Optional<String> deletionRefusal(
            Naming naming, PhysicalIdentity identity, ObjectNode properties, ResourceWorld world) {
        String type = naming.type().name();
        if (type.equals("AWS::IAM::Policy")) {
            return noPrincipal(properties);
        }
        if (world.find(type, identity.ref()).isEmpty()) {
            return Optional.empty();
        }
        return switch (type) {
            case "AWS::S3::Bucket" -> BucketRules.notEmpty(naming, properties, identity.name(), world);
            case "AWS::RDS::DBCluster" ->
                isProtected(
                        naming,
                        properties,
                        "DeletionProtection",
                        "Cannot delete protected Cluster, please disable deletion protection and try again.");
            case "AWS::RDS::DBInstance" ->
                isProtected(
                        naming,
                        properties,
                        "DeletionProtection",
                        "Cannot delete protected DB Instance, please disable deletion protection and try again.");
            case "AWS::DynamoDB::Table" ->
                isProtected(
                        naming,
                        properties,
                        "DeletionProtectionEnabled",
                        "Resource cannot be deleted as it is currently protected against deletion. Disable deletion"
                                + " protection first.");
            default -> Optional.empty();
        };
    }

    /** What the deletion of a resource does beside taking it away. */
    public static void deleted(ResourceType type, ObjectNode properties, ResourceWorld world) {
        if (type.name().equals("Custom::S3AutoDeleteObjects")) {
            BucketRules.empty(properties.path("BucketName").asText(), world);
        }
    }

    private static Optional<String> unknownSnapshot(Naming naming, String wanted, ResourceWorld world) {
        boolean known = wanted.isEmpty()
                || world.ofType("AWS::RDS::DBClusterSnapshot").stream()
                        .anyMatch(snapshot -> wanted.equals(snapshot.physicalId())
                                || wanted.equals(snapshot.attributes()
                                        .path("DBClusterSnapshotArn")
                                        .asText()));
        return known
                ? Optional.empty()
                : Optional.of(
                        HandlerMessage.refused(naming, 404, "DBClusterSnapshot not found: " + wanted, "NotFound"));
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

    private static Optional<String> deadLetterTarget(Naming naming, ObjectNode properties, ResourceWorld world) {
        JsonNode policy = properties.path("RedrivePolicy");
        String target = policy.path("deadLetterTargetArn").asText("");
        boolean known = target.isEmpty()
                || world.ofType("AWS::SQS::Queue").stream()
                        .anyMatch(
                                queue -> queue.attributes().path("Arn").asText().equals(target));
        return known
                ? Optional.empty()
                : Optional.of(HandlerMessage.invalid(
                        naming,
                        "Value " + policy + " for parameter RedrivePolicy is invalid. Reason: Dead letter target does"
                                + " not exist."));
    }

    private static Optional<String> isProtected(Naming naming, ObjectNode properties, String property, String message) {
        return properties.path(property).asBoolean()
                ? Optional.of(HandlerMessage.invalid(naming, message))
                : Optional.empty();
    }
}
