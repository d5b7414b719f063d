package io.tapdeck.sandbox.s3;

import io.tapdeck.sandbox.world.BucketObjects;
import io.tapdeck.sandbox.world.BucketObjects.Version;
import io.tapdeck.sandbox.world.LiveResource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bucket that a stack made, with the rules of its versioning (S3 user guide, "Using versioning in S3 buckets"). */
record Bucket(LiveResource resource, BucketObjects objects) {

    /**
     * What a deletion did.
     *
     * @param versionId of the marker that was set, or of the version that was taken out; null without versioning
     * @param marker whether a marker was set, or taken out
     */
    record Deletion(@Nullable String versionId, boolean marker) {}

    String name() {
        return resource.physicalId();
    }

    /** {@code Enabled}, {@code Suspended}, or empty for one that never had versioning. */
    String versioning() {
        return resource.property("/VersioningConfiguration/Status", "");
    }

    List<Version> versions() {
        return objects.versions(name());
    }

    /** The newest version of a key, which may be a marker. */
    Optional<Version> newest(String key) {
        return versions().stream().filter(version -> version.key().equals(key)).findFirst();
    }

    Optional<Version> version(String key, String versionId) {
        return versions().stream()
                .filter(version ->
                        version.key().equals(key) && version.versionId().equals(versionId))
                .findFirst();
    }

    /** The newest version of every key, markers among them. */
    Set<Version> latest() {
        Map<String, Version> latest = new HashMap<>();
        versions().forEach(version -> latest.putIfAbsent(version.key(), version));
        return Set.copyOf(latest.values());
    }

    Version put(String key, byte[] content, Instant now) {
        Version version = new Version(key, newVersionId(key, now), content.length, false, now);
        objects.put(name(), version, content);
        return version;
    }

    /** Takes a version out for good, or without one sets a marker where there is versioning. */
    Deletion delete(String key, @Nullable String versionId, Instant now) {
        if (versionId != null) {
            boolean marker = version(key, versionId).map(Version::deleteMarker).orElse(false);
            objects.remove(name(), key, versionId);
            return new Deletion(versionId, marker);
        }
        if (versioning().isEmpty()) {
            objects.remove(name(), key, BucketObjects.NULL_VERSION);
            return new Deletion(null, false);
        }
        Version marker = new Version(key, newVersionId(key, now), 0, true, now);
        objects.put(name(), marker);
        return new Deletion(marker.versionId(), true);
    }

    /** An object that a simulated workload left is as long as it says, and zeros. */
    byte[] content(Version version) {
        return objects.content(name(), version).orElseGet(() -> new byte[Math.toIntExact(version.size())]);
    }

    /** A version's tag: the MD5 of what was put. */
    String eTag(Version version) {
        byte[] text = objects.content(name(), version)
                .orElseGet(() -> (version.key() + version.size()).getBytes(StandardCharsets.UTF_8));
        return '"' + HexFormat.of().formatHex(digest("MD5", text)) + '"';
    }

    /** The same for the same calls at the same times, so that a sandbox that is started again knows its versions. */
    private String newVersionId(String key, Instant now) {
        if (!versioning().equals("Enabled")) {
            return BucketObjects.NULL_VERSION;
        }
        long before =
                versions().stream().filter(version -> version.key().equals(key)).count();
        String seed = name() + '/' + key + '@' + now + '#' + before;
        return HexFormat.of().formatHex(digest("SHA-256", seed.getBytes(StandardCharsets.UTF_8)), 0, 16);
    }

    private static byte[] digest(String algorithm, byte[] text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text);
        } catch (NoSuchAlgorithmException e) {
            throw new LinkageError("Every Java platform has " + algorithm, e);
        }
    }
}
