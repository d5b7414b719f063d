package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.aws.AwsConnections;
import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.identitycenter.ConfigProposal;
import io.tapdeck.aws.identitycenter.IdentityCenter;
import io.tapdeck.aws.identitycenter.SignInEvent;
import io.tapdeck.aws.identitycenter.SignInMethod;
import io.tapdeck.aws.identitycenter.SsoAccount;
import io.tapdeck.aws.identitycenter.SsoProfile;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.aws.identitycenter.TokenCache;
import io.tapdeck.aws.identitycenter.TokenCache.Standing;
import io.tapdeck.aws.profile.AwsProfile;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.SessionOpener.Offer;
import io.tapdeck.sandbox.SandboxBrowser;
import io.tapdeck.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.profiles.ProfileFile;

/** The desk's way into AWS with the real engines: by HTTP with the sandbox's Identity Center, and on real files. */
class LiveOpenerTest {
    private static final String ACCOUNT = "111122223333";
    private static final SsoSession HARBOUR =
            new SsoSession("harbour", "https://harbour.awsapps.com/start", "us-east-1", List.of());
    private static final SessionChoice ROLE =
            new SessionChoice(new SessionChoice.Role(HARBOUR, ACCOUNT, "Administrator"), "us-east-1", false);

    @TempDir
    Path folder;

    private final SandboxBrowser person = new SandboxBrowser();
    private LiveEngines engines;
    private LiveOpener opener;
    private int readings;

    @BeforeEach
    void start() throws IOException {
        Path config = folder.resolve("config");
        engines = new LiveEngines(
                folder.resolve("data"), SandboxOptions.usual().withPort(0), () -> connections(config), this::allow);
        Files.writeString(config, """
                # kept
                [default]
                endpoint_url = %s
                [sso-session harbour]
                sso_start_url = https://harbour.awsapps.com/start
                sso_region = us-east-1
                [sso-session unfinished]
                sso_region = us-east-1
                """.formatted(engines.sandboxEndpoint()));
        opener = new LiveOpener(engines, config);
    }

    /** The browser of a device code only shows the page; its code is allowed where it is told. */
    private void allow(URI page) {
        if (!page.toString().contains("user_code")) {
            person.open(person.allow(page));
        }
    }

    private AwsConnections connections(Path config) {
        return new AwsConnections(
                Clock.systemUTC(),
                AwsRetryStrategy.doNotRetry(),
                () -> {
                    readings++;
                    return ProfileFile.builder()
                            .type(ProfileFile.Type.CONFIGURATION)
                            .content(config)
                            .build();
                },
                name -> Optional.empty(),
                new TokenCache(folder.resolve("cache"), Thread::sleep));
    }

    @AfterEach
    void stop() {
        engines.close();
    }

    private Offer offer() {
        return opener.offer(List.of());
    }

    private void assertSignedOut() {
        assertThat(offer().signIns()).isEmpty();
        assertThatThrownBy(() -> opener.identity(ROLE))
                .isInstanceOfSatisfying(
                        AwsException.class, e -> assertThat(e.kind()).isEqualTo(AwsException.Kind.NEEDS_SIGN_IN));
    }

    @Test
    void whoSignsInWorksWithARoleUntilTheSignOut() throws IOException, InterruptedException {
        assertThat(offer().centers()).as("the unfinished one is none").containsExactly(HARBOUR);
        assertThat(opener.center(ROLE)).contains(HARBOUR);
        assertSignedOut();

        Instant until = opener.signIn(HARBOUR).run(SignInMethod.BROWSER, event -> {});

        assertThat(offer().signIns()).containsEntry(HARBOUR, new Standing(until, true));
        assertThat(opener.accounts(HARBOUR))
                .extracting(SsoAccount::id)
                .containsExactlyInAnyOrder(ACCOUNT, "444455556666", "777788889999");
        assertThat(opener.roles(HARBOUR, ACCOUNT)).contains("Administrator");
        assertThat(opener.identity(ROLE).callerArn()).contains(ACCOUNT, "AWSReservedSSO_Administrator_");
        DeskServices opened = opener.open(ROLE);
        assertThat(opened.session().account()).isEqualTo(ACCOUNT);
        assertThat(opened.choice()).isEqualTo(ROLE);
        assertThat(opened.deployments().list()).isEmpty();

        opener.signOut(HARBOUR);
        assertSignedOut();
    }

    @Test
    void aProfileThatIsWrittenIsOfferedAndOpens() throws IOException, InterruptedException {
        opener.signIn(HARBOUR).run(SignInMethod.BROWSER, event -> {});
        ConfigProposal proposal =
                opener.propose(HARBOUR, List.of(new SsoProfile("production", ACCOUNT, "Administrator", "us-east-1")));
        assertThat(offer().profiles()).extracting(AwsProfile::name).containsExactly("default");

        opener.write(proposal);

        assertThat(offer().profiles()).extracting(AwsProfile::name).containsExactly("default", "production");
        assertThat(folder.resolve("config")).content().startsWith("# kept\n");
        Files.writeString(
                folder.resolve("config"), "endpoint_url = " + engines.sandboxEndpoint(), StandardOpenOption.APPEND);
        SessionChoice choice = new SessionChoice(new SessionChoice.Profile("production"), null, true);
        assertThat(opener.center(choice)).contains(HARBOUR);
        assertThat(opener.identity(choice))
                .satisfies(session -> assertThat(session.account()).isEqualTo(ACCOUNT))
                .satisfies(session -> assertThat(session.readOnly()).isTrue());
    }

    /** The page asks every few seconds. */
    @Test
    void oneReadingOfTheFilesIsEnoughForAnOffer() throws IOException {
        Files.writeString(folder.resolve("config"), """
                [sso-session second]
                sso_start_url = https://second.awsapps.com/start
                sso_region = us-east-1
                [profile audit]
                sso_session = second
                sso_account_id = 777788889999
                sso_role_name = ReadOnly
                [profile role]
                role_arn = arn:aws:iam::111122223333:role/Ops
                source_profile = audit
                """, StandardOpenOption.APPEND);
        offer();
        readings = 0;

        Offer offered = offer();

        assertThat(readings).isOne();
        assertThat(offered.centers()).hasSize(2);
        assertThat(offered.profiles()).hasSize(3);
    }

    @Test
    void aSessionBeginsInTheRegionOfTheUsualProfile() throws IOException {
        assertThat(offer().usualRegion()).isNull();
        Files.writeString(folder.resolve("config"), """
                [default]
                region = eu-central-1
                """, StandardOpenOption.APPEND);
        assertThat(offer().usualRegion()).isEqualTo("eu-central-1");
    }

    @Test
    void theSameSignInInOtherWordsHasTheSameTokens() {
        IdentityCenter center = engines.identityCenter();
        SsoSession spelled =
                new SsoSession("harbour", HARBOUR.startUrl(), HARBOUR.region(), List.of("sso:account:access", "more"));
        assertThat(center.tokens(spelled))
                .as("single flight is a matter of one object")
                .isSameAs(center.tokens(HARBOUR));
        SsoSession elsewhere =
                new SsoSession("harbour", "https://other.awsapps.com/start", HARBOUR.region(), List.of());
        assertThat(center.tokens(elsewhere)).isNotSameAs(center.tokens(HARBOUR));
    }

    @ParameterizedTest
    @EnumSource(SignInMethod.class)
    void nothingThatAPageGetsHoldsASecret(SignInMethod method) throws IOException, InterruptedException {
        List<Object> got = new ArrayList<>();
        opener.signIn(HARBOUR).run(method, event -> {
            got.add(event);
            if (event instanceof SignInEvent.CodeToShow code) {
                person.allowDevice(code.complete());
            }
        });
        List<String> secrets = CachedSecrets.in(folder.resolve("cache"));
        got.add(offer());
        got.add(opener.accounts(HARBOUR));
        got.add(opener.identity(ROLE));
        got.add(opener.open(ROLE));
        got.add(opener.propose(HARBOUR, List.of(new SsoProfile("production", ACCOUNT, "Administrator", "us-east-1"))));
        secrets.addAll(CachedSecrets.in(folder.resolve("cache")));
        got.add(opener.signOut(HARBOUR));

        assertThat(secrets).hasSizeGreaterThan(3);
        assertThat(got.toString()).contains("harbour", ACCOUNT).doesNotContain(secrets);
    }
}
