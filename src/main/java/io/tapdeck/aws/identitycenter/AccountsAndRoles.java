package io.tapdeck.aws.identitycenter;

import java.util.Comparator;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.RoleInfo;

/** What a signed-in person may use (portal API reference, ListAccounts and ListAccountRoles). Thread-safe; calls block. */
public final class AccountsAndRoles {
    private final SsoClient portal;
    private final TokenSource tokens;

    /** Those of the person whose token it is; the SDK's client waits where it is throttled. */
    public AccountsAndRoles(SsoClient portal, TokenSource tokens) {
        this.portal = portal;
        this.tokens = tokens;
    }

    /**
     * All accounts, by name and id.
     *
     * @throws io.tapdeck.aws.AwsException with words for people
     */
    public List<SsoAccount> accounts() {
        AccessToken token = tokens.token();
        try {
            return portal.listAccountsPaginator(request -> request.accessToken(token.value())).accountList().stream()
                    .map(found -> new SsoAccount(found.accountId(), found.accountName(), found.emailAddress()))
                    .sorted(Comparator.comparing(SsoAccount::name, Comparator.nullsLast(String.CASE_INSENSITIVE_ORDER))
                            .thenComparing(SsoAccount::id))
                    .toList();
        } catch (SdkException e) {
            throw SsoFailures.explain(e, "the access portal");
        }
    }

    /**
     * The names of the roles in an account.
     *
     * @throws io.tapdeck.aws.AwsException with words for people
     */
    public List<String> roles(String accountId) {
        AccessToken token = tokens.token();
        try {
            return portal
                    .listAccountRolesPaginator(
                            request -> request.accessToken(token.value()).accountId(accountId))
                    .roleList()
                    .stream()
                    .map(RoleInfo::roleName)
                    .sorted(String.CASE_INSENSITIVE_ORDER)
                    .toList();
        } catch (SdkException e) {
            throw SsoFailures.explain(e, "the access portal");
        }
    }
}
