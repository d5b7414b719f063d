package io.tapdeck.sandbox.identity;

import io.tapdeck.sandbox.faults.Lifetime;
import io.tapdeck.sandbox.wire.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.AccountInfo;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsRequest;
import software.amazon.awssdk.services.sso.model.GetRoleCredentialsResponse;
import software.amazon.awssdk.services.sso.model.InvalidRequestException;
import software.amazon.awssdk.services.sso.model.ListAccountRolesRequest;
import software.amazon.awssdk.services.sso.model.ListAccountRolesResponse;
import software.amazon.awssdk.services.sso.model.ListAccountsRequest;
import software.amazon.awssdk.services.sso.model.ListAccountsResponse;
import software.amazon.awssdk.services.sso.model.LogoutRequest;
import software.amazon.awssdk.services.sso.model.LogoutResponse;
import software.amazon.awssdk.services.sso.model.RoleInfo;
import software.amazon.awssdk.services.sso.model.SsoException;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;

/** The access portal: the accounts and roles of who is signed in, and credentials for them. */
public final class SandboxPortal implements SsoClient {
    /** The most that the API lets a client ask for, and what it gets without asking. */
    private static final int LARGEST_PAGE = 100;

    private final PortalSessions sessions;
    private final IssuedCredentials issued;
    private final Function<Lifetime, Duration> lifetimes;

    SandboxPortal(PortalSessions sessions, IssuedCredentials issued, Function<Lifetime, Duration> lifetimes) {
        this.sessions = sessions;
        this.issued = issued;
        this.lifetimes = lifetimes;
    }

    @Override
    public ListAccountsResponse listAccounts(ListAccountsRequest request) {
        checkSignedIn(request.accessToken());
        List<AccountInfo> accounts = SandboxAccount.PORTAL.stream()
                .map(account -> AccountInfo.builder()
                        .accountId(account.id())
                        .accountName(account.name())
                        .emailAddress(account.email())
                        .build())
                .toList();
        Page<AccountInfo> page = Page.of(accounts, request.nextToken(), request.maxResults());
        return ListAccountsResponse.builder()
                .accountList(page.entries())
                .nextToken(page.next().orElse(null))
                .build();
    }

    @Override
    public ListAccountRolesResponse listAccountRoles(ListAccountRolesRequest request) {
        checkSignedIn(request.accessToken());
        SandboxAccount account = account(request.accountId());
        List<RoleInfo> roles = account.assigned().stream()
                .map(set -> RoleInfo.builder()
                        .accountId(account.id())
                        .roleName(set.roleName())
                        .build())
                .toList();
        Page<RoleInfo> page = Page.of(roles, request.nextToken(), request.maxResults());
        return ListAccountRolesResponse.builder()
                .roleList(page.entries())
                .nextToken(page.next().orElse(null))
                .build();
    }

    @Override
    public GetRoleCredentialsResponse getRoleCredentials(GetRoleCredentialsRequest request) {
        checkSignedIn(request.accessToken());
        SandboxAccount account = account(request.accountId());
        PermissionSet set = PermissionSet.named(Objects.toString(request.roleName(), ""))
                .filter(account.assigned()::contains)
                .orElseThrow(SandboxPortal::noAccess);
        Caller caller = SandboxAccount.session(account.id(), account.ssoRole(set), SandboxPerson.USER_NAME);
        IssuedCredentials.Issued credentials = issued.issue(caller, lifetimes.apply(Lifetime.CREDENTIALS));
        return GetRoleCredentialsResponse.builder()
                .roleCredentials(given -> given.accessKeyId(credentials.accessKeyId())
                        .secretAccessKey(credentials.secretAccessKey())
                        .sessionToken(credentials.sessionToken())
                        .expiration(credentials.expiresAt().toEpochMilli()))
                .build();
    }

    /** Ends the session in the portal; credentials that it has given out stay good until they expire, as AWS's do. */
    @Override
    public LogoutResponse logout(LogoutRequest request) {
        checkSignedIn(request.accessToken());
        sessions.close(request.accessToken());
        return LogoutResponse.builder().build();
    }

    private void checkSignedIn(@Nullable String accessToken) {
        if (accessToken == null || !sessions.knows(accessToken)) {
            throw UnauthorizedException.builder()
                    .message("Session token not found or invalid")
                    .build();
        }
    }

    private static SandboxAccount account(@Nullable String id) {
        return SandboxAccount.PORTAL.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .orElseThrow(SandboxPortal::noAccess);
    }

    /** Not in the API's model, and what it answers all the same. */
    private static RuntimeException noAccess() {
        return SsoException.builder()
                .statusCode(403)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("ForbiddenException")
                        .errorMessage("No access")
                        .build())
                .build();
    }

    private record Page<T>(List<T> entries, Optional<String> next) {

        static <T> Page<T> of(List<T> all, @Nullable String token, @Nullable Integer most) {
            int from = position(token, all.size());
            int size = most == null ? LARGEST_PAGE : most;
            if (size < 1 || size > LARGEST_PAGE) {
                throw InvalidRequestException.builder()
                        .message("max_result must be between 1 and " + LARGEST_PAGE)
                        .build();
            }
            int to = Math.min(from + size, all.size());
            return new Page<>(
                    all.subList(from, to), to < all.size() ? Optional.of(Integer.toString(to)) : Optional.empty());
        }

        private static int position(@Nullable String token, int size) {
            if (token == null) {
                return 0;
            }
            if (!token.matches("[1-9]\\d{0,3}") || Integer.parseInt(token) >= size) {
                throw InvalidRequestException.builder()
                        .message("Invalid next_token")
                        .build();
            }
            return Integer.parseInt(token);
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
