package io.tapdeck.sandbox.identity;

import io.tapdeck.sandbox.wire.Caller;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;
import software.amazon.awssdk.services.sts.model.InvalidIdentityTokenException;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * AWS STS for one caller: who it is, and credentials of the roles in the sandbox's accounts, which all trust one
 * another.
 */
public final class SandboxSts implements StsClient {
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::(\\d{12}):role/(?:.*/)?([^/]+)");
    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]{2,64}");
    private static final Pattern WEB_TOKEN = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");
    private static final int SHORTEST_SECONDS = 900;
    private static final int LONGEST_SECONDS = 43_200;

    private final Caller caller;
    private final IssuedCredentials issued;
    private final Duration usualLifetime;

    /**
     * An STS that answers one caller.
     *
     * @param usualLifetime of the credentials of a request that says nothing about it
     */
    SandboxSts(Caller caller, IssuedCredentials issued, Duration usualLifetime) {
        this.caller = caller;
        this.issued = issued;
        this.usualLifetime = usualLifetime;
    }

    @Override
    public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
        return GetCallerIdentityResponse.builder()
                .account(caller.account())
                .arn(caller.arn())
                .userId(caller.userId())
                .build();
    }

    @Override
    public AssumeRoleResponse assumeRole(AssumeRoleRequest request) {
        IssuedCredentials.Issued assumed =
                assume("sts:AssumeRole", request.roleArn(), request.roleSessionName(), request.durationSeconds());
        return AssumeRoleResponse.builder()
                .credentials(credentials(assumed))
                .assumedRoleUser(user(assumed))
                .build();
    }

    /** The token must look like one; who has signed it is not checked. */
    @Override
    public AssumeRoleWithWebIdentityResponse assumeRoleWithWebIdentity(AssumeRoleWithWebIdentityRequest request) {
        if (!WEB_TOKEN.matcher(Objects.toString(request.webIdentityToken(), "")).matches()) {
            throw InvalidIdentityTokenException.builder()
                    .message("The ID Token provided is not a valid JWT.")
                    .build();
        }
        IssuedCredentials.Issued assumed = assume(
                "sts:AssumeRoleWithWebIdentity",
                request.roleArn(),
                request.roleSessionName(),
                request.durationSeconds());
        return AssumeRoleWithWebIdentityResponse.builder()
                .credentials(credentials(assumed))
                .assumedRoleUser(user(assumed))
                .build();
    }

    private IssuedCredentials.Issued assume(
            String action, @Nullable String roleArn, @Nullable String sessionName, @Nullable Integer seconds) {
        String session = Objects.toString(sessionName, "");
        if (!SESSION_NAME.matcher(session).matches()) {
            throw refused(
                    400,
                    "ValidationError",
                    "1 validation error detected: Value at 'roleSessionName' failed to satisfy constraint: Member must"
                            + " satisfy regular expression pattern: [\\w+=,.@-]*");
        }
        if (seconds != null && (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS)) {
            throw refused(
                    400,
                    "ValidationError",
                    "1 validation error detected: Value at 'durationSeconds' failed to satisfy constraint: Member must"
                            + " be between 900 and 43200");
        }
        Matcher role = ROLE.matcher(Objects.toString(roleArn, ""));
        boolean exists = role.matches()
                && SandboxAccount.exists(role.group(1))
                && PermissionSet.named(role.group(2)).isPresent();
        if (!exists) {
            // A role that does not exist is answered like one that may not be assumed.
            throw refused(
                    403,
                    "AccessDenied",
                    "User: " + caller.arn() + " is not authorized to perform: " + action + " on resource: " + roleArn);
        }
        return issued.issue(
                SandboxAccount.session(role.group(1), role.group(2), session),
                seconds == null ? usualLifetime : Duration.ofSeconds(seconds));
    }

    private static Credentials credentials(IssuedCredentials.Issued assumed) {
        return Credentials.builder()
                .accessKeyId(assumed.accessKeyId())
                .secretAccessKey(assumed.secretAccessKey())
                .sessionToken(assumed.sessionToken())
                .expiration(assumed.expiresAt())
                .build();
    }

    private AssumedRoleUser user(IssuedCredentials.Issued assumed) {
        return AssumedRoleUser.builder()
                .arn(assumed.caller().in(caller.partition()).arn())
                .assumedRoleId(assumed.caller().userId())
                .build();
    }

    private static RuntimeException refused(int status, String code, String message) {
        return StsException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
