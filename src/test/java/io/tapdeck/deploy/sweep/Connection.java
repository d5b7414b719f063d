package io.tapdeck.deploy.sweep;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.ServiceClock;
import io.tapdeck.aws.Session;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** A process's connection: every client leads over the line. */
record Connection(World world, Line line, int process, String region) implements AwsConnection, ServiceClock {

    @Override
    public Session session() {
        return new Session(
                "sandbox",
                World.ACCOUNT,
                region,
                "arn:aws:sts::000000000000:assumed-role/Administrator/sandbox",
                Session.Kind.SANDBOX,
                false);
    }

    @Override
    public Session identity() {
        GetCallerIdentityResponse now =
                line.client(StsClient.class, region, process).getCallerIdentity();
        return new Session("sandbox", now.account(), region, now.arn(), Session.Kind.SANDBOX, false);
    }

    @Override
    public AwsConnection in(String other) {
        return other.equals(region) ? this : new Connection(world, line, process, other);
    }

    @Override
    public CloudFormationClient cloudFormation() {
        return line.client(CloudFormationClient.class, region, process);
    }

    @Override
    public CloudWatchClient cloudWatch() {
        return line.client(CloudWatchClient.class, region, process);
    }

    @Override
    public RdsClient rds() {
        return line.client(RdsClient.class, region, process);
    }

    @Override
    public S3Client s3() {
        return line.client(S3Client.class, region, process);
    }

    @Override
    public IamClient iam() {
        return line.client(IamClient.class, region, process);
    }

    @Override
    public SnsClient sns() {
        throw new AssertionError("A deployment has no business with SNS");
    }

    @Override
    public ServiceClock clock() {
        return this;
    }

    @Override
    public Instant instant() {
        return world.now();
    }

    @Override
    public Optional<Instant> lastHeard() {
        return Optional.of(world.now());
    }

    @Override
    public double rate() {
        return 1;
    }

    @Override
    public void close() {}
}
