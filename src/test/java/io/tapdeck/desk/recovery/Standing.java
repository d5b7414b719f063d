package io.tapdeck.desk.recovery;

import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.Situation.BlockedResource;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How environments of the pictures stand. */
final class Standing {
    static final BlockedResource CLUSTER = new BlockedResource(
            "AuroraClusterbilling00C8FB72",
            "AuroraCluster",
            "AWS::RDS::DBCluster",
            "billing-auroracluster-1k9x",
            "The KMS key arn:aws:kms:us-east-1:000000000000:key/5c1e07f2 is pending deletion. (Service: Rds, Status"
                    + " Code: 400)",
            true,
            false,
            true);

    static final BlockedResource ALARM = new BlockedResource(
            "HighACUUtilization",
            "HighACUUtilization",
            "AWS::CloudWatch::Alarm",
            "billing-HighACUUtilization-9QX",
            "Resource update cancelled",
            false,
            false,
            false);

    static final BlockedResource BUCKET = new BlockedResource(
            "DatabaseBackupBucket",
            "DatabaseBackupBucket",
            "AWS::S3::Bucket",
            "aurora-backups-000000000000-us-east-1-billing",
            "The bucket you tried to delete is not empty. You must delete all versions in the bucket. (Service: S3,"
                    + " Status Code: 409)",
            false,
            true,
            true);

    static final BlockedResource GROUP = new BlockedResource(
            "AuroraSecurityGroup",
            "AuroraSecurityGroup",
            "AWS::EC2::SecurityGroup",
            "sg-0f3a19c2",
            "resource sg-0f3a19c2 has a dependent object (Service: Ec2, Status Code: 400)",
            false,
            false,
            false);

    private final TestDesk desk;

    Standing(TestDesk desk) {
        this.desk = desk;
    }

    /** One stack in a state, with what a stack in it usually has. */
    Situation in(String state) {
        List<BlockedResource> blocked = switch (state) {
            case "UPDATE_ROLLBACK_FAILED" -> List.of(CLUSTER, ALARM);
            case "DELETE_FAILED" -> List.of(BUCKET, GROUP);
            default -> List.of();
        };
        RootCause cause = switch (state) {
            case "UPDATE_ROLLBACK_FAILED" -> cause(CLUSTER, "UPDATE_FAILED");
            case "DELETE_FAILED" -> cause(BUCKET, "DELETE_FAILED");
            case "UPDATE_FAILED", "CREATE_FAILED", "ROLLBACK_COMPLETE" -> cause(CLUSTER, "CREATE_FAILED");
            default -> null;
        };
        return of(state, cause, blocked);
    }

    Situation of(String state, @Nullable RootCause cause, List<BlockedResource> blocked) {
        EnvironmentKey key = desk.key("billing");
        StackState stands = new StackState(state);
        boolean there = !stands.equals(StackState.ABSENT);
        return new Situation(
                key,
                List.of(new StackSituation(
                        null,
                        key.stackName(),
                        there ? "arn:stack" : null,
                        stands,
                        there ? desk.clock.instant().minus(Duration.ofMinutes(38)) : null,
                        cause,
                        blocked,
                        stands.actions())));
    }

    /** The own stack in a state, beside a part that is up. */
    Situation withPart(String state) {
        Situation alone = in(state);
        StackState up = new StackState("CREATE_COMPLETE");
        Part part = new Part(alone.environment().stackName() + "-replica", "eu-west-1");
        return new Situation(
                alone.environment(),
                List.of(
                        alone.foremost(),
                        new StackSituation(
                                part,
                                part.stackName(),
                                "arn:part",
                                up,
                                desk.clock.instant(),
                                null,
                                List.of(),
                                up.actions())));
    }

    private RootCause cause(BlockedResource resource, String status) {
        return new RootCause(
                resource.logicalId(),
                resource.resourceType(),
                status,
                resource.reason(),
                "InvalidRequest",
                desk.clock.instant().minus(Duration.ofMinutes(38)),
                14,
                "AWS needs something that is not there any more, or not yet gone.",
                List.of(
                        Remedy.elsewhere("Cancel the key's deletion in KMS."),
                        new Remedy("Continue the rollback then.", Remedy.Action.RECOVER),
                        new Remedy("Change the setting that asks for it.", Remedy.Action.CHANGE_SETTINGS)));
    }
}
