package io.tapdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import io.tapdeck.aws.identitycenter.TokenCache;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.profiles.ProfileFile;

/** Roles are assumed where the connection's calls go, over the same network: whatever their source is. */
class RolesTest {
    private static final String IDENTITY = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>\
            <Arn>arn:aws:sts::123456789012:assumed-role/Ops/tapdeck</Arn><UserId>U</UserId>\
            <Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>""";
    private static final String FILES = """
            [profile keys]
            aws_access_key_id = AKIDSOURCE
            aws_secret_access_key = example
            [profile role]
            role_arn = arn:aws:iam::123456789012:role/Ops
            source_profile = keys
            external_id = acme
            duration_seconds = 900
            [profile chain]
            role_arn = arn:aws:iam::123456789012:role/Ops
            source_profile = role
            [profile self]
            role_arn = arn:aws:iam::123456789012:role/Ops
            source_profile = self
            aws_access_key_id = AKIDSELF
            aws_secret_access_key = example
            [profile token]
            role_arn = arn:aws:iam::123456789012:role/Ops
            web_identity_token_file = TOKEN
            [profile odd]
            role_arn = arn:aws:iam::123456789012:role/Ops
            credential_source = Elsewhere
            """;

    @TempDir
    Path folder;

    /** Each call: its action, and the access key that it was signed with. */
    private final ConcurrentLinkedQueue<String> calls = new ConcurrentLinkedQueue<>();

    private final ConcurrentLinkedQueue<Map<String, String>> forms = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(server);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpServer made) {
        made.createContext("/", this::answer);
        made.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, String> form = Arrays.stream(body.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        String action = form.getOrDefault("Action", "");
        String signed = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .map(header -> header.replaceFirst(".*Credential=([^/]+)/.*", "$1"))
                .orElse("nobody");
        calls.add(action + " by " + signed);
        forms.add(form);
        byte[] bytes =
                (action.equals("GetCallerIdentity") ? IDENTITY : credentials(action)).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/xml");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String credentials(String action) {
        return """
            <%1$sResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><%1$sResult><Credentials>\
            <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>\
            <Expiration>2100-01-01T00:00:00Z</Expiration></Credentials></%1$sResult></%1$sResponse>""".formatted(action);
    }

    private void open(String profile, URI endpoint, Map<String, String> variables) {
        ProfileFile files = ProfileFile.builder()
                .content(FILES.replace("TOKEN", folder.resolve("token").toString()))
                .type(ProfileFile.Type.CONFIGURATION)
                .build();
        new AwsConnections(
                        Instant::now,
                        AwsRetryStrategy.doNotRetry(),
                        () -> files,
                        name -> Optional.ofNullable(variables.get(name)),
                        new TokenCache(folder.resolve("cache"), Thread::sleep))
                .open(new Target.Account(profile, "eu-west-1", endpoint, false))
                .close();
    }

    private void open(String profile) {
        open(profile, URI.create("http://127.0.0.1:" + server.getAddress().getPort()), Map.of());
    }

    @ParameterizedTest
    @CsvSource({"role, AKIDSOURCE", "self, AKIDSELF"})
    void aRoleOfAccessKeysIsAssumedAtTheEndpoint(String profile, String source) {
        open(profile);

        assertThat(calls).containsExactly("AssumeRole by " + source, "GetCallerIdentity by ASIAROLE");
    }

    @Test
    void aRoleOfARoleIsToo() {
        open("chain");

        assertThat(calls)
                .containsExactly("AssumeRole by AKIDSOURCE", "AssumeRole by ASIAROLE", "GetCallerIdentity by ASIAROLE");
    }

    @Test
    void whatTheProfileSaysOfTheRoleIsAsked() {
        open("role");

        assertThat(forms.peek())
                .containsEntry("RoleArn", "arn:aws:iam::123456789012:role/Ops")
                .containsEntry("ExternalId", "acme")
                .containsEntry("DurationSeconds", "900")
                .containsEntry("RoleSessionName", "tapdeck");
    }

    @Test
    void aWebIdentityIsHandedToTheEndpoint() throws IOException {
        Files.writeString(folder.resolve("token"), "a-token");

        open("token");

        assertThat(calls).containsExactly("AssumeRoleWithWebIdentity by nobody", "GetCallerIdentity by ASIAROLE");
        assertThat(forms.peek()).containsEntry("WebIdentityToken", "a-token");
    }

    @Test
    void rolesAreAssumedUnderTheCompanysAuthority() throws Exception {
        Path bundle = folder.resolve("ca.pem");
        HttpsServer secure = OwnAuthority.server(bundle, folder);
        answer(secure);
        URI endpoint = URI.create("https://localhost:" + secure.getAddress().getPort());

        try {
            open("role", endpoint, Map.of("AWS_CA_BUNDLE", bundle.toString()));
        } finally {
            secure.stop(0);
        }

        assertThat(calls).containsExactly("AssumeRole by AKIDSOURCE", "GetCallerIdentity by ASIAROLE");
    }

    @Test
    void aSourceThatIsNoneIsNamed() {
        assertThatThrownBy(() -> open("odd"))
                .isInstanceOf(AwsException.class)
                .hasMessageContaining("credential_source of profile “odd” is “Elsewhere”");
    }
}
