package io.tapdeck.aws;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.rds.RdsClient;

/** One session's clients. Thread-safe; the clients' calls block. */
public interface AwsConnection extends AutoCloseable {

    /** Who and where; verified with STS when the connection was opened. */
    Session session();

    /** The same session in another region; closed together with this connection. */
    AwsConnection in(String region);

    CloudFormationClient cloudFormation();

    CloudWatchClient cloudWatch();

    RdsClient rds();

    /** 'Now' at the endpoint. */
    ServiceClock clock();

    @Override
    void close();
}
