package io.tapdeck.aws;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * What every client of a connection has in common.
 *
 * @param files what the SDK's clients read their own settings from, such as an endpoint for one service
 * @param profile whose settings those are, or null
 * @param interceptors of every call
 * @param callTimeout of all attempts of a call together
 */
record ClientSettings(
        AwsCredentialsProvider provider,
        Region region,
        @Nullable URI endpoint,
        ProfileFile files,
        @Nullable String profile,
        DateHeaderClock clock,
        List<ExecutionInterceptor> interceptors,
        SdkHttpClient http,
        RetryStrategy retries,
        Duration callTimeout) {

    /** The same with other credentials. */
    ClientSettings as(AwsCredentialsProvider other) {
        return as(other, interceptors);
    }

    /** The same with credentials that hear what becomes of the calls. */
    ClientSettings as(HeldCredentials held) {
        return as(held, List.of(clock, held));
    }

    private ClientSettings as(AwsCredentialsProvider other, List<ExecutionInterceptor> hear) {
        return new ClientSettings(other, region, endpoint, files, profile, clock, hear, http, retries, callTimeout);
    }

    /** The same in another region. */
    ClientSettings in(String otherRegion) {
        return new ClientSettings(
                provider,
                Region.of(otherRegion),
                endpoint,
                files,
                profile,
                clock,
                interceptors,
                http,
                retries,
                callTimeout);
    }

    /** Closes what its clients share. */
    void close() {
        if (provider instanceof HeldCredentials held) {
            held.drop();
        }
        http.close();
    }

    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B apply(B builder) {
        builder.credentialsProvider(provider)
                .region(region)
                .httpClient(http)
                .overrideConfiguration(override -> override.retryStrategy(retries)
                        .apiCallTimeout(callTimeout)
                        .defaultProfileFile(files)
                        .defaultProfileName(profile)
                        .executionInterceptors(interceptors));
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder;
    }
}
