package io.tapdeck.deploy.preflight;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.AwsException;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployInterruptedException;
import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.preflight.NamedResources.Named;
import io.tapdeck.deploy.stack.Calls;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Whether names that a template gives to new resources are still free in the account. */
public final class FreeNames {
    private static final String SUBJECT = "Names";
    private static final int NOT_FOUND = 404;
    private static final Set<Integer> ELSEWHERE = Set.of(301, 403);

    private final AwsConnection connection;
    private final Calls calls;

    public FreeNames(AwsConnection connection, Calls calls) {
        this.connection = connection;
        this.calls = calls;
    }

    private enum Answer {
        FREE,
        TAKEN,
        /** Somebody has it, perhaps another account. */
        HIDDEN,
        /** Nothing here can ask for it. */
        UNASKED
    }

    /**
     * Looks for each name.
     *
     * @param wanted resources that do not exist yet
     */
    public List<Check> check(List<Named> wanted) {
        List<Check> checks = new ArrayList<>();
        List<Named> free = new ArrayList<>();
        List<Named> unasked = new ArrayList<>();
        for (Named named : wanted) {
            try {
                switch (answer(named)) {
                    case FREE -> free.add(named);
                    case TAKEN -> checks.add(taken(named));
                    case HIDDEN -> checks.add(hidden(named));
                    case UNASKED -> unasked.add(named);
                }
            } catch (DeployInterruptedException e) {
                throw e;
            } catch (DeployException | AwsException e) {
                checks.add(Check.notMade(SUBJECT, "Whether %s is free: %s".formatted(words(named), e.getMessage())));
            }
        }
        if (!free.isEmpty()) {
            checks.addFirst(Check.passed(SUBJECT, "Free: %s.".formatted(list(free))));
        }
        if (!unasked.isEmpty()) {
            checks.add(Check.notMade(
                    SUBJECT, "Whether these are free, which only the deployment shows: %s.".formatted(list(unasked))));
        }
        return checks;
    }

    private static Check taken(Named named) {
        return Check.failed(
                SUBJECT,
                "The account already has the %s. Use another suffix, or delete it if nothing needs it."
                        .formatted(words(named)));
    }

    private static Check hidden(Named named) {
        return Check.warned(
                SUBJECT,
                ("The %s may belong to another account or region: S3 does not show it here. If it does, use another"
                                + " suffix.")
                        .formatted(words(named)));
    }

    private Answer answer(Named named) {
        String name = named.name();
        return switch (named.type()) {
            case "AWS::S3::Bucket" -> calls.call(() -> bucket(name));
            case "AWS::RDS::DBCluster" -> calls.call(() -> cluster(name));
            case "AWS::RDS::DBInstance" -> calls.call(() -> instance(name));
            case "AWS::IAM::Role" -> calls.call(() -> role(name));
            case "AWS::CloudWatch::Alarm" -> calls.call(() -> alarm(name));
            default -> Answer.UNASKED;
        };
    }

    /**
     * S3 API reference, HeadBucket: 404 where there is none, 403 where there is one that the caller may not see, 301 where
     * it stands in another region.
     */
    private Answer bucket(String name) {
        try {
            connection.s3().headBucket(request -> request.bucket(name));
            return Answer.TAKEN;
        } catch (S3Exception e) {
            if (e.statusCode() == NOT_FOUND) {
                return Answer.FREE;
            }
            if (ELSEWHERE.contains(e.statusCode())) {
                return Answer.HIDDEN;
            }
            throw e;
        }
    }

    private Answer cluster(String name) {
        try {
            connection.rds().describeDBClusters(request -> request.dbClusterIdentifier(name));
            return Answer.TAKEN;
        } catch (DbClusterNotFoundException e) {
            return Answer.FREE;
        }
    }

    private Answer instance(String name) {
        try {
            connection.rds().describeDBInstances(request -> request.dbInstanceIdentifier(name));
            return Answer.TAKEN;
        } catch (DbInstanceNotFoundException e) {
            return Answer.FREE;
        }
    }

    private Answer role(String name) {
        try {
            connection.iam().getRole(request -> request.roleName(name));
            return Answer.TAKEN;
        } catch (NoSuchEntityException e) {
            return Answer.FREE;
        }
    }

    private Answer alarm(String name) {
        var found = connection
                .cloudWatch()
                .describeAlarms(request ->
                        request.alarmNames(name).alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM));
        return found.metricAlarms().isEmpty() && found.compositeAlarms().isEmpty() ? Answer.FREE : Answer.TAKEN;
    }

    private static String list(List<Named> named) {
        return named.stream().map(FreeNames::words).collect(Collectors.joining(", "));
    }

    /** Such as {@code bucket aurora-backups-…}. */
    private static String words(Named named) {
        String kind = switch (named.type()) {
            case "AWS::S3::Bucket" -> "bucket";
            case "AWS::RDS::DBCluster" -> "database cluster";
            case "AWS::RDS::DBInstance" -> "database instance";
            case "AWS::IAM::Role" -> "role";
            case "AWS::CloudWatch::Alarm" -> "alarm";
            case "AWS::SecretsManager::Secret" -> "secret";
            case "AWS::KMS::Alias" -> "key alias";
            case "AWS::SNS::Topic" -> "topic";
            case "AWS::SQS::Queue" -> "queue";
            case "AWS::DynamoDB::Table" -> "table";
            case "AWS::Lambda::Function" -> "function";
            case "AWS::Logs::LogGroup" -> "log group";
            default -> named.type();
        };
        return kind + " " + named.name();
    }
}
