package io.tapdeck.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.world.BucketObjects.Version;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What lies in a bucket. */
class BucketObjectsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private final BucketObjects objects = new BucketObjects();

    @Test
    void versionsAreListedByKeyAndTheNewestFirst() {
        objects.put("b", object("z", "1"));
        objects.put("b", object("a", "2"));
        objects.put("b", object("a", "3"));
        objects.put("other", object("a", "4"));

        assertThat(objects.versions("b")).extracting(Version::versionId).containsExactly("3", "2", "1");
    }

    @Test
    void withoutVersioningTheNewestTakesThePlaceOfTheOld() {
        objects.put("b", object("a", BucketObjects.NULL_VERSION));
        objects.put("b", object("a", BucketObjects.NULL_VERSION));

        assertThat(objects.versions("b")).hasSize(1);
    }

    @Test
    void aBucketIsEmptyOnlyWhenTheLastMarkerIsGone() {
        objects.put("b", object("a", "1"));
        objects.put("b", new Version("a", "2", 0, true, NOW));

        objects.remove("b", "a", "1");
        assertThat(objects.isEmpty("b")).isFalse();

        objects.remove("b", "a", "2");
        assertThat(objects.isEmpty("b")).isTrue();
    }

    @Test
    void clearingTakesEverything() {
        objects.put("b", object("a", "1"));
        objects.clear("b");

        assertThat(objects.isEmpty("b")).isTrue();
    }

    private static Version object(String key, String versionId) {
        return new Version(key, versionId, 10, false, NOW);
    }
}
