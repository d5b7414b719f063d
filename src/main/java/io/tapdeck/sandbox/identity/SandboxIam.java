package io.tapdeck.sandbox.identity;

import io.tapdeck.sandbox.world.AccountWorld;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.GetRoleRequest;
import software.amazon.awssdk.services.iam.model.GetRoleResponse;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyRequest;
import software.amazon.awssdk.services.iam.model.SimulatePrincipalPolicyResponse;

/**
 * AWS IAM as far as reading roles and simulating policies: everything is allowed to those who exist, but for what a
 * role that only reads may not, and the actions that a script takes away. As in AWS (API_SimulatePrincipalPolicy), it
 * is a role that is asked about and not its session.
 */
public final class SandboxIam implements IamClient {
    private static final Pattern ENTITY =
            Pattern.compile("arn:[\\w-]+:iam::(\\d{12}):(user|group|role)/(?:.*/)?([^/]+)");
    private static final int PAGE = 100;

    /** RDS user guide, "Using service-linked roles for Amazon RDS". */
    private static final String RDS_ROLE = "AWSServiceRoleForRDS";

    private final AccountWorld world;
    private final String account;
    private final String partition;
    private final Predicate<String> denied;

    /**
     * An IAM for an account of 12 digits.
     *
     * @param world where the roles are that stacks made
     * @param partition such as {@code aws}
     * @param denied whether an action is allowed to nobody
     */
    public SandboxIam(AccountWorld world, String account, String partition, Predicate<String> denied) {
        this.world = world;
        this.partition = partition;
        this.account = account;
        this.denied = denied;
    }

    @Override
    public SimulatePrincipalPolicyResponse simulatePrincipalPolicy(SimulatePrincipalPolicyRequest request) {
        String entity = Objects.toString(request.policySourceArn(), "");
        checkEntity(entity);
        Optional<PermissionSet> set = PermissionSet.ofRole(entity.substring(entity.lastIndexOf('/') + 1));
        if (request.actionNames().isEmpty()) {
            throw invalid(
                    "1 validation error detected: Value at 'actionNames' failed to satisfy constraint: Member must"
                            + " not be null");
        }
        List<String> resources = request.resourceArns().isEmpty() ? List.of("*") : request.resourceArns();
        List<EvaluationResult> all = request.actionNames().stream()
                .flatMap(action -> resources.stream().map(resource -> result(set, action, resource)))
                .toList();
        int from = Math.min(from(request.marker()), all.size());
        int to = Math.min(from + Objects.requireNonNullElse(request.maxItems(), PAGE), all.size());
        return SimulatePrincipalPolicyResponse.builder()
                .evaluationResults(all.subList(from, to))
                .isTruncated(to < all.size())
                .marker(to < all.size() ? Integer.toString(to) : null)
                .build();
    }

    /** Roles that stacks made, the session's own, and the one that RDS has in an account with a database. */
    @Override
    public GetRoleResponse getRole(GetRoleRequest request) {
        String name = Objects.toString(request.roleName(), "");
        String arn = "arn:%s:iam::%s:role%s%s".formatted(partition, account, path(name), name);
        checkEntity(arn);
        return GetRoleResponse.builder()
                .role(role -> role.roleName(name).arn(arn).path(path(name)))
                .build();
    }

    /** Roles that AWS makes itself stand under paths of their own. */
    private static String path(String role) {
        if (role.equals(RDS_ROLE)) {
            return "/aws-service-role/rds.amazonaws.com/";
        }
        return role.startsWith("AWSReservedSSO_") ? "/aws-reserved/sso.amazonaws.com/" : "/";
    }

    private EvaluationResult result(Optional<PermissionSet> set, String action, String resource) {
        boolean allowed =
                !denied.test(action) && set.map(has -> has.allows(action)).orElse(true);
        return EvaluationResult.builder()
                .evalActionName(action)
                .evalResourceName(resource)
                .evalDecision(
                        allowed ? PolicyEvaluationDecisionType.ALLOWED : PolicyEvaluationDecisionType.IMPLICIT_DENY)
                .matchedStatements(List.of())
                .missingContextValues(List.of())
                .build();
    }

    private void checkEntity(String arn) {
        Matcher entity = ENTITY.matcher(arn);
        if (!entity.matches() || !entity.group(1).equals(account)) {
            throw invalid("Invalid Entity Arn: " + arn + " does not clearly define entity type and name.");
        }
        String kind = entity.group(2);
        String name = entity.group(3);
        boolean exists = kind.equals("role")
                && (PermissionSet.ofRole(name).isPresent()
                        || name.equals(RDS_ROLE)
                        || world.find("AWS::IAM::Role", name).isPresent());
        if (!exists) {
            throw NoSuchEntityException.builder()
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("NoSuchEntity")
                            .errorMessage("The " + kind + " with name " + name + " cannot be found.")
                            .build())
                    .statusCode(404)
                    .build();
        }
    }

    private static int from(@Nullable String marker) {
        try {
            return marker == null ? 0 : Integer.parseUnsignedInt(marker);
        } catch (NumberFormatException e) {
            throw invalid("Invalid Marker");
        }
    }

    private static InvalidInputException invalid(String message) {
        return InvalidInputException.builder()
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("InvalidInput")
                        .errorMessage(message)
                        .build())
                .statusCode(400)
                .build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
