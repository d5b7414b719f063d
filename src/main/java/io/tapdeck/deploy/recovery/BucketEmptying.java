package io.tapdeck.deploy.recovery;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployInterruptedException;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.journal.Logbook;
import io.tapdeck.deploy.journal.StackWrites;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteMarkerEntry;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.ObjectVersion;
import software.amazon.awssdk.services.s3.model.S3Error;

/**
 * Takes everything out of a bucket: objects, their versions and the markers of deletions (S3 user guide, "Emptying a general
 * purpose bucket").
 */
public final class BucketEmptying {
    /** As many as DeleteObjects takes (S3 API reference). */
    private static final int PAGE = 1000;
    /** So many of the keys that stay are named. */
    private static final int NAMED = 3;

    private final S3Client s3;
    private final Calls calls;
    private final Logbook logbook;

    BucketEmptying(StackRegion region) {
        this.s3 = region.connection().s3();
        this.calls = region.calls();
        this.logbook = region.logbook();
    }

    /**
     * Empties a bucket of a stack; announced in the journal before the first object goes.
     *
     * @throws DeployException with S3's words if a key stays
     */
    void empty(Undertaking undertaking, String stackName, String stackId, String bucket) {
        JournalEntry announced = logbook.announce(
                undertaking,
                Kind.SENDING,
                new Logbook.Call(StackWrites.DELETE_OBJECTS, stackName, stackId, null, null),
                "Everything in the bucket " + bucket + ".");
        try {
            empty(undertaking, bucket);
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (DeployException e) {
            logbook.answer(announced, Kind.REFUSED, e.getMessage());
            throw e;
        }
        logbook.answer(announced, Kind.ACCEPTED, null);
    }

    /** A bucket is many writes: who the session is may change between two of them. */
    private void empty(Undertaking undertaking, String bucket) {
        while (true) {
            List<ObjectIdentifier> page = firstPage(bucket);
            if (page.isEmpty()) {
                return;
            }
            logbook.identified(undertaking);
            DeleteObjectsResponse answer = calls.call(() -> s3.deleteObjects(request ->
                    request.bucket(bucket).delete(delete -> delete.objects(page).quiet(true))));
            if (!answer.errors().isEmpty()) {
                throw new DeployException(
                        "%d objects of the bucket %s cannot be deleted: %s"
                                .formatted(answer.errors().size(), bucket, words(answer.errors())),
                        "Mend what S3 names, then repeat.");
            }
        }
    }

    /** Always the first: what was deleted is not listed any more. */
    private List<ObjectIdentifier> firstPage(String bucket) {
        ListObjectVersionsResponse listed = calls.call(
                () -> s3.listObjectVersions(request -> request.bucket(bucket).maxKeys(PAGE)));
        List<ObjectIdentifier> page = new ArrayList<>();
        for (ObjectVersion version : listed.versions()) {
            page.add(identifier(version.key(), version.versionId()));
        }
        for (DeleteMarkerEntry marker : listed.deleteMarkers()) {
            page.add(identifier(marker.key(), marker.versionId()));
        }
        return page;
    }

    private static ObjectIdentifier identifier(String key, String versionId) {
        return ObjectIdentifier.builder().key(key).versionId(versionId).build();
    }

    private static String words(List<S3Error> errors) {
        return errors.stream()
                .limit(NAMED)
                .map(error -> "%s (%s: %s)".formatted(error.key(), error.code(), error.message()))
                .collect(Collectors.joining(", "));
    }
}
