package io.tapdeck.aws;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * What every client of a connection has in common.
 *
 * @param callTimeout of all attempts of a call together
 */
record ClientSettings(
        AwsCredentialsProvider provider,
        Region region,
        @Nullable URI endpoint,
        DateHeaderClock clock,
        SdkHttpClient http,
        RetryStrategy retries,
        Duration callTimeout) {

    /** The same in another region. */
    ClientSettings in(String otherRegion) {
        return new ClientSettings(provider, Region.of(otherRegion), endpoint, clock, http, retries, callTimeout);
    }

    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> B apply(B builder) {
        builder.credentialsProvider(provider)
                .region(region)
                .httpClient(http)
                .overrideConfiguration(override -> override.retryStrategy(retries)
                        .apiCallTimeout(callTimeout)
                        .addExecutionInterceptor(clock));
        if (endpoint != null) {
            builder.endpointOverride(endpoint);
        }
        return builder;
    }
}
