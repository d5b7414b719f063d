package io.tapdeck.sandbox.cloudformation.types;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.util.Optional;

/** What S3 refuses of a bucket (S3 user guide, "Requirements for replication" and "Enabling server access logging"). */
record BucketRules(Naming naming, ObjectNode properties, ResourceWorld world) {

    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String VERSIONING = "/VersioningConfiguration/Status";

    Optional<String> refusal() {
        return lifecycle().or(this::logging).or(this::replication);
    }

    /** A bucket goes only when nothing is in it (S3 API reference, "DeleteBucket", BucketNotEmpty). */
    static Optional<String> notEmpty(Naming naming, ObjectNode properties, String bucket, ResourceWorld world) {
        if (world.account().objects().isEmpty(bucket)) {
            return Optional.empty();
        }
        boolean versioned = !properties.at(VERSIONING).isMissingNode();
        return Optional.of(HandlerMessage.refused(
                naming,
                409,
                "The bucket you tried to delete is not empty"
                        + (versioned ? ". You must delete all versions in the bucket." : ""),
                "GeneralServiceException"));
    }

    /** What CDK's handler does when the bucket is about to go: it empties one that carries its tag, and no other. */
    static void empty(String bucket, ResourceWorld world) {
        boolean allowed = world.account()
                .find(BUCKET, bucket)
                .filter(found -> "true".equals(found.tags().get("aws-cdk:auto-delete-objects")))
                .isPresent();
        if (allowed) {
            world.account().objects().clear(bucket);
        }
    }

    private Optional<String> lifecycle() {
        for (JsonNode rule : properties.path("LifecycleConfiguration").path("Rules")) {
            for (JsonNode transition : rule.path("Transitions")) {
                if (transition.path("TransitionInDays").asInt() < 0) {
                    return Optional.of("'Days' in Transition action must be nonnegative");
                }
            }
        }
        return Optional.empty();
    }

    /** Logs stay in the region; a bucket may log into itself. */
    private Optional<String> logging() {
        String target = properties
                .path("LoggingConfiguration")
                .path("DestinationBucketName")
                .asText("");
        boolean itself = target.isEmpty()
                || target.equals(properties.path(naming.type().nameProperty()).asText());
        return itself || world.find(BUCKET, target).isPresent()
                ? Optional.empty()
                : refuse("The target bucket for logging does not exist");
    }

    private Optional<String> replication() {
        JsonNode rules = properties.path("ReplicationConfiguration").path("Rules");
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        if (!properties.at(VERSIONING).asText().equals("Enabled")) {
            return refuse("Versioning must be 'Enabled' on the bucket to apply a replication configuration");
        }
        for (JsonNode rule : rules) {
            String arn = rule.path("Destination").path("Bucket").asText();
            Optional<LiveResource> destination = world.account().find(BUCKET, arn.substring(arn.lastIndexOf(':') + 1));
            if (destination.isEmpty()) {
                return refuse("Destination bucket must exist.");
            }
            if (!destination.get().property(VERSIONING, "").equals("Enabled")) {
                return refuse("Destination bucket must have versioning enabled.");
            }
        }
        return Optional.empty();
    }

    private Optional<String> refuse(String message) {
        return Optional.of(HandlerMessage.invalid(naming, message));
    }
}
