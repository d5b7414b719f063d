package io.tapdeck.aws;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The SDK's clients of one session, and of the same session in other regions. */
final class SdkConnection implements AwsConnection {
    private final Session session;
    private final ClientSettings settings;
    private final boolean ownEndpoint;
    private final Supplier<Optional<Duration>> left;
    private final CloudFormationClient cloudFormation;
    private final CloudWatchClient cloudWatch;
    private final RdsClient rds;
    private final StsClient sts;
    /** Made when they are first asked for: few operations need them, and loading S3's classes takes a while. */
    private @Nullable S3Client s3;

    private @Nullable IamClient iam;
    private @Nullable SnsClient sns;
    private final Map<String, SdkConnection> elsewhere = new ConcurrentHashMap<>();

    /**
     * The clients of a session.
     *
     * @param ownEndpoint whether calls go elsewhere than to AWS
     * @param left how long the session lasts without a person; empty where it renews itself
     */
    SdkConnection(Session session, ClientSettings settings, boolean ownEndpoint, Supplier<Optional<Duration>> left) {
        this.session = session;
        this.settings = settings;
        this.ownEndpoint = ownEndpoint;
        this.left = left;
        this.cloudFormation = settings.apply(CloudFormationClient.builder()).build();
        this.cloudWatch = settings.apply(CloudWatchClient.builder()).build();
        this.rds = settings.apply(RdsClient.builder()).build();
        this.sts = settings.apply(StsClient.builder()).build();
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public Session identity() {
        GetCallerIdentityResponse now = sts.getCallerIdentity();
        return session.as(now.account(), now.arn());
    }

    @Override
    public AwsConnection in(String region) {
        return region.equals(session.region())
                ? this
                : elsewhere.computeIfAbsent(
                        region, other -> new SdkConnection(session.in(other), settings.in(other), ownEndpoint, left));
    }

    @Override
    public CloudFormationClient cloudFormation() {
        return cloudFormation;
    }

    @Override
    public CloudWatchClient cloudWatch() {
        return cloudWatch;
    }

    @Override
    public RdsClient rds() {
        return rds;
    }

    @Override
    public synchronized S3Client s3() {
        S3Client client = s3;
        if (client == null) {
            // A bucket's name before the host of an endpoint of one's own leads nowhere.
            client = settings.apply(S3Client.builder())
                    .forcePathStyle(ownEndpoint)
                    .build();
            s3 = client;
        }
        return client;
    }

    @Override
    public synchronized IamClient iam() {
        IamClient client = iam;
        if (client == null) {
            client = settings.apply(IamClient.builder()).build();
            iam = client;
        }
        return client;
    }

    @Override
    public synchronized SnsClient sns() {
        SnsClient client = sns;
        if (client == null) {
            client = settings.apply(SnsClient.builder()).build();
            sns = client;
        }
        return client;
    }

    @Override
    public ServiceClock clock() {
        return settings.clock();
    }

    @Override
    public Optional<Instant> endsAt() {
        return left.get().map(rest -> clock().instant().plus(rest));
    }

    @Override
    public void close() {
        elsewhere.values().forEach(SdkConnection::closeClients);
        closeClients();
        settings.close();
    }

    private synchronized void closeClients() {
        cloudFormation.close();
        cloudWatch.close();
        rds.close();
        sts.close();
        close(s3);
        close(iam);
        close(sns);
    }

    private static void close(@Nullable SdkClient client) {
        if (client != null) {
            client.close();
        }
    }
}
