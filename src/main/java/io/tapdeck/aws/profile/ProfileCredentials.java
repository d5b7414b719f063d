package io.tapdeck.aws.profile;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.identitycenter.SsoSession;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * Makes the SDK's provider for a profile. What comes from IAM Identity Center, also by way of a role, is wired here: the SDK's
 * own providers would keep a token that was refreshed or signed in anew meanwhile (aws-sdk-java-v2 issue 3777).
 */
public final class ProfileCredentials {
    private final Supplier<ProfileFile> files;
    private final Profiles profiles;
    private final Function<ProfileKind.IdentityCenter, AwsCredentialsProvider> identityCenter;
    private final Function<AwsCredentialsProvider, StsClient> sts;

    /**
     * A maker of providers.
     *
     * @param files the AWS files, read anew each time
     * @param identityCenter the provider of a role of Identity Center
     * @param sts a client that calls with given credentials
     */
    public ProfileCredentials(
            Supplier<ProfileFile> files,
            Profiles profiles,
            Function<ProfileKind.IdentityCenter, AwsCredentialsProvider> identityCenter,
            Function<AwsCredentialsProvider, StsClient> sts) {
        this.files = files;
        this.profiles = profiles;
        this.identityCenter = identityCenter;
        this.sts = sts;
    }

    /**
     * The provider of a profile. Asks nobody yet.
     *
     * @throws AwsException if the profile leads nowhere
     */
    public AwsCredentialsProvider of(AwsProfile profile) {
        if (profile.name().equals(Profiles.ENVIRONMENT)) {
            return DefaultCredentialsProvider.builder().build();
        }
        return switch (profile.kind()) {
            case ProfileKind.Unusable unusable ->
                throw new AwsException(
                        "Profile “%s” cannot be used. %s".formatted(profile.name(), unusable.why()),
                        unusable.remedy(),
                        AwsException.Kind.WRONG_TARGET);
            case ProfileKind.IdentityCenter center -> identityCenter.apply(center);
            case ProfileKind.AssumedRole role when signIn(profile).isPresent() -> assumed(profile, role);
            default ->
                ProfileCredentialsProvider.builder()
                        .profileFile(files)
                        .profileName(profile.name())
                        .build();
        };
    }

    /** The sign-in that a profile's credentials come from, by way of however many roles; empty if they come from none. */
    public Optional<SsoSession> signIn(AwsProfile profile) {
        return switch (profile.kind()) {
            case ProfileKind.IdentityCenter center -> Optional.of(center.session());
            case ProfileKind.AssumedRole role
            when !role.by().equals(profile.name()) -> profiles.find(role.by()).flatMap(this::signIn);
            default -> Optional.empty();
        };
    }

    private AwsCredentialsProvider assumed(AwsProfile profile, ProfileKind.AssumedRole role) {
        AwsCredentialsProvider source = of(profiles.find(role.by()).orElseThrow());
        Profile written = files.get().profile(profile.name()).orElseThrow();
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(role.roleArn())
                .roleSessionName(
                        written.property(ProfileProperty.ROLE_SESSION_NAME).orElse("tapdeck"));
        written.property(ProfileProperty.EXTERNAL_ID).ifPresent(request::externalId);
        written.property(ProfileProperty.DURATION_SECONDS)
                .map(seconds -> seconds(profile, seconds))
                .ifPresent(request::durationSeconds);
        return StsAssumeRoleCredentialsProvider.builder()
                .stsClient(sts.apply(source))
                .refreshRequest(request.build())
                .build();
    }

    private static int seconds(AwsProfile profile, String written) {
        try {
            return Integer.parseInt(written);
        } catch (NumberFormatException e) {
            throw new AwsException(
                    "The duration_seconds of profile “%s” is “%s”, which is no number."
                            .formatted(profile.name(), written),
                    "Write whole seconds, such as 3600.",
                    AwsException.Kind.WRONG_TARGET,
                    e);
        }
    }
}
