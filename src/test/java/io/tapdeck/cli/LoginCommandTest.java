package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.identitycenter.IdentityCenter;
import io.tapdeck.aws.identitycenter.SsoAccount;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.sandbox.SandboxBrowser;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing in and out from the command line, by HTTP with the sandbox's Identity Center. */
class LoginCommandTest extends CommandTest {
    private final SandboxBrowser person = new SandboxBrowser();

    private SsoSession harbour() {
        return engines.identityCenter().sessions().named("harbour");
    }

    /** Whatever stands in the cache's files must stand in no output. */
    private void assertNoSecretIsSaid() throws IOException {
        List<String> secrets = CachedSecrets.in(folder.resolve("sso-cache"));
        assertThat(secrets).hasSizeGreaterThan(3);
        assertThat(out() + err()).doesNotContain(secrets);
    }

    @Test
    void thePersonAllowsItInTheBrowserUsesItForHoursAndSignsOut() throws IOException {
        engines.browser =
                page -> assertThat(person.open(person.allow(page)).body()).contains("You can close this tab");

        assertThat(run("login", "--sso-session", "harbour")).as(err()).isZero();

        assertThat(out()).contains("Signed in to harbour until");
        assertThat(err())
                .contains("Tapdeck is registered with harbour", "The browser opens this page: http://127.0.0.1");
        assertNoSecretIsSaid();
        IdentityCenter identityCenter = engines.identityCenter();
        assertThat(identityCenter.accountsAndRoles(harbour()).accounts())
                .extracting(SsoAccount::id)
                .containsExactlyInAnyOrder("111122223333", "444455556666", "777788889999");
        assertThat(identityCenter.accountsAndRoles(harbour()).roles("777788889999"))
                .containsExactly("ReadOnly");

        String first = identityCenter.tokens(harbour()).token().value();
        engines.clock.advance(Duration.ofMinutes(55));
        assertThat(identityCenter.tokens(harbour()).token().value())
                .as("refreshed")
                .isNotEqualTo(first);
        assertThat(identityCenter.accountsAndRoles(harbour()).accounts()).hasSize(3);

        assertThat(run("logout", "--sso-session", "harbour")).as(err()).isZero();
        assertThat(out()).contains("Signed out of harbour.", "other sessions stay signed in");
        assertThatThrownBy(() -> identityCenter.accountsAndRoles(harbour()).accounts())
                .isInstanceOfSatisfying(
                        AwsException.class, e -> assertThat(e.kind()).isEqualTo(AwsException.Kind.NEEDS_SIGN_IN));
        assertThat(run("logout", "--sso-session", "harbour")).isZero();
        assertThat(out()).contains("Nobody was signed in to harbour.");
    }

    private URI complete() {
        return out().lines()
                .filter(line -> line.contains("\"event\":\"code\""))
                .map(line -> {
                    try {
                        return URI.create(JsonMapper.builder()
                                .build()
                                .readTree(line)
                                .path("complete")
                                .asText());
                    } catch (IOException e) {
                        throw new AssertionError(line, e);
                    }
                })
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutABrowserACodeIsShownForAnotherOne() throws IOException {
        engines.meanwhile = () -> {
            engines.meanwhile = () -> {};
            person.allowDevice(complete());
        };

        assertThat(run("login", "--sso-session", "harbour", "--no-browser", "--json"))
                .as(err())
                .isZero();

        List<String> events = new ArrayList<>();
        for (String line : out().lines().toList()) {
            events.add(JsonMapper.builder().build().readTree(line).path("event").asText());
        }
        assertThat(events).containsExactly("registered", "code", "page", "waiting", "signed-in");
        assertNoSecretIsSaid();
        assertThat(engines.identityCenter().accountsAndRoles(harbour()).accounts())
                .hasSize(3);
    }

    @Test
    void aComputerWithoutABrowserFallsBackToACodeByItself() {
        engines.meanwhile = () -> {
            engines.meanwhile = () -> {};
            person.allowDevice(complete());
        };

        assertThat(run("login", "--sso-session", "harbour", "--json")).as(err()).isZero();
        assertThat(out()).contains("\"event\":\"fell-back\"", "\"opened\":false", "\"event\":\"signed-in\"");
    }

    @Test
    void whoRefusesIsNotSignedIn() {
        engines.browser = page -> person.open(person.deny(page));

        assertThat(run("login", "--sso-session", "harbour")).isEqualTo(ExitCode.NEEDS_SIGN_IN);
        assertThat(err()).contains("The sign-in was refused.");
        assertThat(engines.identityCenter().cache().standing(harbour(), engines.clock.instant()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "[profile", "=\n", "key without equals\n"})
    void aDamagedConfigIsToldInWords(String damage) {
        engines.atTheEnd = damage;
        for (String command : List.of("login", "logout")) {
            assertThat(run(command, "--sso-session", "harbour")).isEqualTo(ExitCode.WRONG_USE);
            assertThat(err()).contains("The AWS files cannot be read").contains("Mend the line");
        }
    }

    /** The usual profile's leads nowhere. */
    @Test
    void aProfilesOwnEndpointLeadsItsSignInItsCredentialsAndItsSignOut() {
        engines.atTheEnd = """
                [default]
                endpoint_url = http://127.0.0.1:1
                """;
        engines.browser = page -> person.open(person.allow(page));

        assertThat(run("login", "--sso-session", "harbour")).isEqualTo(ExitCode.FAILED);
        assertThat(run("login", "--profile", "production")).as(err()).isZero();
        assertThat(out()).contains("Signed in to harbour until");
        assertThat(run("list", "--profile", "production")).as(err()).isZero();
        assertThat(run("logout", "--profile", "production")).as(err()).isZero();
        assertThat(out()).contains("Signed out of harbour.");
    }

    @Test
    void aProfileForWhichNobodySignsInIsWrongUse() {
        engines.atTheEnd = """
                [profile program]
                credential_process = /opt/bin/keys
                [profile half]
                sso_session = harbour
                """;
        assertThat(run("login", "--profile", "program")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("Profile “program” does not sign in with IAM Identity Center.");
        assertThat(run("login", "--profile", "half")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("Profile “half” cannot be used: It lacks sso_account_id.");
        assertThat(run("login", "--profile", "nobody")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("There is no profile “nobody” in the AWS files.", "production");
        assertThat(run("login", "--profile", "production", "--sso-session", "harbour"))
                .isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void aCodeThatNobodyAllowsEnds() {
        assertThat(run("login", "--sso-session", "harbour", "--use-device-code"))
                .isEqualTo(ExitCode.NEEDS_SIGN_IN);
        assertThat(err()).contains("The code has expired", "Ask for a new code.");
    }

    @Test
    void aSessionThatTheFilesDoNotHaveIsWrongUse() {
        assertThat(run("login", "--sso-session", "nobody")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("There is no [sso-session nobody]");
        assertThat(run("login", "--sso-session", "unfinished")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("has no sso_start_url");
        assertThat(run("login")).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void withoutIdentityCenterTheReasonIsSaid() {
        engines.identityCenter();
        engines.stopSandbox();

        assertThat(run("login", "--sso-session", "harbour")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("No answer from IAM Identity Center in us-east-1.");
    }
}
