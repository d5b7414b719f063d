package io.tapdeck.aws.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.aws.AwsException;
import io.tapdeck.sandbox.VirtualClock;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sso.model.UnauthorizedException;

/** What a token opens, and how it is given back. */
class SignOutTest {
    private static final SsoSession ADMIN =
            new SsoSession("admin", "https://acme.awsapps.com/start", "eu-west-1", List.of());
    private static final SsoSession OTHER =
            new SsoSession("other", "https://acme.awsapps.com/start", "eu-west-1", List.of());

    @TempDir
    Path folder;

    private final FakePortal portal = new FakePortal();
    private final VirtualClock clock = new VirtualClock();

    private TokenCache cache() {
        return new TokenCache(folder, duration -> {});
    }

    private void signedIn(SsoSession session) {
        cache().save(
                        session,
                        new CachedToken(
                                new AccessToken(
                                        "PLANTED-" + session.name(),
                                        clock.instant().plus(Duration.ofHours(8))),
                                null,
                                null,
                                null,
                                null));
    }

    private SignedOut signOut() {
        return new SignOut(cache(), portal).run(ADMIN);
    }

    private AccountsAndRoles accountsAndRoles() {
        return new AccountsAndRoles(portal, new TokenSource(ADMIN, cache(), new FakeOidc(), clock));
    }

    @Test
    void identityCenterIsToldAndTheTokenOfThatSessionIsDeleted() {
        signedIn(ADMIN);
        signedIn(OTHER);

        assertThat(signOut()).isEqualTo(new SignedOut(true, null));

        assertThat(portal.tokens).containsExactly("PLANTED-admin");
        assertThat(cache().token(ADMIN)).isEmpty();
        assertThat(cache().token(OTHER)).isPresent();
    }

    @Test
    void whoIsNotSignedInNeedsNoCall() {
        assertThat(signOut()).isEqualTo(new SignedOut(false, null));
        assertThat(portal.tokens).isEmpty();
    }

    @Test
    void aTokenThatIdentityCenterForgotIsDeletedHereToo() {
        signedIn(ADMIN);
        portal.logout = () -> {
            throw UnauthorizedException.builder().statusCode(401).build();
        };

        assertThat(signOut()).isEqualTo(new SignedOut(true, null));
        assertThat(cache().token(ADMIN)).isEmpty();
    }

    @Test
    void withoutANetworkTheTokenIsDeletedAndThatIsSaid() {
        signedIn(ADMIN);
        portal.logout = () -> {
            throw SdkClientException.create("PLANTED", new ConnectException("Connection refused"));
        };

        assertThat(signOut()).isEqualTo(new SignedOut(true, "No answer from the access portal."));
        assertThat(cache().token(ADMIN)).isEmpty();
    }

    @Test
    void accountsAndRolesAreReadToTheLastPageAndSorted() {
        signedIn(ADMIN);

        assertThat(accountsAndRoles().accounts())
                .containsExactly(
                        new SsoAccount("111111111111", "Alpha", "alpha@example.com"),
                        new SsoAccount("222222222222", "beta", null),
                        new SsoAccount("333333333333", null, null));
        assertThat(accountsAndRoles().roles("111111111111")).containsExactly("Administrator", "Watcher");
        assertThat(portal.tokens).hasSize(5).containsOnly("PLANTED-admin");
    }

    @Test
    void whatThePortalRepeatsOfATokenIsNotShown() {
        var unauthorized = UnauthorizedException.builder()
                .statusCode(401)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("UnauthorizedException")
                        .errorMessage("Session token PLANTED-admin not found or invalid")
                        .build())
                .build();

        AwsException words = SsoFailures.explain(unauthorized, "the access portal");

        assertThat(words.kind()).isEqualTo(AwsException.Kind.NEEDS_SIGN_IN);
        assertThat(words)
                .hasMessage("The access portal no longer takes the session.")
                .hasNoCause();
    }

    @Test
    void whoIsSignedOutIsToldToSignIn() {
        assertThatThrownBy(() -> accountsAndRoles().accounts())
                .isInstanceOf(AwsException.class)
                .hasMessage("The session admin is signed out.");
    }
}
