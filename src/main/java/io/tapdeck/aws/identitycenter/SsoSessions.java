package io.tapdeck.aws.identitycenter;

import io.tapdeck.aws.AwsException;
import java.util.Arrays;
import java.util.List;
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

    /** {@code sso_registration_scopes}, which commas part. */
    public static List<String> scopes(String text) {
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
