package io.tapdeck.aws.profile;

import io.tapdeck.aws.identitycenter.SsoSession;
import java.util.Optional;

/** What a person does when the credentials of a profile have expired. */
public final class Renewal {
    private final Profiles profiles;

    public Renewal(Profiles profiles) {
        this.profiles = profiles;
    }

    /**
     * A sentence.
     *
     * @param profile empty where only the SDK's own chain is left, such as a container's role
     */
    public String of(Optional<AwsProfile> profile) {
        return profile.map(this::of)
                .orElse("Look at the role that this computer has been given: it renews its credentials by itself.");
    }

    private String of(AwsProfile profile) {
        String name = profile.name();
        if (name.equals(Profiles.ENVIRONMENT) && profile.kind() instanceof ProfileKind.AccessKey) {
            return "Put new keys into the environment, and start Tapdeck there.";
        }
        return switch (profile.kind()) {
            case ProfileKind.IdentityCenter center -> signIn(center.session(), name);
            case ProfileKind.AssumedRole role ->
                role.by().equals(name) ? keys(name) : of(profiles.find(role.by()), role);
            case ProfileKind.WebIdentity _ ->
                "Let a new token be written into the web_identity_token_file of %s.".formatted(title(name));
            case ProfileKind.CredentialProcess _ ->
                "Look at the credential_process of %s: what it prints has expired.".formatted(title(name));
            case ProfileKind.AccessKey _ -> keys(name);
            case ProfileKind.Unusable unusable -> unusable.remedy();
        };
    }

    /** A role's own credentials are renewed as long as those of its source are good. */
    private String of(Optional<AwsProfile> source, ProfileKind.AssumedRole role) {
        return source.map(this::of)
                .orElse("Renew the credentials that the role is assumed with: %s.".formatted(role.by()));
    }

    /** The AWS CLI's way where the files give the sign-in no name. */
    private static String signIn(SsoSession session, String profile) {
        return session.name() == null
                ? "Sign in again, for example with aws sso login --profile %s.".formatted(profile)
                : session.signInAgain();
    }

    private static String keys(String profile) {
        return "Put new keys into the AWS files, for %s.".formatted(title(profile));
    }

    private static String title(String profile) {
        return profile.equals(Profiles.ENVIRONMENT) ? "the environment" : "profile " + profile;
    }
}
