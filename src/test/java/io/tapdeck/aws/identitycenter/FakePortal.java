package io.tapdeck.aws.identitycenter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.AccountInfo;
import software.amazon.awssdk.services.sso.model.ListAccountRolesRequest;
import software.amazon.awssdk.services.sso.model.ListAccountRolesResponse;
import software.amazon.awssdk.services.sso.model.ListAccountsRequest;
import software.amazon.awssdk.services.sso.model.ListAccountsResponse;
import software.amazon.awssdk.services.sso.model.LogoutRequest;
import software.amazon.awssdk.services.sso.model.LogoutResponse;
import software.amazon.awssdk.services.sso.model.RoleInfo;
import software.amazon.awssdk.services.sso.paginators.ListAccountRolesIterable;
import software.amazon.awssdk.services.sso.paginators.ListAccountsIterable;

/** An access portal whose pages hold one entry each. */
final class FakePortal implements SsoClient {
    final List<String> tokens = new ArrayList<>();
    Supplier<LogoutResponse> logout = () -> LogoutResponse.builder().build();
    private final List<AccountInfo> accounts = List.of(
            AccountInfo.builder().accountId("222222222222").accountName("beta").build(),
            AccountInfo.builder().accountId("333333333333").build(),
            AccountInfo.builder()
                    .accountId("111111111111")
                    .accountName("Alpha")
                    .emailAddress("alpha@example.com")
                    .build());
    private final List<String> roles = List.of("Watcher", "Administrator");

    @Override
    public ListAccountsResponse listAccounts(ListAccountsRequest request) {
        tokens.add(request.accessToken());
        int at = at(request.nextToken());
        return ListAccountsResponse.builder()
                .accountList(accounts.get(at))
                .nextToken(next(at, accounts))
                .build();
    }

    @Override
    public ListAccountsIterable listAccountsPaginator(ListAccountsRequest request) {
        return new ListAccountsIterable(this, request);
    }

    @Override
    public ListAccountRolesResponse listAccountRoles(ListAccountRolesRequest request) {
        tokens.add(request.accessToken());
        int at = at(request.nextToken());
        return ListAccountRolesResponse.builder()
                .roleList(RoleInfo.builder()
                        .accountId(request.accountId())
                        .roleName(roles.get(at))
                        .build())
                .nextToken(next(at, roles))
                .build();
    }

    @Override
    public ListAccountRolesIterable listAccountRolesPaginator(ListAccountRolesRequest request) {
        return new ListAccountRolesIterable(this, request);
    }

    private static int at(@Nullable String token) {
        return token == null ? 0 : Integer.parseInt(token);
    }

    private static @Nullable String next(int at, List<?> all) {
        return at + 1 < all.size() ? String.valueOf(at + 1) : null;
    }

    @Override
    public LogoutResponse logout(LogoutRequest request) {
        tokens.add(request.accessToken());
        return logout.get();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
