package io.tapdeck.aws;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.rds.RdsClient;

/** The SDK's clients of one session, and of the same session in other regions. */
final class SdkConnection implements AwsConnection {
    private final Session session;
    private final ClientSettings settings;
    private final CloudFormationClient cloudFormation;
    private final CloudWatchClient cloudWatch;
    private final RdsClient rds;
    private final Map<String, SdkConnection> elsewhere = new ConcurrentHashMap<>();

    SdkConnection(Session session, ClientSettings settings) {
        this.session = session;
        this.settings = settings;
        this.cloudFormation = settings.apply(CloudFormationClient.builder()).build();
        this.cloudWatch = settings.apply(CloudWatchClient.builder()).build();
        this.rds = settings.apply(RdsClient.builder()).build();
    }

    @Override
    public Session session() {
        return session;
    }

    @Override
    public AwsConnection in(String region) {
        return region.equals(session.region())
                ? this
                : elsewhere.computeIfAbsent(region, other -> new SdkConnection(session.in(other), settings.in(other)));
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
    public ServiceClock clock() {
        return settings.clock();
    }

    @Override
    public void close() {
        elsewhere.values().forEach(SdkConnection::closeClients);
        closeClients();
        settings.http().close();
    }

    private void closeClients() {
        cloudFormation.close();
        cloudWatch.close();
        rds.close();
    }
}
