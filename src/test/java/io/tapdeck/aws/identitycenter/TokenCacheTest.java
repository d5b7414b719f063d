package io.tapdeck.aws.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.identitycenter.TokenCache.Standing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cache that the AWS CLI shares: its names, its fields, and whatever other programs leave in it. */
class TokenCacheTest {
    private static final SsoSession ADMIN =
            new SsoSession("admin", "https://acme.awsapps.com/start", "eu-west-1", List.of());
    private static final String NAME = "d033e22ae348aeb5660fc2140aec35850c4da997.json";
    private static final Instant UNTIL = Instant.parse("2026-11-22T18:00:00Z");
    private static final CachedToken TOKEN = new CachedToken(
            new AccessToken("PLANTED-access", UNTIL),
            "PLANTED-refresh",
            "client",
            "PLANTED-secret",
            Instant.parse("2027-02-20T00:00:00Z"));
    private static final String WHOLE = """
            {"startUrl": "https://acme.awsapps.com/start", "region": "eu-west-1", "accessToken": "PLANTED-access",
             "expiresAt": "2026-11-22T18:00:00Z", "answer": 42}""";

    @TempDir
    Path home;

    private int pauses;

    private Path folder() {
        return home.resolve(".aws").resolve("sso").resolve("cache");
    }

    private Path file() {
        return folder().resolve(NAME);
    }

    private TokenCache cache() {
        return new TokenCache(folder(), duration -> pauses++);
    }

    private void lies(byte[] bytes) throws IOException {
        Files.createDirectories(folder());
        Files.write(file(), bytes);
    }

    private void lies(String text) throws IOException {
        lies(text.getBytes(StandardCharsets.UTF_8));
    }

    private JsonNode json() throws IOException {
        return JsonMapper.builder().build().readTree(file().toFile());
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void theFilesAreNamedAsTheAwsCliNamesThem() {
        assertThat(CacheKeys.sha1("admin")).isEqualTo("d033e22ae348aeb5660fc2140aec35850c4da997");
        assertThat(CacheKeys.token(ADMIN)).isEqualTo("d033e22ae348aeb5660fc2140aec35850c4da997");
        assertThat(CacheKeys.token(new SsoSession(null, "admin", "eu-west-1", List.of())))
                .as("legacy: by start URL")
                .isEqualTo("d033e22ae348aeb5660fc2140aec35850c4da997");
        assertThat(CacheKeys.registrationJson(
                        "botocore", new SsoSession("ad\"mün", ADMIN.startUrl(), "eu-west-1", List.of("a", "b"))))
                .as("as Python's json.dumps(sort_keys=True) writes it")
                .isEqualTo(
                        "{\"region\": \"eu-west-1\", \"scopes\": [\"a\", \"b\"], \"session_name\": \"ad\\\"m\\u00fcn\","
                                + " \"startUrl\": \"https://acme.awsapps.com/start\", \"tool\": \"botocore\"}");
    }

    @Test
    void theFolderIsBelowTheHomeFolder() {
        assertThat(TokenCache.usualFolder(Map.of("HOME", "/home/ops", "USERPROFILE", "/x"), "/y"))
                .isEqualTo(Path.of("/home/ops/.aws/sso/cache"));
        assertThat(TokenCache.usualFolder(Map.of("USERPROFILE", "/users/ops"), "/y"))
                .isEqualTo(Path.of("/users/ops/.aws/sso/cache"));
        assertThat(TokenCache.usualFolder(Map.of(), "/y")).isEqualTo(Path.of("/y/.aws/sso/cache"));
    }

    @Test
    void aTokenIsWrittenForItsOwnerAlone() throws IOException {
        cache().save(ADMIN, TOKEN);

        assertThat(mode(file())).isEqualTo("rw-------");
        assertThat(mode(folder())).isEqualTo("rwx------");
        assertThat(json()).isEqualTo(JsonMapper.builder().build().readTree("""
                {"startUrl": "https://acme.awsapps.com/start", "region": "eu-west-1", "accessToken": "PLANTED-access",
                 "expiresAt": "2026-11-22T18:00:00Z", "clientId": "client", "clientSecret": "PLANTED-secret",
                 "registrationExpiresAt": "2027-02-20T00:00:00Z", "refreshToken": "PLANTED-refresh"}"""));
        assertThat(cache().token(ADMIN)).contains(TOKEN);
        assertNothingElseLies();
    }

    private void assertNothingElseLies() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files).as("no temporary file is left").containsExactly(file());
        }
    }

    @Test
    void keysOfOthersAreKeptAndOursAreReplacedAsAWhole() throws IOException {
        lies(WHOLE);
        cache().save(ADMIN, new CachedToken(TOKEN.access(), null, null, null, null));

        assertThat(json().path("answer").asInt()).isEqualTo(42);
        cache().save(ADMIN, TOKEN);
        cache().save(ADMIN, new CachedToken(TOKEN.access(), null, null, null, null));
        assertThat(json().has("refreshToken")).as("of the token before").isFalse();
    }

    @Test
    void permissionsAreTightenedAgainAfterAnotherProgramWrote() throws IOException {
        lies(WHOLE);
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(cache().standing(ADMIN, UNTIL)).map(Standing::until).contains(UNTIL);
        assertThat(mode(file())).isEqualTo("rw-------");
    }

    @Test
    void aSignInThatCanBeRenewedHoldsBeyondItsToken() {
        Instant registered = UNTIL.plus(Duration.ofDays(90));
        cache().save(ADMIN, new CachedToken(TOKEN.access(), "refresh", "id", "secret", registered));
        assertThat(cache().standing(ADMIN, UNTIL)).hasValueSatisfying(standing -> {
            assertThat(standing.renewed()).isTrue();
            assertThat(standing.holds(UNTIL)).isTrue();
        });
        assertThat(cache().standing(ADMIN, registered))
                .as("its registration is over")
                .hasValueSatisfying(
                        standing -> assertThat(standing.holds(registered)).isFalse());
        cache().save(ADMIN, new CachedToken(TOKEN.access(), null, null, null, null));
        assertThat(cache().standing(ADMIN, UNTIL.minusSeconds(1)))
                .hasValueSatisfying(standing ->
                        assertThat(standing.holds(UNTIL.minusSeconds(1))).isTrue());
        assertThat(cache().standing(ADMIN, UNTIL))
                .hasValueSatisfying(
                        standing -> assertThat(standing.holds(UNTIL)).isFalse());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T18:00:00Z", "2026-11-22T18:00:00UTC", "2026-11-22T19:00:00+01:00"})
    void theEndOfATokenIsReadAsOthersWriteIt(String written) throws IOException {
        lies(WHOLE.replace("2026-11-22T18:00:00Z", written));

        assertThat(cache().token(ADMIN).orElseThrow().access().expiresAt()).isEqualTo(UNTIL);
    }

    @Test
    void aFileThatIsHalfWrittenIsReadOnceMore() throws IOException {
        lies(WHOLE.substring(0, 100));
        TokenCache cache = new TokenCache(folder(), duration -> {
            try {
                pauses++;
                lies(WHOLE);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(cache.token(ADMIN)).isPresent();
        assertThat(pauses).isEqualTo(1);
    }

    @Test
    void aFileThatEndsAnywhereIsNoTokenAndIsLeftAsItIs() throws IOException {
        byte[] whole = WHOLE.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            lies(part);
            assertThat(cache().token(ADMIN)).as("%d bytes", length).isEmpty();
            assertThat(file()).hasBinaryContent(part);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "null",
                "7",
                "\"text\"",
                "{}",
                "{\"accessToken\": 7, \"expiresAt\": \"2026-11-22T18:00:00Z\"}",
                "{\"accessToken\": \"\", \"expiresAt\": \"2026-11-22T18:00:00Z\"}",
                "{\"accessToken\": {\"a\": 1}, \"expiresAt\": \"2026-11-22T18:00:00Z\"}",
                "{\"accessToken\": \"PLANTED\"}",
                "{\"accessToken\": \"PLANTED\", \"expiresAt\": 1795370400}",
                "{\"accessToken\": \"PLANTED\", \"expiresAt\": \"tomorrow\"}",
                "{\"accessToken\": \"PLANTED\", \"expiresAt\": \"2026-11-22T18:00:00Z\"} {}",
                "\u0000\u0001\u0002\ufffd"
            })
    void whatIsNoTokenMeansSignedOut(String text) throws IOException {
        lies(text);

        assertThat(cache().token(ADMIN)).isEmpty();
    }

    @Test
    void aHugeFileIsNotRead() throws IOException {
        lies(WHOLE + " ".repeat(1 << 20));

        assertThat(cache().token(ADMIN)).isEmpty();
    }

    @Test
    void deepNestingIsNoToken() throws IOException {
        lies("{\"a\":".repeat(50_000));

        assertThat(cache().token(ADMIN)).isEmpty();
    }

    @Test
    void aLinkIsNeitherFollowedNorTightenedNorWrittenThrough() throws IOException {
        Path foreign = Files.writeString(home.resolve("foreign.json"), WHOLE);
        Files.setPosixFilePermissions(foreign, PosixFilePermissions.fromString("rw-r--r--"));
        Files.createDirectories(folder());
        Files.createSymbolicLink(file(), foreign);

        assertThat(cache().token(ADMIN)).isEmpty();
        cache().save(ADMIN, TOKEN);

        assertThat(foreign).hasContent(WHOLE);
        assertThat(mode(foreign)).isEqualTo("rw-r--r--");
        assertThat(Files.isSymbolicLink(file())).isFalse();
        assertThat(cache().token(ADMIN)).contains(TOKEN);

        Files.delete(file());
        Files.createSymbolicLink(file(), foreign);
        cache().delete(ADMIN);
        assertThat(foreign).hasContent(WHOLE);
    }

    @Test
    void aFolderInPlaceOfTheFileIsSaidAndLeftAlone() throws IOException {
        Path inside = Files.createDirectories(file()).resolve("kept");
        Files.writeString(inside, "kept");

        assertThat(cache().token(ADMIN)).isEmpty();
        assertThat(cache().delete(ADMIN)).isFalse();
        assertThatThrownBy(() -> cache().save(ADMIN, TOKEN))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining(NAME)
                .hasMessageNotContaining("PLANTED");
        assertThat(inside).hasContent("kept");
        assertNothingElseLies();
    }

    @Test
    void aCacheThatCannotBeWrittenIsSaid() throws IOException {
        Files.createDirectories(folder().getParent());
        Files.writeString(folder(), "a file in place of the folder");

        assertThat(cache().token(ADMIN)).isEmpty();
        assertThatThrownBy(() -> cache().save(ADMIN, TOKEN))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining("cannot be written");
        assertThat(folder()).hasContent("a file in place of the folder");
    }

    @Test
    void noTextOfATokenShowsIt() {
        assertThat(List.of(
                        TOKEN.toString(),
                        TOKEN.access().toString(),
                        new Registration("c", "PLANTED", UNTIL).toString()))
                .noneMatch(text -> text.contains("PLANTED"));
    }
}
