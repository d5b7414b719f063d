package io.tapdeck.release;

import io.tapdeck.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Whether a newer Tapdeck is there. Nobody is asked before somebody has switched it on or asks: then one GET goes to the
 * address that is set, the same from every computer. Nothing is downloaded or installed. Every method blocks.
 */
public final class Updates {
    /** How long the word of an automatic look is good enough. */
    private static final Duration OFTEN_ENOUGH = Duration.ofDays(1);

    private static final int LONGEST = 16 * 1024;
    private static final String SWITCH = "updates";
    private static final String ON = "on";
    private static final String ADDRESS = "updates.address";
    private static final String KEY = "updates.key";
    private static final String LOOKED = "updates.looked";
    private static final String NEWEST = "updates.newest.";

    private final Store store;
    private final Function<URI, SdkHttpClient> network;
    private final ThisBuild build;
    private final InstantSource clock;

    /**
     * @param network makes a client for an address; it is closed after one call
     * @param clock the computer's own, by which a manifest runs out
     */
    public Updates(Store store, Function<URI, SdkHttpClient> network, ThisBuild build, InstantSource clock) {
        this.store = store;
        this.network = network;
        this.build = build;
        this.clock = clock;
    }

    /**
     * What somebody has set.
     *
     * @param automatic whether the desk looks by itself
     * @param address empty if none is set
     * @param key empty if none is set
     */
    public record Choice(boolean automatic, String address, String key) {}

    /** What is set; at first nothing is, and nobody is asked. */
    public Choice choice() {
        return new Choice(
                store.preference(SWITCH).filter(ON::equals).isPresent(),
                store.preference(ADDRESS).orElse(""),
                store.preference(KEY).orElse(""));
    }

    /**
     * Keeps a choice.
     *
     * @throws UpdateException if it cannot be meant; then nothing is kept
     */
    public void choose(Choice choice) {
        if (choice.automatic() || !choice.address().isBlank() || !choice.key().isBlank()) {
            UpdateSource.of(choice.address(), choice.key());
        }
        store.setPreference(ADDRESS, choice.address().strip());
        store.setPreference(KEY, choice.key().strip());
        store.setPreference(SWITCH, choice.automatic() ? ON : "off");
    }

    /**
     * Looks if it is switched on and the last time is a day ago.
     *
     * @return empty if it is not the time to look
     * @throws UpdateException if it cannot be found out
     */
    public Optional<Answer> lookIfDue() {
        Choice choice = choice();
        Instant now = clock.instant();
        boolean due = instant(LOOKED)
                .map(last -> now.isAfter(last.plus(OFTEN_ENOUGH)) || now.isBefore(last))
                .orElse(true);
        if (!choice.automatic() || !due) {
            return Optional.empty();
        }
        store.setPreference(LOOKED, now.toString());
        return Optional.of(look(UpdateSource.of(choice.address(), choice.key())));
    }

    /**
     * Looks now.
     *
     * @throws UpdateException if the address cannot be reached, or what it answers cannot be believed
     */
    public Answer look(UpdateSource source) {
        ReleaseManifest manifest = ReleaseManifest.read(get(source.address()), source.key());
        if (clock.instant().isAfter(manifest.validUntil())) {
            throw new UpdateException("The manifest ran out on %s. Whoever releases Tapdeck has to sign a new one."
                    .formatted(manifest.validUntil()));
        }
        String kept = NEWEST + Base64.getEncoder().encodeToString(source.key().getEncoded());
        if (instant(kept).filter(manifest.released()::isBefore).isPresent()) {
            throw new UpdateException("The address answers with a manifest that is older than one that was read before."
                    + " Nothing in it was believed.");
        }
        store.setPreference(kept, manifest.released().toString());
        return new Answer(manifest, build.version());
    }

    private Optional<Instant> instant(String preference) {
        return store.preference(preference).map(Instant::parse);
    }

    private byte[] get(URI address) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .uri(address)
                // In place of the one that names the version of Java.
                .putHeader("User-Agent", "tapdeck")
                .build();
        try (SdkHttpClient client = network.apply(address)) {
            HttpExecuteResponse response = client.prepareRequest(
                            HttpExecuteRequest.builder().request(request).build())
                    .call();
            try (InputStream body =
                    response.responseBody().map(InputStream.class::cast).orElseGet(InputStream::nullInputStream)) {
                int status = response.httpResponse().statusCode();
                if (status / 100 == 3) {
                    throw new UpdateException("%s leads elsewhere, to %s. Tapdeck does not follow."
                            .formatted(
                                    address,
                                    response.httpResponse()
                                            .firstMatchingHeader("Location")
                                            .orElse("nowhere")));
                }
                if (status != 200) {
                    throw new UpdateException("%s answers with %d.".formatted(address, status));
                }
                byte[] read = body.readNBytes(LONGEST + 1);
                if (read.length > LONGEST) {
                    throw new UpdateException("%s answers with more than %d KiB; that is no release manifest."
                            .formatted(address, LONGEST / 1024));
                }
                return read;
            }
        } catch (IOException e) {
            throw new UpdateException("%s cannot be reached: %s".formatted(address, e.getMessage()), e);
        }
    }

    /**
     * What was found out.
     *
     * @param manifest what the newest release is
     * @param running the version of this Tapdeck
     */
    public record Answer(ReleaseManifest manifest, String running) {
        /** Whether there is something to get. */
        public boolean newer() {
            return manifest.newerThan(running);
        }

        /** A sentence or two for people. */
        public String words() {
            return newer()
                    ? "Tapdeck %s is there: %s. This is %s.".formatted(manifest.version(), manifest.page(), running)
                    : "This is the newest Tapdeck, %s.".formatted(running);
        }
    }
}
