package io.tapdeck.aws.identitycenter;

import io.tapdeck.aws.AwsException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;

/** The sessions that the AWS files name. */
public final class SsoSessions {
    /** The SDK keeps a section's title as it stands in brackets. */
    private static final String SECTION = "sso-session";

    private final Supplier<ProfileFile> files;

    /**
     * Those of the files.
     *
     * @param files read anew each time
     */
    public SsoSessions(Supplier<ProfileFile> files) {
        this.files = files;
    }

    /**
     * The {@code [sso-session]} of a name.
     *
     * @throws AwsException of kind WRONG_TARGET if there is none, or it lacks its start URL or region
     */
    public SsoSession named(String name) {
        Profile section = files.get()
                .getSection(SECTION, name)
                .orElseThrow(() -> wrong(
                        "There is no [sso-session %s] in the AWS config file.".formatted(name),
                        "Name another, or write one with aws configure sso-session."));
        return new SsoSession(
                name,
                required(section, name, "sso_start_url"),
                required(section, name, "sso_region"),
                section.property("sso_registration_scopes")
                        .map(SsoSessions::scopes)
                        .orElse(List.of()));
    }

    /**
     * The session that a profile signs in with; empty if it does not use Identity Center or there is no such profile. One of a
     * legacy profile has no name.
     *
     * @throws AwsException of kind WRONG_TARGET as for {@link #named}
     */
    public Optional<SsoSession> ofProfile(String profileName) {
        Optional<Profile> profile = files.get().profile(profileName);
        Optional<String> session = profile.flatMap(found -> found.property("sso_session"));
        if (session.isPresent()) {
            return session.map(this::named);
        }
        return profile.filter(found -> found.property("sso_start_url").isPresent())
                .map(found -> new SsoSession(
                        null,
                        required(found, profileName, "sso_start_url"),
                        required(found, profileName, "sso_region"),
                        List.of()));
    }

    private static List<String> scopes(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .toList();
    }

    private static String required(Profile section, String name, String key) {
        return section.property(key)
                .filter(value -> !value.isBlank())
                .orElseThrow(
                        () -> wrong("“%s” has no %s in the AWS config file.".formatted(name, key), "Add the line."));
    }

    private static AwsException wrong(String message, String remedy) {
        return new AwsException(message, remedy, AwsException.Kind.WRONG_TARGET);
    }
}
