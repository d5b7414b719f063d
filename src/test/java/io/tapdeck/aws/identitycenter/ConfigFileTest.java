package io.tapdeck.aws.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.identitycenter.ConfigProposal.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.profiles.ProfileFile;

/** Writing into a file that people wrote: what is asked for, and not a byte more. */
class ConfigFileTest {
    private static final SsoSession SESSION =
            new SsoSession("acme", "https://acme.awsapps.com/start/#", "eu-west-1", List.of());
    private static final SsoProfile PROFILE =
            new SsoProfile("acme-prod", "482109375512", "Administrator", "eu-central-1");
    private static final String SECTIONS = """
            [sso-session acme]
            sso_start_url = https://acme.awsapps.com/start/#
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access

            [profile acme-prod]
            sso_session = acme
            sso_account_id = 482109375512
            sso_role_name = Administrator
            region = eu-central-1
            """;
    /** With what people leave in such a file: comments, odd spaces, nested values, a section of another tool, no end. */
    private static final String PEOPLES = """
            # Ours, since 2019 – Jürgen
            [default]
            region=us-east-1   ; the old one
            s3 =
              max_concurrent_requests = 20

            [plugins]
            cli_legacy_plugin_path = /opt
            note = see [sso-session acme]
            sso_region = none of ours

            ; the portal
            [sso-session  acme]
            sso_start_url    =   https://old.awsapps.com/start   # moves in May
            sso_region = eu-west-1
            colour = green

            # production
            [profile acme-dev]
            aws_access_key_id = AKIAPLANTED
            aws_secret_access_key = PLANTED""";

    @TempDir
    Path folder;

    private Path config;

    @BeforeEach
    void name() {
        config = folder.resolve("aws").resolve("config");
    }

    private ConfigProposal propose() {
        return new ConfigFile(config).propose(SESSION, List.of(PROFILE));
    }

    private ConfigProposal write() {
        ConfigProposal proposal = propose();
        new ConfigFile(config).apply(proposal);
        return proposal;
    }

    private void lies(String text) throws IOException {
        Files.createDirectories(config.getParent());
        Files.writeString(config, text);
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).asInstanceOf(type(AwsException.class)).satisfies(e -> {
            assertThat(e).hasMessageContaining(words).hasMessageNotContaining("PLANTED");
            assertThat(e.remedy()).isNotBlank();
        });
    }

    @Test
    void aFileThatIsAbsentIsMadeForItsOwnerAlone() throws IOException {
        ConfigProposal proposal = write();

        assertThat(config).hasContent(SECTIONS);
        assertThat(mode(config)).isEqualTo("rw-------");
        assertThat(mode(folder.resolve("aws"))).isEqualTo("rwx------");
        assertThat(proposal.replaces()).isFalse();
        assertThat(proposal.changes())
                .hasSize(7)
                .contains(new Change("profile acme-prod", "sso_account_id", null, "482109375512"));
    }

    @Test
    void theSessionsOfAFileAreNamedInItsOrder() throws IOException {
        assertThat(new ConfigFile(config).sessions()).isEmpty();
        lies("""
                [sso-session zulu]
                sso_region = us-east-1
                [profile sso-session]
                # [sso-session commented]
                [ sso-session  "alpha" ]
                [sso-session zulu]
                """);
        assertThat(new ConfigFile(config).sessions()).containsExactly("zulu", "alpha");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role_arn = arn:aws:iam::111122223333:role/Ops",
                "aws_access_key_id = AKIAPLANTED",
                "credential_process = /bin/keys",
                "web_identity_token_file = /token",
                "sso_start_url = https://other.awsapps.com/start",
                "login_session = somebody"
            })
    void aProfileWithOtherCredentialsIsNotMadeAnotherIdentity(String line) throws IOException {
        lies("[profile %s]\n%s\n".formatted(PROFILE.name(), line));
        assertRefused(this::propose, "is there already, with other credentials");
    }

    @Test
    void proposingWritesNothing() {
        propose();

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatPeopleWroteStaysByteForByte() throws IOException {
        lies(PEOPLES);
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-r-----"));

        ConfigProposal proposal = write();

        assertThat(proposal.replaces()).isTrue();
        assertThat(proposal.changes())
                .startsWith(
                        new Change(
                                "sso-session acme",
                                "sso_start_url",
                                "https://old.awsapps.com/start",
                                "https://acme.awsapps.com/start/#"),
                        new Change("sso-session acme", "sso_registration_scopes", null, "sso:account:access"))
                .hasSize(6);
        assertThat(Files.readString(config))
                .isEqualTo(PEOPLES.replace("https://old.awsapps.com/start", "https://acme.awsapps.com/start/#")
                                .replace(
                                        "colour = green\n",
                                        "colour = green\nsso_registration_scopes = sso:account:access\n")
                        + "\n\n"
                        + SECTIONS.substring(SECTIONS.indexOf("[profile")));
        assertThat(mode(config)).isEqualTo("rw-r-----");
        assertThat(proposal.toString()).doesNotContain("PLANTED");
    }

    @Test
    void whatStandsThereAlreadyIsNotWrittenAgain() throws IOException {
        write();
        Object before = Files.getAttribute(config, "unix:ino");

        ConfigProposal again = write();

        assertThat(again.changes()).isEmpty();
        assertThat(Files.getAttribute(config, "unix:ino")).isEqualTo(before);
    }

    @Test
    void linesEndAsTheyDoInTheFile() throws IOException {
        lies("[default]\r\nregion = us-east-1\r\n");
        write();

        assertThat(Files.readString(config))
                .isEqualTo("[default]\r\nregion = us-east-1\r\n\r\n" + SECTIONS.replace("\n", "\r\n"));
    }

    @Test
    void theDefaultProfileHasNoWordBeforeItsName() {
        assertThat(new ConfigFile(config)
                        .propose(SESSION, List.of(new SsoProfile("default", "482109375512", "Ops", "eu-west-1")))
                        .after())
                .contains("\n[default]\nsso_session = acme\n");
    }

    @Test
    void aLinkedConfigStaysALink() throws IOException {
        Path real = Files.writeString(folder.resolve("dotfiles-config"), PEOPLES);
        Files.createDirectories(config.getParent());
        Files.createSymbolicLink(config, real);

        write();

        assertThat(Files.isSymbolicLink(config)).isTrue();
        assertThat(Files.readString(real)).contains("[profile acme-prod]");
    }

    @Test
    void aFileThatChangedMeanwhileIsNotWritten() throws IOException {
        lies(PEOPLES);
        ConfigProposal proposal = propose();
        lies(PEOPLES + "\n# more");

        assertRefused(() -> new ConfigFile(config).apply(proposal), "has changed meanwhile");
        assertThat(Files.readString(config)).isEqualTo(PEOPLES + "\n# more");

        Files.delete(config);
        assertRefused(() -> new ConfigFile(config).apply(proposal), "has changed meanwhile");
        assertThat(config).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a]b", "a\nb", "a\r[default]", "a b", "a#b", "a\"b", "ä", "a\u0000b"})
    void aNameThatCannotStandInBracketsIsRefused(String name) {
        assertRefused(
                () -> new ConfigFile(config)
                        .propose(new SsoSession(name, SESSION.startUrl(), "eu-west-1", List.of()), List.of()),
                "cannot be the session");
        assertRefused(
                () -> new ConfigFile(config)
                        .propose(SESSION, List.of(new SsoProfile(name, "482109375512", "Ops", "eu-west-1"))),
                "cannot be the profile");
    }

    @Test
    void valuesThatWouldBeOtherLinesAreRefused() {
        ConfigFile file = new ConfigFile(config);
        assertRefused(
                () -> file.propose(new SsoSession("a", "https://a\nx = y", "eu-west-1", List.of()), List.of()),
                "start URL");
        assertRefused(() -> file.propose(new SsoSession("a", "https://a", "eu\n", List.of()), List.of()), "region");
        assertRefused(
                () -> file.propose(new SsoSession("a", "https://a", "eu-west-1", List.of("s\nx=y")), List.of()),
                "scope");
        assertRefused(
                () -> file.propose(SESSION, List.of(new SsoProfile("p", "48210937551", "Ops", "eu-west-1"))),
                "account");
        assertRefused(
                () -> file.propose(SESSION, List.of(new SsoProfile("p", "482109375512", "O ps", "eu-west-1"))), "role");
    }

    @Test
    void aFileThatEndsAnywhereKeepsWhatItHas() throws IOException {
        byte[] whole = PEOPLES.getBytes(StandardCharsets.UTF_8);
        int written = 0;
        for (int length = 1; length <= whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            Files.createDirectories(config.getParent());
            Files.write(config, part);
            try {
                write();
                written++;
                List<String> left = Files.readString(config, StandardCharsets.ISO_8859_1)
                        .lines()
                        .toList();
                List<String> kept = new String(part, StandardCharsets.ISO_8859_1)
                        .lines()
                        .filter(line -> !line.startsWith("sso_"))
                        .toList();
                assertThat(left).as("%d bytes", length).containsSubsequence(kept);
                ProfileFile read = ProfileFile.builder()
                        .content(config)
                        .type(ProfileFile.Type.CONFIGURATION)
                        .build();
                assertThat(read.profile("acme-prod")).isPresent();
                assertThat(new SsoSessions(() -> read).named("acme")).isEqualTo(SESSION);
            } catch (AwsException e) {
                assertThat(config).hasBinaryContent(part);
            }
        }
        assertThat(written).as("most ends are fine").isGreaterThan(whole.length / 2);
    }

    @Test
    void bytesThatMeanNothingAreLeftAlone() throws IOException {
        Random random = new Random(7);
        Files.createDirectories(config.getParent());
        for (int round = 0; round < 300; round++) {
            byte[] bytes = PEOPLES.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1 + round / 30; i++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            Files.write(config, bytes);
            try {
                ConfigProposal proposal = propose();
                assertThat(proposal.before()).isEqualTo(new String(bytes, StandardCharsets.ISO_8859_1));
            } catch (AwsException e) {
                assertThat(e).hasMessageNotContaining("PLANTED");
            }
            assertThat(config).hasBinaryContent(bytes);
        }
    }

    @Test
    void whatIsNoConfigFileIsRefused() throws IOException {
        Files.createDirectories(config);
        assertRefused(this::propose, "is no file");
        Files.delete(config);

        lies("x".repeat((1 << 20) + 1));
        assertRefused(this::propose, "is no config file");
        lies("[default]\u0000");
        assertRefused(this::propose, "is no config file");
        lies("aws_secret_access_key = PLANTED\n");
        assertRefused(this::propose, "cannot be understood");
        Files.delete(config);

        Files.createSymbolicLink(config, folder.resolve("nowhere"));
        assertRefused(this::propose, "leads nowhere");
    }

    @Test
    void aFolderThatCannotBeMadeIsSaid() throws IOException {
        Files.writeString(config.getParent(), "in the way");

        assertRefused(this::write, "cannot be");
        assertThat(config.getParent()).hasContent("in the way");
    }
}
