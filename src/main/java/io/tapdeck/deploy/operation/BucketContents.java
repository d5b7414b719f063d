package io.tapdeck.deploy.operation;

import io.tapdeck.aws.AwsException;
import io.tapdeck.deploy.BucketContent;
import io.tapdeck.deploy.BucketContent.Kind;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployInterruptedException;
import io.tapdeck.deploy.StatefulTypes;
import io.tapdeck.deploy.region.EnvironmentStacks.Member;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.template.DisplayNames;
import io.tapdeck.deploy.template.Policies;
import io.tapdeck.deploy.template.TemplateGraph.Resource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/** Looks into the buckets that go with a stack. */
public final class BucketContents {
    /** CDK's resource that empties a bucket before it goes (CDK API reference, Bucket, autoDeleteObjects). */
    private static final String EMPTYING = "Custom::S3AutoDeleteObjects";

    private final StackRegion region;

    BucketContents(StackRegion region) {
        this.region = region;
    }

    List<BucketContent> of(Member member, DisplayNames names) {
        List<Resource> buckets = member.template().inOrder().stream()
                .filter(resource -> resource.type().equals(StatefulTypes.BUCKET) && !Policies.keptOnDelete(resource))
                .toList();
        if (buckets.isEmpty()) {
            return List.of();
        }
        Map<String, String> made = region.stacks().resources(member.stack().stackId()).stream()
                .filter(resource -> !resource.resourceStatusAsString().equals("DELETE_COMPLETE"))
                .filter(resource -> resource.physicalResourceId() != null
                        && !resource.physicalResourceId().isEmpty())
                .collect(Collectors.toMap(
                        StackResourceSummary::logicalResourceId, StackResourceSummary::physicalResourceId));
        return buckets.stream()
                .filter(bucket -> made.containsKey(bucket.logicalId()))
                .map(bucket -> {
                    String name = made.getOrDefault(bucket.logicalId(), "");
                    return new BucketContent(
                            bucket.logicalId(), names.of(bucket.logicalId()), name, kind(member, bucket, name));
                })
                .toList();
    }

    private Kind kind(Member member, Resource bucket, String name) {
        try {
            ListObjectVersionsResponse listed = region.calls()
                    .call(() -> region.connection()
                            .s3()
                            .listObjectVersions(request -> request.bucket(name).maxKeys(1)));
            if (listed.versions().isEmpty() && listed.deleteMarkers().isEmpty()) {
                return Kind.EMPTY;
            }
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (DeployException | AwsException e) {
            return Kind.NOT_CHECKED;
        }
        boolean emptied = member.template().inOrder().stream()
                .anyMatch(resource ->
                        resource.type().equals(EMPTYING) && resource.dependsOn().contains(bucket.logicalId()));
        return emptied ? Kind.EMPTIED_BY_STACK : Kind.HOLDS_OBJECTS;
    }
}
