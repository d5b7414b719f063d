package io.tapdeck.sandbox.s3;

import static io.tapdeck.sandbox.s3.Listing.spelled;

import io.tapdeck.sandbox.world.BucketObjects.Version;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.ObjectStorageClass;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.ObjectVersionStorageClass;
import software.amazon.awssdk.services.s3.model.S3Object;

/** S3's two lists: of objects as they are now, and of every version and marker. */
final class Lists {
    private Lists() {}

    static ListObjectsV2Response objects(Bucket bucket, ListObjectsV2Request request) {
        String after = request.continuationToken() == null
                ? Objects.requireNonNullElse(request.startAfter(), "")
                : key(request.continuationToken());
        Set<Version> latest = bucket.latest();
        List<Version> objects = bucket.versions().stream()
                .filter(version -> !version.deleteMarker() && latest.contains(version))
                .filter(version -> version.key().compareTo(after) > 0)
                .toList();
        Listing<Version> page =
                Listing.of(objects, Version::key, request.prefix(), request.delimiter(), request.maxKeys());
        String encoding = request.encodingTypeAsString();
        return ListObjectsV2Response.builder()
                .name(bucket.name())
                .prefix(Objects.requireNonNullElse(request.prefix(), ""))
                .delimiter(request.delimiter())
                .encodingType(encoding)
                .continuationToken(request.continuationToken())
                .startAfter(request.startAfter())
                .maxKeys(Objects.requireNonNullElse(request.maxKeys(), Listing.LARGEST))
                .keyCount(page.items().size() + page.commonPrefixes().size())
                .isTruncated(page.truncated())
                .nextContinuationToken(
                        Optional.ofNullable(page.last()).map(Lists::token).orElse(null))
                .commonPrefixes(prefixes(page, encoding))
                .contents(page.items().stream()
                        .map(version -> S3Object.builder()
                                .key(spelled(version.key(), encoding))
                                .lastModified(version.lastModified())
                                .eTag(bucket.eTag(version))
                                .size(version.size())
                                .storageClass(ObjectStorageClass.STANDARD)
                                .build())
                        .toList())
                .build();
    }

    static ListObjectVersionsResponse versions(Bucket bucket, ListObjectVersionsRequest request) {
        if (request.versionIdMarker() != null && request.keyMarker() == null) {
            throw Refusals.invalidArgument("A version-id marker cannot be specified without a key marker.");
        }
        List<Version> versions = after(bucket.versions(), request.keyMarker(), request.versionIdMarker());
        Listing<Version> page =
                Listing.of(versions, Version::key, request.prefix(), request.delimiter(), request.maxKeys());
        String encoding = request.encodingTypeAsString();
        Version last = page.last();
        Set<Version> latest = bucket.latest();
        return ListObjectVersionsResponse.builder()
                .name(bucket.name())
                .prefix(Objects.requireNonNullElse(request.prefix(), ""))
                .delimiter(request.delimiter())
                .encodingType(encoding)
                .keyMarker(Objects.requireNonNullElse(request.keyMarker(), ""))
                .versionIdMarker(Objects.requireNonNullElse(request.versionIdMarker(), ""))
                .maxKeys(Objects.requireNonNullElse(request.maxKeys(), Listing.LARGEST))
                .isTruncated(page.truncated())
                .nextKeyMarker(last == null ? null : spelled(last.key(), encoding))
                .nextVersionIdMarker(last == null ? null : last.versionId())
                .commonPrefixes(prefixes(page, encoding))
                .versions(page.items().stream()
                        .filter(version -> !version.deleteMarker())
                        .map(version -> ObjectVersion.builder()
                                .key(spelled(version.key(), encoding))
                                .versionId(version.versionId())
                                .isLatest(latest.contains(version))
                                .lastModified(version.lastModified())
                                .eTag(bucket.eTag(version))
                                .size(version.size())
                                .storageClass(ObjectVersionStorageClass.STANDARD)
                                .build())
                        .toList())
                .deleteMarkers(page.items().stream()
                        .filter(Version::deleteMarker)
                        .map(version -> DeleteMarkerEntry.builder()
                                .key(spelled(version.key(), encoding))
                                .versionId(version.versionId())
                                .isLatest(latest.contains(version))
                                .lastModified(version.lastModified())
                                .build())
                        .toList())
                .build();
    }

    /** Versions come by key, and of a key the newest first: a marker names the last that was seen. */
    private static List<Version> after(List<Version> all, @Nullable String key, @Nullable String versionId) {
        if (key == null || key.isEmpty()) {
            return all;
        }
        if (versionId == null || versionId.isEmpty()) {
            return all.stream()
                    .filter(version -> version.key().compareTo(key) > 0)
                    .toList();
        }
        List<Version> sameKey =
                all.stream().filter(version -> version.key().equals(key)).toList();
        List<String> ids = sameKey.stream().map(Version::versionId).toList();
        List<Version> older = sameKey.subList(ids.indexOf(versionId) + 1, sameKey.size());
        return Stream.concat(
                        older.stream(),
                        all.stream().filter(version -> version.key().compareTo(key) > 0))
                .toList();
    }

    private static List<CommonPrefix> prefixes(Listing<?> page, @Nullable String encoding) {
        return page.commonPrefixes().stream()
                .map(prefix ->
                        CommonPrefix.builder().prefix(spelled(prefix, encoding)).build())
                .toList();
    }

    private static String token(Version last) {
        return Base64.getUrlEncoder().encodeToString(last.key().getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Refusals.invalidArgument("The continuation token provided is incorrect");
        }
    }
}
