package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.SandboxBrowser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the sign-in to a deployment and out again, with credentials that Identity Center gives for a role. */
class SignedInJourneyTest extends CommandTest {
    private final SandboxBrowser person = new SandboxBrowser();
    private final StringBuilder said = new StringBuilder();

    @BeforeEach
    void somebodyIsAtTheBrowser() {
        engines.browser = page -> person.open(person.allow(page));
    }

    private int tapdeck(String line) {
        int end = run(line.split(" ", -1));
        said.append(out()).append(err());
        return end;
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

    @Test
    void nothingSecretIsSaidOrKeptBesideTheCache() throws IOException {
        tapdeck("login --sso-session harbour");
        List<String> secrets = CachedSecrets.in(folder.resolve("sso-cache"));
        tapdeck("deploy --suffix dev --yes --profile production");
        tapdeck("watch --suffix dev --until stable --profile production");
        tapdeck("drift --suffix dev --profile production");
        tapdeck("journal");
        tapdeck("destroy --suffix dev --yes --profile production");
        secrets.addAll(CachedSecrets.in(folder.resolve("sso-cache")));
        tapdeck("logout --sso-session harbour");

        assertThat(secrets).hasSizeGreaterThan(3);
        assertThat(said).contains("is up.").doesNotContain(secrets);
        assertThat(kept()).contains("tapdeck-aurora-mysql-dev").doesNotContain(secrets);
    }

    /** Every byte that Tapdeck and the sandbox have kept elsewhere. */
    private String kept() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(found -> !found.startsWith(folder.resolve("sso-cache")))
                    .toList()) {
                all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
