package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.SandboxBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the sign-in to a deployment and out again, with credentials that Identity Center gives for a role. */
class SignedInJourneyTest extends CommandTest {
    private final SandboxBrowser person = new SandboxBrowser();

    @BeforeEach
    void somebodyIsAtTheBrowser() {
        engines.browser = page -> person.open(person.allow(page));
    }

    private int tapdeck(String line) {
        return run(line.split(" ", -1));
    }

    @Test
    void anEnvironmentIsDeployedInTheAccountOfTheRole() {
        assertThat(tapdeck("list --profile production")).isEqualTo(ExitCode.NEEDS_SIGN_IN);
        assertThat(err()).contains("The session harbour is signed out.", "tapdeck login --sso-session harbour");
        assertThat(tapdeck("login --sso-session harbour")).as(err()).isZero();

        assertThat(tapdeck("deploy --suffix dev --yes --profile production"))
                .as(err())
                .isZero();

        assertThat(tapdeck("list --profile production --json")).as(err()).isZero();
        assertThat(out()).contains("111122223333");
        assertThat(tapdeck("list --sandbox --json")).isZero();
        assertThat(out()).as("another account").doesNotContain("dev");
    }

    @Test
    void aRoleThatOnlyReadsIsRefusedInAwsWords() {
        tapdeck("login --sso-session harbour");

        assertThat(tapdeck("list --profile audit")).as(err()).isZero();
        assertThat(tapdeck("deploy --suffix dev --yes --profile audit")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("not authorized to perform", "assumed-role/AWSReservedSSO_ReadOnly_");
    }

    @Test
    void signingOutEndsIt() {
        tapdeck("login --sso-session harbour");
        assertThat(tapdeck("list --profile production")).isZero();
        tapdeck("logout --sso-session harbour");

        assertThat(tapdeck("list --profile production")).isEqualTo(ExitCode.NEEDS_SIGN_IN);
    }
}
