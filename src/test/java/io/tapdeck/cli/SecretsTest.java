package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.identitycenter.IdentityCenter;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.sandbox.SandboxBrowser;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.faults.FaultScript;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * No token, secret or authorization code is said, kept beside the cache, told by an exception, or given to another program as
 * an argument.
 */
class SecretsTest extends CommandTest {
    private final SandboxBrowser person = new SandboxBrowser();
    private final StringBuilder said = new StringBuilder();
    /** What other users of this computer can read of the processes. */
    private final Set<String> titles = new TreeSet<>();

    private final List<String> secrets = new ArrayList<>();

    @BeforeEach
    void somebodyIsAtTheBrowser() {
        engines.browser = this::allow;
        engines.betweenPolls = this::lookAtProcesses;
    }

    private void allow(URI page) throws IOException {
        // The one argument of what opens it.
        titles.add(page.toString());
        lookAtProcesses();
        URI answer = person.allow(page);
        secrets.add(answer.getQuery().replaceAll(".*code=([^&]+).*", "$1"));
        person.open(answer);
    }

    private void lookAtProcesses() {
        ProcessHandle.current().descendants().map(SecretsTest::commandLine).forEach(titles::add);
    }

    /** Linux has all of it, where Java reads some kilobytes only. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(
                            Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1)
                    .replace('\0', ' ');
        } catch (IOException e) {
            // Another system, or the process has ended.
            return process.info().commandLine().orElse("");
        }
    }

    private int tapdeck(String line) {
        int end = run(line.split(" ", -1));
        said.append(out()).append(err());
        remember();
        return end;
    }

    private void remember() {
        try {
            secrets.addAll(CachedSecrets.in(folder.resolve("sso-cache")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    @Test
    void aWholeJourneyGivesNoneAway() throws IOException {
        tapdeck("login --sso-session harbour");
        tapdeck("deploy --suffix dev --yes --profile production");
        tapdeck("watch --suffix dev --until stable --profile production");
        tapdeck("drift --suffix dev --profile production");
        tapdeck("journal");
        tapdeck("destroy --suffix dev --yes --profile production");
        tapdeck("logout --sso-session harbour");

        assertThat(secrets).hasSizeGreaterThan(3);
        assertThat(said).contains("is up.").doesNotContain(secrets);
        assertThat(kept()).contains("tapdeck-aurora-mysql-dev").doesNotContain(secrets);
        String processes = String.join("\n", titles);
        assertThat(processes).as("the worker and CDK's Node.js").contains("io.tapdeck.synth.", "jsii-runtime.js");
        assertThat(processes).as("the browser").contains("/authorize?").doesNotContain(secrets);
    }

    /** What went wrong is told with its whole chain of causes, as a log would have it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "OIDC.CreateToken#2+=error",
                "OIDC.CreateToken#2+=drop-after",
                "OIDC.CreateToken#2+=refuse:InvalidGrantException",
                "OIDC.CreateToken#2+=refuse:SomethingNew",
                "SSO.*#2+=error",
                "SSO.*#2+=drop-before",
                "SSO.*#2+=refuse:UnauthorizedException",
                "SSO.*#2+=refuse:SomethingNew"
            })
    void noExceptionTellsOne(String fault) {
        engines.close();
        engines = new SandboxEngines(
                folder,
                worker,
                SandboxOptions.usual().withFaults(FaultScript.parse(fault, "lifetime:token=1200s")),
                Blueprints.builtIn(),
                new VirtualClock());
        somebodyIsAtTheBrowser();
        assertThat(tapdeck("login --sso-session harbour")).as(err()).isZero();
        IdentityCenter center = engines.identityCenter();
        SsoSession harbour = center.sessions().named("harbour");
        AwsSessionCredentials role = (AwsSessionCredentials)
                center.role(harbour, "111122223333", "Administrator").resolveCredentials();
        secrets.addAll(List.of(role.secretAccessKey(), role.sessionToken()));
        engines.clock.advance(Duration.ofMinutes(25));
        StringWriter told = new StringWriter();

        for (Runnable call : List.<Runnable>of(
                () -> center.accountsAndRoles(harbour).accounts(),
                () -> center.role(harbour, "111122223333", "Administrator").resolveCredentials(),
                () -> center.signOut(harbour))) {
            try {
                call.run();
            } catch (RuntimeException e) {
                e.printStackTrace(new PrintWriter(told, true));
            }
            remember();
        }

        assertThat(told.toString()).contains("Exception").doesNotContain(secrets);
    }
}
