package io.tapdeck.aws.identitycenter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenRequest;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.InternalServerException;
import software.amazon.awssdk.services.ssooidc.model.InvalidClientException;
import software.amazon.awssdk.services.ssooidc.model.InvalidGrantException;
import software.amazon.awssdk.services.ssooidc.model.InvalidRequestException;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientRequest;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationRequest;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;
import software.amazon.awssdk.services.ssooidc.model.UnsupportedGrantTypeException;

/** Identity Center's answers, as a test writes them down. Every secret holds the word PLANTED. */
final class FakeOidc implements SsoOidcClient {
    static final String TOKEN = "PLANTED-access";
    static final String REFRESH = "PLANTED-refresh";

    private static final Map<String, Supplier<AwsServiceException.Builder>> ERRORS = Map.of(
            "AuthorizationPendingException", AuthorizationPendingException::builder,
            "SlowDownException", SlowDownException::builder,
            "ExpiredTokenException", ExpiredTokenException::builder,
            "AccessDeniedException", AccessDeniedException::builder,
            "InvalidClientException", InvalidClientException::builder,
            "InvalidGrantException", InvalidGrantException::builder,
            "InvalidRequestException", InvalidRequestException::builder,
            "InternalServerException", InternalServerException::builder,
            "UnsupportedGrantTypeException", UnsupportedGrantTypeException::builder);

    final List<RegisterClientRequest> registered = new ArrayList<>();
    final List<StartDeviceAuthorizationRequest> started = new ArrayList<>();
    final List<CreateTokenRequest> asked = new ArrayList<>();
    final Deque<Supplier<CreateTokenResponse>> answers = new ArrayDeque<>();
    Runnable onRegister = () -> {};
    StartDeviceAuthorizationResponse device = StartDeviceAuthorizationResponse.builder()
            .deviceCode("PLANTED-device")
            .userCode("WDJB-MJHT")
            .verificationUri("https://device.example.com/")
            .verificationUriComplete("https://device.example.com/?user_code=WDJB-MJHT")
            .expiresIn(600)
            .build();

    /** What an answer of this name throws; the name "network" stands for a lost connection. */
    static SdkException error(String name) {
        if (name.equals("network")) {
            return SdkClientException.builder()
                    .message("Unable to execute HTTP request")
                    .cause(new java.net.ConnectException("Connection refused"))
                    .build();
        }
        return Objects.requireNonNull(ERRORS.get(name), name)
                .get()
                .statusCode(name.equals("InternalServerException") ? 500 : 400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(name)
                        .errorMessage("said of PLANTED-device")
                        .build())
                .build();
    }

    void fails(String... names) {
        for (String name : names) {
            answers.add(() -> {
                throw error(name);
            });
        }
    }

    void gives(String token, int expiresIn) {
        answers.add(() -> CreateTokenResponse.builder()
                .accessToken(token)
                .refreshToken(REFRESH)
                .expiresIn(expiresIn)
                .tokenType("Bearer")
                .build());
    }

    @Override
    public RegisterClientResponse registerClient(RegisterClientRequest request) {
        registered.add(request);
        onRegister.run();
        return RegisterClientResponse.builder()
                .clientId("client-" + registered.size())
                .clientSecret("PLANTED-secret-" + registered.size())
                .clientSecretExpiresAt(1_803_200_000L)
                .build();
    }

    @Override
    public StartDeviceAuthorizationResponse startDeviceAuthorization(StartDeviceAuthorizationRequest request) {
        started.add(request);
        return device;
    }

    @Override
    public synchronized CreateTokenResponse createToken(CreateTokenRequest request) {
        asked.add(request);
        return answers.remove().get();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
