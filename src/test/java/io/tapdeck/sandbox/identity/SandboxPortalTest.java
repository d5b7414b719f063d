package io.tapdeck.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.Clients;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.VirtualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.sso.model.AccountInfo;
import software.amazon.awssdk.services.sso.model.InvalidRequestException;
import software.amazon.awssdk.services.sso.model.ListAccountsResponse;
import software.amazon.awssdk.services.sso.model.RoleInfo;
import software.amazon.awssdk.services.sso.model.SsoException;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;
import software.amazon.awssdk.services.ssooidc.model.InvalidGrantException;

/** The portal's accounts and roles, read with the SDK's own client. */
class SandboxPortalTest {
    private final VirtualClock clock = new VirtualClock();
    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.usual().withPort(0).withSpeed(20), clock);
    private final SsoClient portal = Clients.client(SsoClient::builder, sandbox.endpoint());
    private final SignedIn person = SignedIn.to(sandbox);
    private final String token = person.tokens().accessToken();

    @AfterEach
    void stop() {
        portal.close();
        sandbox.close();
    }

    @Test
    void thereAreThreeAccountsAndOneOfThemHasOneRoleOnly() {
        assertThat(portal.listAccounts(request -> request.accessToken(token)).accountList())
                .extracting(AccountInfo::accountId)
                .containsExactly("777788889999", "111122223333", "444455556666");
        assertThat(roles("777788889999")).containsExactly("ReadOnly");
        assertThat(roles("111122223333")).containsExactly("Administrator", "Deployer", "ReadOnly");
        assertThat(roles("444455556666")).containsExactly("Administrator", "Deployer", "ReadOnly");
    }

    @Test
    void pagesAreAsLongAsAskedFor() {
        ListAccountsResponse first =
                portal.listAccounts(request -> request.accessToken(token).maxResults(2));
        assertThat(first.accountList()).hasSize(2);
        assertThat(first.nextToken()).isNotNull();

        assertThat(portal.listAccountsPaginator(
                                request -> request.accessToken(token).maxResults(2))
                        .accountList())
                .extracting(AccountInfo::emailAddress)
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(portal.listAccountRolesPaginator(request -> request.accessToken(token)
                                .accountId("111122223333")
                                .maxResults(1))
                        .roleList())
                .hasSize(3);
        assertThatThrownBy(() -> portal.listAccounts(
                        request -> request.accessToken(token).nextToken("elsewhere")))
                .isExactlyInstanceOf(InvalidRequestException.class);
    }

    @Test
    void anAccountOrRoleThatIsNotAssignedIsForbidden() {
        assertForbidden(() -> roles("000000000000"));
        assertForbidden(() -> person.credentials("777788889999", "Administrator"));
        assertForbidden(() -> person.credentials("111122223333", "Nobody"));
    }

    private static void assertForbidden(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(SsoException.class, refused -> {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ForbiddenException");
            assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("No access");
        });
    }

    @Test
    void aTokenIsGoodForAnHourOfRealTime() {
        clock.advance(Duration.ofMinutes(59));
        assertThat(roles("777788889999")).hasSize(1);

        clock.advance(Duration.ofMinutes(1));

        assertThatThrownBy(() -> roles("777788889999"))
                .isExactlyInstanceOf(UnauthorizedException.class)
                .satisfies(refused ->
                        assertThat(((SsoException) refused).statusCode()).isEqualTo(401));
    }

    @Test
    void loggingOutEndsTheSessionWithAllItsTokens() {
        portal.logout(request -> request.accessToken(token));

        assertThatThrownBy(() -> roles("777788889999")).isExactlyInstanceOf(UnauthorizedException.class);
        assertThatThrownBy(person::refreshed).isExactlyInstanceOf(InvalidGrantException.class);
    }

    private List<String> roles(String account) {
        return portal.listAccountRoles(request -> request.accessToken(token).accountId(account)).roleList().stream()
                .map(RoleInfo::roleName)
                .toList();
    }
}
