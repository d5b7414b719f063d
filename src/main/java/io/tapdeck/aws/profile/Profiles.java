package io.tapdeck.aws.profile;

import static software.amazon.awssdk.profiles.ProfileProperty.AWS_ACCESS_KEY_ID;
import static software.amazon.awssdk.profiles.ProfileProperty.AWS_SECRET_ACCESS_KEY;
import static software.amazon.awssdk.profiles.ProfileProperty.AWS_SESSION_TOKEN;
import static software.amazon.awssdk.profiles.ProfileProperty.CREDENTIAL_PROCESS;
import static software.amazon.awssdk.profiles.ProfileProperty.CREDENTIAL_SOURCE;
import static software.amazon.awssdk.profiles.ProfileProperty.LOGIN_SESSION;
import static software.amazon.awssdk.profiles.ProfileProperty.MFA_SERIAL;
import static software.amazon.awssdk.profiles.ProfileProperty.ROLE_ARN;
import static software.amazon.awssdk.profiles.ProfileProperty.SOURCE_PROFILE;
import static software.amazon.awssdk.profiles.ProfileProperty.SSO_ACCOUNT_ID;
import static software.amazon.awssdk.profiles.ProfileProperty.SSO_REGION;
import static software.amazon.awssdk.profiles.ProfileProperty.SSO_ROLE_NAME;
import static software.amazon.awssdk.profiles.ProfileProperty.SSO_START_URL;
import static software.amazon.awssdk.profiles.ProfileProperty.WEB_IDENTITY_TOKEN_FILE;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.AwsFiles;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.aws.identitycenter.SsoSessions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** Reads what the standard AWS files and variables offer. Asks nobody; every method reads the files anew, but for those of {@link #now}. */
public final class Profiles {
    /** The name under which the environment's own credentials are listed. No profile can be called so. */
    public static final String ENVIRONMENT = "(environment)";

    /** The section and the property of a profile that names it; the SDK has no public names for them. */
    private static final String SSO_SESSION = "sso-session";

    private static final String SSO_SESSION_PROPERTY = "sso_session";
    private static final String ENDPOINT_URL = "AWS_ENDPOINT_URL";
    private static final String CA_BUNDLE = "ca_bundle";
    private static final String SSO_REGISTRATION_SCOPES = "sso_registration_scopes";

    private final AwsFiles files;
    private final Function<String, Optional<String>> variables;

    /**
     * A reader of profiles.
     *
     * @param files the AWS files, read anew each time
     * @param variables a variable of the environment by its name
     */
    public Profiles(Supplier<ProfileFile> files, Function<String, Optional<String>> variables) {
        this.files = new AwsFiles(files);
        this.variables = variables;
    }

    /**
     * The same as the files are now: they are read once for all that it is asked.
     *
     * @throws AwsException if the files cannot be read
     */
    public Profiles now() {
        ProfileFile read = files.get();
        return new Profiles(() -> read, variables);
    }

    /** The sign-ins of the same files. */
    public SsoSessions sessions() {
        return new SsoSessions(files);
    }

    /**
     * All of them, the environment's first, then by name.
     *
     * @throws AwsException if the files cannot be read
     */
    public List<AwsProfile> all() {
        List<AwsProfile> all = new ArrayList<>();
        environment().ifPresent(all::add);
        ProfileFile read = files.get();
        read.profiles().values().stream()
                .map(profile -> profile(read, profile))
                .sorted((one, other) -> String.CASE_INSENSITIVE_ORDER.compare(one.name(), other.name()))
                .forEach(all::add);
        return all;
    }

    /**
     * One of them.
     *
     * @throws AwsException if the files cannot be read
     */
    public Optional<AwsProfile> find(String name) {
        if (name.equals(ENVIRONMENT)) {
            return environment();
        }
        ProfileFile read = files.get();
        return read.profile(name).map(profile -> profile(read, profile));
    }

    /**
     * One that somebody asked for.
     *
     * @throws AwsException of kind WRONG_TARGET if there is none of that name; or if the files cannot be read
     */
    public AwsProfile named(String name) {
        return find(name)
                .orElseThrow(() -> wrong("There is no profile “%s” in the AWS files.".formatted(name), known()));
    }

    private String known() {
        String names = String.join(", ", all().stream().map(AwsProfile::name).toList());
        return names.isEmpty()
                ? "The files name no profile; aws configure makes one."
                : "They name these: " + names + ".";
    }

    /**
     * Where somebody signs in for a profile.
     *
     * @throws AwsException of kind WRONG_TARGET if there is no such profile, or nobody signs in for it; or if the files
     *     cannot be read
     */
    public SsoSession signIn(String name) {
        AwsProfile profile = named(name);
        return profile.signIn(this::find)
                .orElseThrow(() -> profile.kind() instanceof ProfileKind.Unusable(String why, String remedy)
                        ? wrong("Profile “%s” cannot be used: %s".formatted(name, why), remedy)
                        : wrong(
                                "Profile “%s” does not sign in with IAM Identity Center.".formatted(name),
                                "Name one that has an sso_session."));
    }

    private static AwsException wrong(String message, String remedy) {
        return new AwsException(message, remedy, AwsException.Kind.WRONG_TARGET);
    }

    /**
     * The one that {@code AWS_PROFILE} names, else the default one; empty where the files have none of that name.
     *
     * @throws AwsException if the files cannot be read
     */
    public Optional<AwsProfile> usual() {
        return find(variable("AWS_PROFILE").orElse("default"));
    }

    private Optional<String> region() {
        return variable("AWS_REGION").or(() -> variable("AWS_DEFAULT_REGION"));
    }

    private Optional<String> variable(String name) {
        return variables.apply(name).filter(value -> !value.isBlank());
    }

    private Optional<AwsProfile> environment() {
        Optional<String> key = variables.apply("AWS_ACCESS_KEY_ID").filter(value -> !value.isBlank());
        if (key.isPresent() && variables.apply("AWS_SECRET_ACCESS_KEY").isPresent()) {
            boolean temporary = variables.apply("AWS_SESSION_TOKEN").isPresent();
            return Optional.of(environment(new ProfileKind.AccessKey(shortened(key.get()), temporary)));
        }
        return variables
                .apply("AWS_ROLE_ARN")
                .filter(role -> variables.apply("AWS_WEB_IDENTITY_TOKEN_FILE").isPresent())
                .map(role -> environment(new ProfileKind.WebIdentity(role)));
    }

    private AwsProfile environment(ProfileKind kind) {
        return new AwsProfile(
                ENVIRONMENT,
                kind,
                region().orElse(null),
                variables.apply(ENDPOINT_URL).orElse(null),
                null);
    }

    /**
     * The variables lead every profile, and come before what it says itself (the guide, "Service-specific endpoints" and "AWS
     * Region").
     */
    private AwsProfile profile(ProfileFile files, Profile profile) {
        return new AwsProfile(
                profile.name(),
                kind(files, profile, new HashSet<>()),
                region().or(() -> profile.property(ProfileProperty.REGION)).orElse(null),
                variables
                        .apply(ENDPOINT_URL)
                        .or(() -> profile.property(ProfileProperty.ENDPOINT_URL))
                        .orElse(null),
                profile.property(CA_BUNDLE).orElse(null));
    }

    /** In the order in which the SDK looks at them. */
    private static ProfileKind kind(ProfileFile files, Profile profile, Set<String> way) {
        Optional<String> role = profile.property(ROLE_ARN);
        if (role.isPresent() && profile.property(WEB_IDENTITY_TOKEN_FILE).isPresent()) {
            return new ProfileKind.WebIdentity(role.get());
        }
        if (namesIdentityCenter(profile)) {
            return identityCenter(files, profile);
        }
        if (role.isPresent()) {
            return role(files, profile, role.get(), way);
        }
        if (profile.property(LOGIN_SESSION).isPresent()) {
            return new ProfileKind.Unusable(
                    "It signs in with aws login, whose sessions Tapdeck cannot read.",
                    "Use IAM Identity Center, or hand its credentials on with aws configure export-credentials.");
        }
        if (profile.property(CREDENTIAL_PROCESS).isPresent()) {
            return new ProfileKind.CredentialProcess();
        }
        Optional<String> key = profile.property(AWS_ACCESS_KEY_ID);
        if (key.isPresent() && profile.property(AWS_SECRET_ACCESS_KEY).isPresent()) {
            return new ProfileKind.AccessKey(
                    shortened(key.get()), profile.property(AWS_SESSION_TOKEN).isPresent());
        }
        return new ProfileKind.Unusable(
                "It leads to no credentials.", "Give it access keys, a role or an sso_session in the AWS files.");
    }

    private static boolean namesIdentityCenter(Profile profile) {
        return profile.property(SSO_SESSION_PROPERTY)
                .or(() -> profile.property(SSO_START_URL))
                .isPresent();
    }

    private static ProfileKind role(ProfileFile files, Profile profile, String role, Set<String> way) {
        Optional<String> source = profile.property(SOURCE_PROFILE);
        Optional<String> credentialSource = profile.property(CREDENTIAL_SOURCE);
        if (source.isPresent() == credentialSource.isPresent()) {
            return new ProfileKind.Unusable(
                    "It assumes a role, and says with %s credentials."
                            .formatted(source.isPresent() ? "two different" : "no"),
                    "Give it either a source_profile or a credential_source.");
        }
        if (profile.property(MFA_SERIAL).isPresent()) {
            return new ProfileKind.Unusable(
                    "Its role asks for the code of an MFA device, which the AWS SDK for Java cannot give.",
                    "Use IAM Identity Center, or a credential_process that asks for the code.");
        }
        if (credentialSource.isPresent()) {
            return new ProfileKind.AssumedRole(role, credentialSource.get());
        }
        String name = source.orElseThrow();
        // A role profile with keys of its own may name itself as its source (AWS CLI user guide, "Use an IAM role").
        if (name.equals(profile.name())) {
            return profile.property(AWS_ACCESS_KEY_ID).isPresent()
                    ? new ProfileKind.AssumedRole(role, name)
                    : circle(name);
        }
        if (!way.add(profile.name())) {
            return circle(profile.name());
        }
        return switch (files.profile(name).map(found -> kind(files, found, way)).orElse(null)) {
            case null ->
                new ProfileKind.Unusable(
                        "Its source_profile “%s” does not exist.".formatted(name),
                        "Add that profile, or name another one.");
            case ProfileKind.Unusable unusable ->
                new ProfileKind.Unusable(
                        "Its source_profile “%s” cannot be used: %s".formatted(name, unusable.why()),
                        unusable.remedy());
            default -> new ProfileKind.AssumedRole(role, name);
        };
    }

    private static ProfileKind circle(String name) {
        return new ProfileKind.Unusable(
                "Its source_profile leads back to “%s”.".formatted(name),
                "Let one profile of the circle have credentials of its own.");
    }

    private static boolean written(String value) {
        return !value.isBlank();
    }

    private static ProfileKind identityCenter(ProfileFile files, Profile profile) {
        Optional<String> session = profile.property(SSO_SESSION_PROPERTY);
        Optional<Profile> section = session.flatMap(name -> files.getSection(SSO_SESSION, name));
        if (session.isPresent() && section.isEmpty()) {
            return new ProfileKind.Unusable(
                    "It names the sso-session “%s”, which the config file does not have.".formatted(session.get()),
                    "Add [sso-session %s] with sso_start_url and sso_region.".formatted(session.get()));
        }
        Profile center = section.orElse(profile);
        Optional<String> startUrl = center.property(SSO_START_URL).filter(Profiles::written);
        Optional<String> region = center.property(SSO_REGION).filter(Profiles::written);
        if (startUrl.isEmpty() || region.isEmpty()) {
            return new ProfileKind.Unusable(
                    "Its sign-in lacks %s.".formatted(startUrl.isEmpty() ? SSO_START_URL : SSO_REGION),
                    "Add it to [%s %s].".formatted(section.isPresent() ? SSO_SESSION : "profile", center.name()));
        }
        Optional<String> account = profile.property(SSO_ACCOUNT_ID);
        Optional<String> role = profile.property(SSO_ROLE_NAME);
        if (account.isEmpty() || role.isEmpty()) {
            return new ProfileKind.Unusable(
                    "It lacks %s.".formatted(account.isEmpty() ? SSO_ACCOUNT_ID : SSO_ROLE_NAME),
                    "Add it, or choose account and role after the sign-in.");
        }
        List<String> scopes = section.flatMap(named -> named.property(SSO_REGISTRATION_SCOPES))
                .map(SsoSessions::scopes)
                .orElse(List.of());
        return new ProfileKind.IdentityCenter(
                new SsoSession(session.orElse(null), startUrl.get(), region.get(), scopes), account.get(), role.get());
    }

    /** An access key's id is no secret, but who looks over a shoulder need not have it all. */
    private static String shortened(String keyId) {
        return keyId.length() < 12 ? keyId : keyId.substring(0, 4) + "…" + keyId.substring(keyId.length() - 4);
    }
}
