package io.tapdeck.aws;

import io.tapdeck.aws.identitycenter.IdentityCenter;
import io.tapdeck.aws.profile.AwsProfile;
import io.tapdeck.aws.profile.Profiles;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.SdkHttpClient;

/** Where people sign in, by the settings of the profile that they do it for. Made when asked for: few sessions of a day need one. */
final class IdentityCenters implements AutoCloseable {
    private final Profiles profiles;
    private final Network network;
    private final Opening opening;
    private final Map<Optional<String>, Reached> open = new HashMap<>();

    /** What makes one. */
    @FunctionalInterface
    interface Opening {
        /**
         * An Identity Center.
         *
         * @param http closed by the caller
         * @param profile whose settings its clients go by; null for the usual one
         */
        IdentityCenter open(SdkHttpClient http, @Nullable String profile);
    }

    private record Reached(IdentityCenter center, SdkHttpClient http) {}

    IdentityCenters(Profiles profiles, Network network, Opening opening) {
        this.profiles = profiles;
        this.network = network;
        this.opening = opening;
    }

    /**
     * By the settings of a profile.
     *
     * @param profile null for the usual one
     */
    synchronized IdentityCenter of(@Nullable String profile) {
        return open.computeIfAbsent(Optional.ofNullable(profile), this::reached).center();
    }

    private Reached reached(Optional<String> profile) {
        Optional<AwsProfile> its = profile.isPresent() ? profiles.find(profile.get()) : profiles.usual();
        SdkHttpClient http = network.client(null, its.map(AwsProfile::caBundle).orElse(null));
        return new Reached(opening.open(http, profile.orElse(null)), http);
    }

    @Override
    public synchronized void close() {
        open.values().forEach(each -> {
            each.center().close();
            each.http().close();
        });
    }
}
