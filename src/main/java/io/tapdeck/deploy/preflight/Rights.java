package io.tapdeck.deploy.preflight;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployInterruptedException;
import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.stack.Calls;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

/**
 * Whether whoever makes the resources may, by IAM's own simulation. It knows neither resource policies nor every condition
 * (IAM user guide, "Testing IAM policies with the IAM policy simulator"), so what it denies is a warning.
 */
public final class Rights {
    private static final String SUBJECT = "Rights";
    private static final String RDS_ROLE = "AWSServiceRoleForRDS";
    private static final Pattern SESSION = Pattern.compile("arn:([\\w-]+):sts::(\\d{12}):assumed-role/([^/]+)/.*");
    private static final Pattern USER = Pattern.compile("arn:[\\w-]+:iam::\\d{12}:user/.*");

    /** What it takes to make a resource, by type (Service Authorization Reference). */
    private static final Map<String, String> MAKES = Map.ofEntries(
            Map.entry("AWS::RDS::DBCluster", "rds:CreateDBCluster"),
            Map.entry("AWS::RDS::DBInstance", "rds:CreateDBInstance"),
            Map.entry("AWS::RDS::DBSubnetGroup", "rds:CreateDBSubnetGroup"),
            Map.entry("AWS::EC2::VPC", "ec2:CreateVpc"),
            Map.entry("AWS::EC2::Subnet", "ec2:CreateSubnet"),
            Map.entry("AWS::EC2::SecurityGroup", "ec2:CreateSecurityGroup"),
            Map.entry("AWS::KMS::Key", "kms:CreateKey"),
            Map.entry("AWS::KMS::Alias", "kms:CreateAlias"),
            Map.entry("AWS::S3::Bucket", "s3:CreateBucket"),
            Map.entry("AWS::SecretsManager::Secret", "secretsmanager:CreateSecret"),
            Map.entry("AWS::SNS::Topic", "sns:CreateTopic"),
            Map.entry("AWS::SNS::Subscription", "sns:Subscribe"),
            Map.entry("AWS::SQS::Queue", "sqs:CreateQueue"),
            Map.entry("AWS::DynamoDB::Table", "dynamodb:CreateTable"),
            Map.entry("AWS::Lambda::Function", "lambda:CreateFunction"),
            Map.entry("AWS::Logs::LogGroup", "logs:CreateLogGroup"),
            Map.entry("AWS::CloudWatch::Alarm", "cloudwatch:PutMetricAlarm"),
            Map.entry("AWS::CloudWatch::Dashboard", "cloudwatch:PutDashboard"),
            Map.entry("AWS::Events::Rule", "events:PutRule"),
            Map.entry("AWS::IAM::Role", "iam:CreateRole"),
            Map.entry("AWS::IAM::Policy", "iam:PutRolePolicy"));

    private final IamClient iam;
    private final Calls calls;
    private final Session session;

    public Rights(IamClient iam, Calls calls, Session session) {
        this.iam = iam;
        this.calls = calls;
        this.session = session;
    }

    /**
     * Asks IAM.
     *
     * @param types of the resources to be made
     * @param serviceRole who makes them; null for the session itself
     */
    Check check(Collection<String> types, @Nullable String serviceRole) {
        Set<String> actions =
                new TreeSet<>(Set.of("cloudformation:CreateChangeSet", "cloudformation:ExecuteChangeSet"));
        if (serviceRole != null) {
            actions.clear();
        }
        types.stream().filter(MAKES::containsKey).map(MAKES::get).forEach(actions::add);
        if (actions.isEmpty()) {
            return Check.passed(SUBJECT, "Nothing new is made.");
        }
        try {
            String principal = serviceRole == null ? principal() : serviceRole;
            return principal.endsWith(":root")
                    ? Check.passed(SUBJECT, "The session is the account's root user, which may do all of it.")
                    : simulated(principal, actions);
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (DeployException | AwsException e) {
            return Check.notMade(
                    SUBJECT, "Whether the session may make everything could not be checked: " + e.getMessage());
        }
    }

    private Check simulated(String principal, Set<String> actions) {
        List<EvaluationResult> denied = calls.call(() -> iam
                .simulatePrincipalPolicyPaginator(
                        request -> request.policySourceArn(principal).actionNames(actions))
                .evaluationResults()
                .stream()
                .filter(result -> result.evalDecision() != PolicyEvaluationDecisionType.ALLOWED)
                .toList());
        String who = principal.substring(principal.lastIndexOf('/') + 1);
        if (denied.isEmpty()) {
            return Check.passed(
                    SUBJECT, "IAM's simulation allows %s all %d actions asked for.".formatted(who, actions.size()));
        }
        return Check.warned(
                SUBJECT,
                "By IAM's simulation %s may not: %s. A policy that allows it for some resources only looks the same."
                        .formatted(who, denied.stream().map(Rights::words).collect(Collectors.joining(", "))));
    }

    private static String words(EvaluationResult denied) {
        boolean organization = denied.organizationsDecisionDetail() != null
                && Boolean.FALSE.equals(denied.organizationsDecisionDetail().allowedByOrganizations());
        boolean boundary = denied.permissionsBoundaryDecisionDetail() != null
                && Boolean.FALSE.equals(
                        denied.permissionsBoundaryDecisionDetail().allowedByPermissionsBoundary());
        String by = organization ? " (service control policy)" : boundary ? " (permissions boundary)" : "";
        return denied.evalActionName() + by;
    }

    /** The simulation wants the role or user and not its session (API reference, SimulatePrincipalPolicy). */
    private String principal() {
        String caller = session.callerArn();
        Matcher role = SESSION.matcher(caller);
        if (role.matches()) {
            return role(role.group(1), role.group(2), role.group(3));
        }
        if (caller.endsWith(":root") || USER.matcher(caller).matches()) {
            return caller;
        }
        throw new DeployException("IAM does not simulate %s.".formatted(caller), "Use a role or a user.");
    }

    /** A session's ARN lacks the role's path, which roles of Identity Center have: only IAM knows it. */
    private String role(String partition, String account, String name) {
        try {
            return calls.raw(
                    () -> iam.getRole(request -> request.roleName(name)).role().arn());
        } catch (AwsServiceException e) {
            return "arn:%s:iam::%s:role/%s".formatted(partition, account, name);
        }
    }

    /** RDS user guide, "Using service-linked roles for Amazon RDS": RDS makes it with the first database. */
    public Check serviceLinkedRole() {
        String subject = "Service-linked role";
        try {
            return calls.call(() -> {
                try {
                    iam.getRole(request -> request.roleName(RDS_ROLE));
                    return Check.passed(subject, "The account has %s.".formatted(RDS_ROLE));
                } catch (NoSuchEntityException e) {
                    return Check.warned(
                            subject,
                            ("The account has no %s yet. RDS makes it with the first database, if the session may"
                                            + " iam:CreateServiceLinkedRole.")
                                    .formatted(RDS_ROLE));
                }
            });
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (DeployException | AwsException e) {
            return Check.notMade(subject, "Whether the account has %s: %s".formatted(RDS_ROLE, e.getMessage()));
        }
    }
}
