package io.tapdeck.aws.profile;

import io.tapdeck.aws.AwsException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;
import software.amazon.awssdk.services.sts.auth.StsWebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * Makes the SDK's provider for a profile. What comes from IAM Identity Center is wired here, since the SDK's own providers
 * would keep a token that was refreshed or signed in anew meanwhile (aws-sdk-java-v2 issue 3777); and so is every role, since
 * the STS client that the SDK makes for it knows neither the connection's endpoint nor its certificate authorities.
 */
public final class ProfileCredentials {
    /** The session of a role where the profile gives it no name. */
    private static final String SESSION = "tapdeck";

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
        return switch (profile.kind()) {
            case ProfileKind.Unusable unusable ->
                throw new AwsException(
                        "Profile “%s” cannot be used. %s".formatted(profile.name(), unusable.why()),
                        unusable.remedy(),
                        AwsException.Kind.WRONG_TARGET);
            case ProfileKind.IdentityCenter center -> identityCenter.apply(center);
            case ProfileKind.AssumedRole role -> assumed(profile, role);
            case ProfileKind.WebIdentity role -> assumed(profile, role);
            case ProfileKind.AccessKey _, ProfileKind.CredentialProcess _ ->
                profile.name().equals(Profiles.ENVIRONMENT)
                        ? DefaultCredentialsProvider.builder().build()
                        : ProfileCredentialsProvider.builder()
                                .profileFile(files)
                                .profileName(profile.name())
                                .build();
        };
    }

    private RoleCredentials assumed(AwsProfile profile, ProfileKind.AssumedRole role) {
        Profile written = written(profile);
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(role.roleArn())
                .roleSessionName(
                        written.property(ProfileProperty.ROLE_SESSION_NAME).orElse(SESSION));
        written.property(ProfileProperty.EXTERNAL_ID).ifPresent(request::externalId);
        written.property(ProfileProperty.DURATION_SECONDS)
                .map(seconds -> seconds(profile, seconds))
                .ifPresent(request::durationSeconds);
        StsClient client = sts.apply(source(profile, written, role.by()));
        return new RoleCredentials(
                StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(client)
                        .refreshRequest(request.build())
                        .build(),
                client);
    }

    /** With the token of a file; what the environment says of it, the SDK reads itself. */
    private RoleCredentials assumed(AwsProfile profile, ProfileKind.WebIdentity role) {
        StsClient client = sts.apply(AnonymousCredentialsProvider.create());
        StsWebIdentityTokenFileCredentialsProvider.Builder provider =
                StsWebIdentityTokenFileCredentialsProvider.builder()
                        .stsClient(client)
                        .roleArn(role.roleArn());
        if (!profile.name().equals(Profiles.ENVIRONMENT)) {
            Profile written = written(profile);
            provider.webIdentityTokenFile(Path.of(written.property(ProfileProperty.WEB_IDENTITY_TOKEN_FILE)
                            .orElseThrow()))
                    .roleSessionName(
                            written.property(ProfileProperty.ROLE_SESSION_NAME).orElse(SESSION));
        }
        return new RoleCredentials(provider.build(), client);
    }

    private Profile written(AwsProfile profile) {
        return files.get().profile(profile.name()).orElseThrow();
    }

    /**
     * What a role is assumed with.
     *
     * @param by a profile's name, or what {@code credential_source} says (AWS SDKs and Tools Reference Guide, "Assume role
     *     credential provider")
     */
    private AwsCredentialsProvider source(AwsProfile profile, Profile written, String by) {
        if (written.property(ProfileProperty.SOURCE_PROFILE).isPresent()) {
            return by.equals(profile.name())
                    ? () -> ownKeys(written(profile))
                    : of(profiles.find(by).orElseThrow());
        }
        return switch (by) {
            case "Environment" -> EnvironmentVariableCredentialsProvider.create();
            case "Ec2InstanceMetadata" ->
                InstanceProfileCredentialsProvider.builder()
                        .profileFile(files)
                        .profileName(profile.name())
                        .build();
            case "EcsContainer" -> ContainerCredentialsProvider.create();
            default ->
                throw new AwsException(
                        "The credential_source of profile “%s” is “%s”, which is none.".formatted(profile.name(), by),
                        "Write Environment, Ec2InstanceMetadata or EcsContainer.",
                        AwsException.Kind.WRONG_TARGET);
        };
    }

    /** Those of a profile that names itself as the source of its role, which the SDK takes for a circle. */
    private static AwsCredentials ownKeys(Profile written) {
        String id = written.property(ProfileProperty.AWS_ACCESS_KEY_ID).orElse("");
        String secret = written.property(ProfileProperty.AWS_SECRET_ACCESS_KEY).orElse("");
        return written.property(ProfileProperty.AWS_SESSION_TOKEN)
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(id, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(id, secret));
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
