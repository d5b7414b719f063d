package io.tapdeck.deploy;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.ServiceClock;
import io.tapdeck.aws.Session;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** Counts the calls that go through a connection; what the SDK tries again counts once. */
record CountedConnection(AwsConnection connection, AtomicLong calls) implements AwsConnection {
    private <C> C counted(Class<C> type, C client) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.incrementAndGet();
                    try {
                        return method.invoke(client, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Override
    public Session session() {
        return connection.session();
    }

    @Override
    public Session identity() {
        calls.incrementAndGet();
        return connection.identity();
    }

    @Override
    public AwsConnection in(String region) {
        return new CountedConnection(connection.in(region), calls);
    }

    @Override
    public CloudFormationClient cloudFormation() {
        return counted(CloudFormationClient.class, connection.cloudFormation());
    }

    @Override
    public CloudWatchClient cloudWatch() {
        return counted(CloudWatchClient.class, connection.cloudWatch());
    }

    @Override
    public RdsClient rds() {
        return counted(RdsClient.class, connection.rds());
    }

    @Override
    public S3Client s3() {
        return counted(S3Client.class, connection.s3());
    }

    @Override
    public IamClient iam() {
        return counted(IamClient.class, connection.iam());
    }

    @Override
    public SnsClient sns() {
        return counted(SnsClient.class, connection.sns());
    }

    @Override
    public ServiceClock clock() {
        return connection.clock();
    }

    @Override
    public void close() {
        connection.close();
    }
}
