package io.tapdeck.aws;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/** Finds credentials and region in the standard AWS files and variables (AWS SDKs and tools reference guide). */
final class Credentials {
    /** What can be part of a host name; which regions exist is for AWS to know. */
    private static final Pattern REGION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Supplier<ProfileFile> files;

    Credentials(Supplier<ProfileFile> files) {
        this.files = files;
    }

    /**
     * A provider that has given credentials once.
     *
     * @throws AwsException if there is no such profile or it leads to no credentials
     */
    AwsCredentialsProvider provider(@Nullable String profile) {
        if (profile == null) {
            return tried(
                    DefaultCredentialsProvider.builder().profileFile(files).build(),
                    "This computer has no AWS credentials.",
                    "Name a profile with --profile, or set one up with aws configure.");
        }
        Profile found = files.get()
                .profile(profile)
                .orElseThrow(() -> new AwsException(
                        "There is no profile “%s” in the AWS files.".formatted(profile),
                        known(),
                        AwsException.Kind.WRONG_TARGET));
        if (signsInWithIdentityCenter(found)) {
            throw new AwsException(
                    "Profile “%s” signs in with IAM Identity Center, which Tapdeck does not do yet.".formatted(profile),
                    "Export its credentials with aws configure export-credentials, or name a profile with access keys"
                            + " or a role.",
                    AwsException.Kind.NEEDS_SIGN_IN);
        }
        return tried(
                ProfileCredentialsProvider.builder()
                        .profileFile(files)
                        .profileName(profile)
                        .build(),
                "Profile “%s” leads to no credentials.".formatted(profile),
                "Give it access keys or a role in the AWS files.");
    }

    private static boolean signsInWithIdentityCenter(Profile profile) {
        return profile.property(ProfileProperty.SSO_START_URL)
                .or(() -> profile.property("sso_session"))
                .isPresent();
    }

    private String known() {
        String names = String.join(
                ", ", files.get().profiles().keySet().stream().sorted().toList());
        return names.isEmpty()
                ? "The files name no profile; aws configure makes one."
                : "They name these: " + names + ".";
    }

    private static AwsCredentialsProvider tried(AwsCredentialsProvider provider, String message, String remedy) {
        try {
            provider.resolveCredentials();
            return provider;
        } catch (SdkClientException | IllegalStateException e) {
            throw new AwsException(message, remedy, AwsException.Kind.NEEDS_SIGN_IN, e);
        }
    }

    /**
     * The region that was asked for, else the standard chain's.
     *
     * @throws AwsException if nobody names one
     */
    Region region(@Nullable String asked, @Nullable String profile) {
        if (asked != null) {
            if (!REGION.matcher(asked).matches()) {
                throw new AwsException(
                        "“%s” is not the name of a region.".formatted(asked),
                        "Write it like eu-west-1.",
                        AwsException.Kind.WRONG_TARGET);
            }
            return Region.of(asked);
        }
        DefaultAwsRegionProviderChain.Builder chain =
                DefaultAwsRegionProviderChain.builder().profileFile(files);
        Optional.ofNullable(profile).ifPresent(chain::profileName);
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
}
