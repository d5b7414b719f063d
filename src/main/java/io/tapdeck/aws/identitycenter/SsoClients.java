package io.tapdeck.aws.identitycenter;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;

/**
 * Opens the clients of an Identity Center. Endpoints are the SDK's own choice: {@code AWS_ENDPOINT_URL},
 * {@code AWS_ENDPOINT_URL_SSO}, {@code AWS_ENDPOINT_URL_SSO_OIDC}, and {@code endpoint_url} and services section of one
 * profile (AWS SDKs and tools reference guide, "Service-specific endpoints"). Calls are not signed; the token says who asks.
 */
public final class SsoClients {
    private final SdkHttpClient http;
    private final RetryStrategy retries;
    private final Supplier<ProfileFile> files;
    private final @Nullable String profile;

    /**
     * Clients that share a connection, which the caller closes.
     *
     * @param files the AWS files, read anew for each client
     * @param profile whose settings they go by; null for the one that {@code AWS_PROFILE} names, else the default one
     */
    public SsoClients(
            SdkHttpClient http, RetryStrategy retries, Supplier<ProfileFile> files, @Nullable String profile) {
        this.http = http;
        this.retries = retries;
        this.files = files;
        this.profile = profile;
    }

    /** The clients for the region of an Identity Center. */
    public IdentityCenterClients open(String name) {
        Region region = Region.of(name);
        return new IdentityCenterClients(
                apply(SsoOidcClient.builder(), region).build(),
                apply(SsoClient.builder(), region).build(),
                oidcEndpoint(region));
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B apply(B builder, Region region) {
        return builder.credentialsProvider(AnonymousCredentialsProvider.create())
                .region(region)
                .httpClient(http)
                .overrideConfiguration(override -> override.retryStrategy(retries)
                        .defaultProfileFile(files.get())
                        .defaultProfileName(profile));
    }

    /** Where a call would go, asked of the SDK by a call that is not sent, as the AWS CLI does for the same page. */
    private URI oidcEndpoint(Region region) {
        CompletableFuture<URI> asked = new CompletableFuture<>();
        ExecutionInterceptor stop = new ExecutionInterceptor() {
            @Override
            public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
                asked.complete(context.httpRequest().getUri());
                throw SdkException.builder().message("not sent").build();
            }
        };
        try (SsoOidcClient client = apply(SsoOidcClient.builder(), region)
                .overrideConfiguration(override -> override.defaultProfileFile(files.get())
                        .defaultProfileName(profile)
                        .retryStrategy(strategy -> strategy.maxAttempts(1))
                        .addExecutionInterceptor(stop))
                .build()) {
            client.registerClient(request -> request.clientName("Tapdeck").clientType("public"));
            throw new IllegalStateException("sent");
        } catch (SdkException e) {
            if (!asked.isDone()) {
                throw e;
            }
            return asked.join();
        }
    }
}
