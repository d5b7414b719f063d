package io.tapdeck.aws;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Opens connections. Thread-safe. */
public final class AwsConnections {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(30);
    /** All attempts of a call together. */
    private static final Duration CALL = Duration.ofSeconds(90);

    private final InstantSource localClock;
    private final RetryStrategy retries;
    private final Credentials credentials;

    /** Connections with the standard AWS files and the SDK's standard retries. */
    public AwsConnections(InstantSource localClock) {
        this(localClock, AwsRetryStrategy.standardRetryStrategy(), ProfileFile::defaultProfileFile);
    }

    /**
     * Connections with other retries or files; tests retry without delay.
     *
     * @param localClock this computer's time
     * @param profiles the AWS files, read anew each time
     */
    public AwsConnections(InstantSource localClock, RetryStrategy retries, Supplier<ProfileFile> profiles) {
        this.localClock = localClock;
        this.retries = retries;
        this.credentials = new Credentials(profiles);
    }

    /**
     * Finds credentials and region, and asks STS who they are. Blocks.
     *
     * @throws AwsException with words for people if any of it fails
     */
    public AwsConnection open(Target target) {
        return switch (target) {
            case Target.Fixed fixed ->
                open(
                        fixed.name(),
                        fixed.kind(),
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create(fixed.accessKeyId(), fixed.secretAccessKey())),
                        Region.of(fixed.region()),
                        fixed.endpoint());
            case Target.Account account ->
                open(
                        name(account),
                        Session.Kind.ACCOUNT,
                        credentials.provider(account.profile()),
                        credentials.region(account.region(), account.profile()),
                        account.endpoint());
        };
    }

    private static void checkEndpoint(@Nullable URI endpoint) {
        if (endpoint == null) {
            return;
        }
        String scheme = endpoint.getScheme();
        if (endpoint.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new AwsException(
                    "“%s” is not the address of an endpoint.".formatted(endpoint),
                    "Write it like http://127.0.0.1:4610.",
                    AwsException.Kind.WRONG_TARGET);
        }
    }

    private static String name(Target.Account account) {
        if (account.profile() != null) {
            return account.profile();
        }
        return account.endpoint() == null
                ? ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow()
                : account.endpoint().getAuthority();
    }

    private AwsConnection open(
            String name, Session.Kind kind, AwsCredentialsProvider provider, Region region, @Nullable URI endpoint) {
        checkEndpoint(endpoint);
        String where = endpoint == null ? "AWS in " + region.id() : "the endpoint " + endpoint;
        DateHeaderClock clock = new DateHeaderClock(localClock);
        SdkHttpClient http = UrlConnectionHttpClient.builder()
                .connectionTimeout(CONNECT)
                .socketTimeout(READ)
                .build();
        ClientSettings settings = new ClientSettings(provider, region, endpoint, clock, http, retries, CALL);
        try (StsClient sts = settings.apply(StsClient.builder()).build()) {
            GetCallerIdentityResponse identity = sts.getCallerIdentity();
            if (identity.account() == null || identity.arn() == null) {
                throw AwsFailures.notAws(where, null);
            }
            return new SdkConnection(
                    new Session(name, identity.account(), region.id(), identity.arn(), kind), settings);
        } catch (SdkException e) {
            http.close();
            throw AwsFailures.explain(e, where);
        } catch (AwsException e) {
            http.close();
            throw e;
        }
    }
}
