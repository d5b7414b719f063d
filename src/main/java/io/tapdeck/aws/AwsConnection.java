package io.tapdeck.aws;

import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** One session's clients. Thread-safe; the clients' calls block. */
public interface AwsConnection extends AutoCloseable {

    /** Who and where; verified with STS when the connection was opened. */
    Session session();

    /**
     * Who and where by STS's word of now: credentials can be exchanged under an open connection. Asks anew each time.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException as the clients' calls do
     */
    Session identity();

    /** The same session in another region; closed together with this connection. */
    AwsConnection in(String region);

    CloudFormationClient cloudFormation();

    CloudWatchClient cloudWatch();

    RdsClient rds();

    S3Client s3();

    /** IAM, which a partition has once: every region's client leads to the same. */
    IamClient iam();

    SnsClient sns();

    /** 'Now' at the endpoint. */
    ServiceClock clock();

    /**
     * When the session ends, by {@link #clock}, unless a person signs in again; empty where its credentials renew themselves,
     * or nobody knows.
     */
    default Optional<Instant> endsAt() {
        return Optional.empty();
    }

    @Override
    void close();
}
