package io.tapdeck.aws;

import io.tapdeck.aws.profile.AwsProfile;
import io.tapdeck.aws.profile.ProfileCredentials;
import io.tapdeck.aws.profile.Profiles;
import io.tapdeck.aws.profile.Renewal;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Finds credentials and region in the standard AWS files and variables (AWS SDKs and tools reference guide). */
final class Credentials {
    /** What can be part of a host name; which regions exist is for AWS to know. */
    private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Supplier<ProfileFile> files;
    private final Profiles profiles;

    Credentials(Supplier<ProfileFile> files, Profiles profiles) {
        this.files = files;
        this.profiles = profiles;
    }

    /**
     * The profile that was asked for, else the environment's credentials, else {@code AWS_PROFILE}'s or the default profile;
     * empty where there is none of them, and only the SDK's chain (a container's role, an instance's) is left.
     *
     * @throws AwsException if there is no profile of that name
     */
    Optional<AwsProfile> chosen(@Nullable String asked) {
        if (asked == null) {
            return profiles.find(Profiles.ENVIRONMENT).or(profiles::usual);
        }
        return Optional.of(profiles.named(asked));
    }

    /**
     * Credentials that were to be had once.
     *
     * @throws AwsException if they lead to none
     */
    HeldCredentials provider(Optional<AwsProfile> profile, ProfileCredentials ofProfiles) {
        HeldCredentials held = new HeldCredentials(
                () -> profile.map(ofProfiles::of)
                        .orElseGet(() -> DefaultCredentialsProvider.builder()
                                .profileFile(files)
                                .build()),
                new Renewal(profiles).of(profile));
        return profile.isPresent()
                ? tried(
                        held,
                        "Profile “%s” leads to no credentials."
                                .formatted(profile.get().name()),
                        "Look at what the AWS files say of it, or sign in again.")
                : tried(
                        held,
                        "This computer has no AWS credentials.",
                        "Name a profile with --profile, or set one up with aws configure.");
    }

    private static HeldCredentials tried(HeldCredentials provider, String message, String remedy) {
        try {
            provider.resolveCredentials();
            return provider;
        } catch (SdkException e) {
            provider.drop();
            throw AwsFailures.speaks(e)
                    ? AwsFailures.explain(e, "AWS")
                    : new AwsException(message, remedy, AwsException.Kind.NEEDS_SIGN_IN, e);
        } catch (IllegalStateException | IllegalArgumentException e) {
            provider.drop();
            throw new AwsException(message, remedy, AwsException.Kind.NEEDS_SIGN_IN, e);
        }
    }

    /**
     * The region that was asked for, else the variables' or the profile's, else the standard chain's.
     *
     * @throws AwsException if nobody names one
     */
    Region region(@Nullable String asked, Optional<AwsProfile> profile) {
        Optional<String> named = Optional.ofNullable(asked)
                .or(() -> profile.or(profiles::usual).flatMap(found -> Optional.ofNullable(found.region())));
        if (named.isPresent()) {
            return checked(named.get());
        }
        DefaultAwsRegionProviderChain.Builder chain =
                DefaultAwsRegionProviderChain.builder().profileFile(files);
        profile.map(AwsProfile::name)
                .filter(name -> !name.equals(Profiles.ENVIRONMENT))
                .ifPresent(chain::profileName);
        try {
            return chain.build().getRegion();
        } catch (SdkClientException e) {
            throw new AwsException(
                    "No region is set.",
                    "Name one with --region, in AWS_REGION, or in the profile.",
                    AwsException.Kind.WRONG_TARGET,
                    e);
        }
    }

    private static Region checked(String region) {
        if (!REGION.matcher(region).matches()) {
            throw new AwsException(
                    "“%s” is not the name of a region.".formatted(region),
                    "Write it like eu-west-1.",
                    AwsException.Kind.WRONG_TARGET);
        }
        return Region.of(region);
    }
}
