package io.tapdeck.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What lies in the account's buckets: S3 puts and deletes it, CloudFormation asks whether a bucket is empty before it
 * deletes it (S3 user guide, "Deleting a general purpose bucket"). A bucket is known by its name alone, which is unique
 * over all regions. Safe for use by many threads.
 */
public final class BucketObjects {

    /** The id of the only version that a bucket without versioning keeps of a key. */
    public static final String NULL_VERSION = "null";

    /**
     * A version of an object, or a marker of its deletion.
     *
     * @param key the object's name
     * @param versionId {@link #NULL_VERSION} where the bucket has no versioning
     * @param size in bytes; 0 for a marker
     * @param deleteMarker whether it says that the object was deleted
     * @param lastModified in endpoint time
     */
    public record Version(String key, String versionId, long size, boolean deleteMarker, Instant lastModified) {}

    /** By bucket and key; of a key, the newest version first. */
    private final Map<String, SortedMap<String, List<Version>>> buckets = new HashMap<>();

    /** What was put, as far as it was put through S3: a simulated workload leaves objects without bytes. */
    private final Map<Place, byte[]> contents = new HashMap<>();

    private record Place(String bucket, String key, String versionId) {}

    /** Every version and marker of a bucket: by key, of a key the newest first, as ListObjectVersions lists them. */
    public synchronized List<Version> versions(String bucket) {
        List<Version> all = new ArrayList<>();
        keys(bucket).values().forEach(all::addAll);
        return all;
    }

    /** Whether nothing lies in a bucket, not even the marker of a deletion. */
    public synchronized boolean isEmpty(String bucket) {
        return keys(bucket).isEmpty();
    }

    /** Adds the newest version of a key; one of the same id goes. */
    public synchronized void put(String bucket, Version version) {
        remove(bucket, version.key(), version.versionId());
        buckets.computeIfAbsent(bucket, name -> new TreeMap<>())
                .computeIfAbsent(version.key(), key -> new ArrayList<>())
                .addFirst(version);
    }

    /** Adds the newest version of a key with its bytes. */
    public synchronized void put(String bucket, Version version, byte[] content) {
        put(bucket, version);
        contents.put(new Place(bucket, version.key(), version.versionId()), content.clone());
    }

    /** The bytes of a version; empty if none were put. */
    public synchronized Optional<byte[]> content(String bucket, Version version) {
        return Optional.ofNullable(contents.get(new Place(bucket, version.key(), version.versionId())))
                .map(byte[]::clone);
    }

    /** Takes a version or marker out for good; nothing happens when it is unknown. */
    public synchronized void remove(String bucket, String key, String versionId) {
        contents.remove(new Place(bucket, key, versionId));
        SortedMap<String, List<Version>> keys = keys(bucket);
        List<Version> versions = keys.getOrDefault(key, new ArrayList<>());
        versions.removeIf(version -> version.versionId().equals(versionId));
        if (versions.isEmpty()) {
            keys.remove(key);
        }
    }

    /** Takes everything out of a bucket. */
    public synchronized void clear(String bucket) {
        buckets.remove(bucket);
        contents.keySet().removeIf(place -> place.bucket().equals(bucket));
    }

    private SortedMap<String, List<Version>> keys(String bucket) {
        return buckets.getOrDefault(bucket, new TreeMap<>());
    }
}
