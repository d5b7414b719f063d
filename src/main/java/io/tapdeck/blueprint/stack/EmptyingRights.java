package io.tapdeck.blueprint.stack;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.CfnBucket;
import software.constructs.IConstruct;

/**
 * Lets CDK's handler that empties buckets look at their tags by its own role. CDK gives it the right in the buckets'
 * policies alone; an update that switches protection on takes it from there before it removes the handler's custom
 * resources, whose deletion then fails because it reads the tags first (aws-cdk issue 14649).
 */
public final class EmptyingRights {
    private static final String PROVIDER = "Custom::S3AutoDeleteObjectsCustomResourceProvider";

    private EmptyingRights() {}

    /** Adds the right for every bucket of {@code stack}; nothing where nothing is emptied. */
    public static void grant(Stack stack) {
        IConstruct provider = stack.getNode().tryFindChild(PROVIDER);
        if (provider == null) {
            return;
        }
        // By name: a reference would let the role wait for buckets that wait for the role.
        List<String> buckets = stack.getNode().findAll().stream()
                .filter(CfnBucket.class::isInstance)
                .map(bucket -> arn(stack, ((CfnBucket) bucket).getBucketName()))
                .toList();
        CfnResource role = (CfnResource) provider.getNode().findChild("Role");
        role.addPropertyOverride(
                "Policies",
                List.of(sorted(Map.of(
                        "PolicyName",
                        "ReadBucketTags",
                        "PolicyDocument",
                        sorted(Map.of(
                                "Version",
                                "2012-10-17",
                                "Statement",
                                List.of(sorted(Map.of(
                                        "Effect",
                                        "Allow",
                                        "Action",
                                        "s3:GetBucketTagging",
                                        "Resource",
                                        buckets)))))))));
    }

    private static String arn(Stack stack, @Nullable String bucketName) {
        return stack.formatArn(ArnComponents.builder()
                .service("s3")
                .region("")
                .account("")
                .resource(Objects.requireNonNull(bucketName, "a bucket of an environment is named"))
                .build());
    }

    /** A template is the same, byte by byte, whichever process makes it. */
    private static Map<String, Object> sorted(Map<String, Object> properties) {
        return new TreeMap<>(properties);
    }
}
