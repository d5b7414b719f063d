package io.tapdeck.sandbox.s3;

import static java.util.Objects.requireNonNullElse;

import io.tapdeck.sandbox.world.BucketObjects.Version;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectsRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.DeletedObject;
import software.amazon.awssdk.services.s3.model.GetBucketLocationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLocationResponse;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningRequest;
import software.amazon.awssdk.services.s3.model.GetBucketVersioningResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketResponse;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Error;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Amazon S3 as far as Tapdeck uses it. The buckets are those that stacks made; what is put into them survives a restart of
 * the sandbox like everything that a call did. Objects have their bytes and nothing else: no metadata, no encryption, no
 * tags, no locks.
 */
public final class SandboxS3 implements S3Client {
    private static final int LONGEST_KEY = 1_024;
    private static final int MOST_DELETED = 1_000;

    private final InstantSource clock;
    private final ResourceWorld world;
    private final String region;
    private final Predicate<String> denied;

    /**
     * An S3 in one region.
     *
     * @param clock 'now' in endpoint time
     * @param world where the region's buckets are, and what lies in them
     * @param region such as {@code eu-west-1}
     * @param denied whether an action of a policy, such as {@code s3:DeleteObject}, is allowed to nobody
     */
    public SandboxS3(InstantSource clock, ResourceWorld world, String region, Predicate<String> denied) {
        this.clock = clock;
        this.world = world;
        this.region = region;
        this.denied = denied;
    }

    @Override
    public ListBucketsResponse listBuckets(ListBucketsRequest request) {
        return ListBucketsResponse.builder()
                .buckets(world.account().ofType(BUCKET).stream()
                        .map(bucket -> software.amazon.awssdk.services.s3.model.Bucket.builder()
                                .name(bucket.physicalId())
                                .creationDate(bucket.createdAt())
                                .build())
                        .sorted(Comparator.comparing(software.amazon.awssdk.services.s3.model.Bucket::name))
                        .toList())
                .build();
    }

    @Override
    public HeadBucketResponse headBucket(HeadBucketRequest request) {
        bucket(request.bucket(), "s3:ListBucket");
        return HeadBucketResponse.builder().bucketRegion(region).build();
    }

    @Override
    public GetBucketLocationResponse getBucketLocation(GetBucketLocationRequest request) {
        bucket(request.bucket(), "s3:GetBucketLocation");
        // The oldest region has no name here.
        return GetBucketLocationResponse.builder()
                .locationConstraint(region.equals("us-east-1") ? null : region)
                .build();
    }

    @Override
    public GetBucketVersioningResponse getBucketVersioning(GetBucketVersioningRequest request) {
        String status = bucket(request.bucket(), "s3:GetBucketVersioning").versioning();
        return GetBucketVersioningResponse.builder()
                .status(status.isEmpty() ? null : BucketVersioningStatus.fromValue(status))
                .build();
    }

    @Override
    public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
        return Lists.objects(bucket(request.bucket(), "s3:ListBucket"), request);
    }

    @Override
    public ListObjectVersionsResponse listObjectVersions(ListObjectVersionsRequest request) {
        return Lists.versions(bucket(request.bucket(), "s3:ListBucketVersions"), request);
    }

    @Override
    public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
        Bucket bucket = bucket(request.bucket(), "s3:PutObject");
        if (request.key().getBytes(StandardCharsets.UTF_8).length > LONGEST_KEY) {
            throw Refusals.keyTooLong();
        }
        Version version = bucket.put(request.key(), bytes(body), clock.instant());
        return PutObjectResponse.builder()
                .eTag(bucket.eTag(version))
                .versionId(bucket.versioning().isEmpty() ? null : version.versionId())
                .build();
    }

    private static byte[] bytes(RequestBody body) {
        try (var in = body.contentStreamProvider().newStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public <R> R getObject(GetObjectRequest request, ResponseTransformer<GetObjectResponse, R> transformer) {
        String id = request.versionId();
        Bucket bucket = bucket(request.bucket(), id == null ? "s3:GetObject" : "s3:GetObjectVersion");
        Version version = id == null
                ? bucket.newest(request.key())
                        .filter(newest -> !newest.deleteMarker())
                        .orElseThrow(Refusals::noSuchKey)
                : bucket.version(request.key(), id).orElseThrow(Refusals::noSuchVersion);
        if (version.deleteMarker()) {
            throw Refusals.methodNotAllowed();
        }
        byte[] content = bucket.content(version);
        GetObjectResponse response = GetObjectResponse.builder()
                .contentLength((long) content.length)
                .lastModified(version.lastModified())
                .eTag(bucket.eTag(version))
                .versionId(bucket.versioning().isEmpty() ? null : version.versionId())
                .build();
        try {
            return transformer.transform(response, AbortableInputStream.create(new ByteArrayInputStream(content)));
        } catch (Exception e) {
            throw new IllegalStateException("What takes the content failed", e);
        }
    }

    @Override
    public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
        Bucket bucket = bucket(request.bucket(), deleting(request.versionId()));
        Bucket.Deletion deletion = bucket.delete(request.key(), request.versionId(), clock.instant());
        return DeleteObjectResponse.builder()
                .deleteMarker(deletion.marker() ? true : null)
                .versionId(deletion.versionId())
                .build();
    }

    /** The bucket must exist; beyond that, each key succeeds or fails for itself. */
    @Override
    public DeleteObjectsResponse deleteObjects(DeleteObjectsRequest request) {
        Bucket bucket = bucket(request.bucket());
        List<ObjectIdentifier> objects = request.delete().objects();
        if (objects.isEmpty() || objects.size() > MOST_DELETED) {
            throw Refusals.malformed();
        }
        List<DeletedObject> deleted = new ArrayList<>();
        List<S3Error> errors = new ArrayList<>();
        for (ObjectIdentifier object : objects) {
            if (denied.test(deleting(object.versionId()))) {
                S3Exception denial = Refusals.accessDenied();
                errors.add(S3Error.builder()
                        .key(object.key())
                        .versionId(object.versionId())
                        .code(denial.awsErrorDetails().errorCode())
                        .message(denial.awsErrorDetails().errorMessage())
                        .build());
            } else {
                deleted.add(deleted(object, bucket.delete(object.key(), object.versionId(), clock.instant())));
            }
        }
        boolean quiet = requireNonNullElse(request.delete().quiet(), false);
        return DeleteObjectsResponse.builder()
                .deleted(quiet ? List.of() : deleted)
                .errors(errors)
                .build();
    }

    private static DeletedObject deleted(ObjectIdentifier object, Bucket.Deletion deletion) {
        return DeletedObject.builder()
                .key(object.key())
                .versionId(object.versionId())
                .deleteMarker(deletion.marker() ? true : null)
                .deleteMarkerVersionId(deletion.marker() ? deletion.versionId() : null)
                .build();
    }

    private static String deleting(@Nullable String versionId) {
        return versionId == null ? "s3:DeleteObject" : "s3:DeleteObjectVersion";
    }

    private Bucket bucket(String name, String action) {
        Bucket bucket = bucket(name);
        if (denied.test(action)) {
            throw Refusals.accessDenied();
        }
        return bucket;
    }

    private Bucket bucket(String name) {
        return world.find(BUCKET, name)
                .map(resource -> new Bucket(resource, world.account().objects()))
                .orElseThrow(() -> world.account().find(BUCKET, name).isPresent()
                        ? Refusals.elsewhere()
                        : Refusals.noSuchBucket());
    }

    private static final String BUCKET = "AWS::S3::Bucket";

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
