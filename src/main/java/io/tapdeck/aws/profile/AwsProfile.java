package io.tapdeck.aws.profile;

import io.tapdeck.aws.identitycenter.SsoSession;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A profile of the standard AWS files, or the environment's own credentials.
 *
 * @param name as {@code --profile} takes it; {@link Profiles#ENVIRONMENT} for those of the environment
 * @param kind how it comes to credentials
 * @param region where its calls go: the variables' region, else its own; or null
 * @param endpointUrl where its calls go instead of AWS, or null
 * @param caBundle a file with the certificate authorities to trust, or null
 */
public record AwsProfile(
        String name,
        ProfileKind kind,
        @Nullable String region,
        @Nullable String endpointUrl,
        @Nullable String caBundle) {
    private static final Pattern ROLE = Pattern.compile("arn:[^:]+:iam::(\\d{12}):role/.+");

    /** The account that it leads to, 12 digits, as far as the files say it. */
    public Optional<String> account() {
        return switch (kind) {
            case ProfileKind.IdentityCenter center -> Optional.of(center.account());
            case ProfileKind.AssumedRole role -> account(role.roleArn());
            case ProfileKind.WebIdentity role -> account(role.roleArn());
            default -> Optional.empty();
        };
    }

    /**
     * Where somebody signs in for its credentials, by way of however many roles; empty if nobody has to.
     *
     * @param named another profile of the same files
     */
    public Optional<SsoSession> signIn(Function<String, Optional<AwsProfile>> named) {
        return switch (kind) {
            case ProfileKind.IdentityCenter center -> Optional.of(center.session());
            case ProfileKind.AssumedRole role
            when !role.by().equals(name) -> named.apply(role.by()).flatMap(source -> source.signIn(named));
            default -> Optional.empty();
        };
    }

    private static Optional<String> account(String roleArn) {
        Matcher role = ROLE.matcher(roleArn);
        return role.matches() ? Optional.of(role.group(1)) : Optional.empty();
    }
}
