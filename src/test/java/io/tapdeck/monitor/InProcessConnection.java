package io.tapdeck.monitor;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.ServiceClock;
import io.tapdeck.aws.Session;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * A connection that has a CloudWatch and perhaps an SNS.
 *
 * @param topics null where nobody asks who is told
 */
record InProcessConnection(
        CloudWatchClient cloudWatch, @Nullable SnsClient topics, InstantSource time) implements AwsConnection {

    InProcessConnection(CloudWatchClient cloudWatch, InstantSource time) {
        this(cloudWatch, null, time);
    }

    @Override
    public Session session() {
        return new Session(
                "test",
                "000000000000",
                "us-east-1",
                "arn:aws:sts::000000000000:assumed-role/Administrator/test",
                Session.Kind.SANDBOX,
                false);
    }

    @Override
    public Session identity() {
        return session();
    }

    @Override
    public AwsConnection in(String region) {
        if (!region.equals(session().region())) {
            throw new AssertionError("The monitor has no business in another region");
        }
        return this;
    }

    @Override
    public CloudFormationClient cloudFormation() {
        throw new AssertionError("The monitor has no business with CloudFormation");
    }

    @Override
    public RdsClient rds() {
        throw new AssertionError("The monitor has no business with RDS");
    }

    @Override
    public S3Client s3() {
        throw new AssertionError("The monitor has no business with S3");
    }

    @Override
    public IamClient iam() {
        throw new AssertionError("The monitor has no business with IAM");
    }

    @Override
    public SnsClient sns() {
        return Objects.requireNonNull(topics);
    }

    @Override
    public ServiceClock clock() {
        return new ServiceClock() {
            @Override
            public Instant instant() {
                return time.instant();
            }

            @Override
            public Optional<Instant> lastHeard() {
                return Optional.of(time.instant());
            }

            @Override
            public double rate() {
                return 1;
            }
        };
    }

    @Override
    public void close() {}
}
