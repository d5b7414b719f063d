package io.tapdeck.sandbox.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.Clients;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.faults.FaultScript;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.EvaluationResult;
import software.amazon.awssdk.services.iam.model.InvalidInputException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.PolicyEvaluationDecisionType;

class PolicySimulationTest {
    private static final String ROLE = "arn:aws:iam::000000000000:role/Administrator";

    private static Sandbox sandbox(String... faults) {
        return Sandbox.start(SandboxOptions.usual().withPort(0).withFaults(FaultScript.parse(faults)));
    }

    private static PolicyEvaluationDecisionType decision(IamClient iam, String action) {
        return iam.simulatePrincipalPolicy(
                        request -> request.policySourceArn(ROLE).actionNames(action))
                .evaluationResults()
                .getFirst()
                .evalDecision();
    }

    @Test
    void everythingIsAllowedButWhatTheScriptDenies() {
        try (Sandbox sandbox = sandbox("deny:rds:CreateDBCluster");
                IamClient iam = Clients.client(IamClient::builder, sandbox.endpoint())) {
            assertThat(decision(iam, "rds:CreateDBInstance")).isEqualTo(PolicyEvaluationDecisionType.ALLOWED);
            assertThat(decision(iam, "rds:CreateDBCluster")).isEqualTo(PolicyEvaluationDecisionType.IMPLICIT_DENY);
        }
    }

    @Test
    void everyActionIsJudgedForEveryResourcePageByPage() {
        try (Sandbox sandbox = sandbox();
                IamClient iam = Clients.client(IamClient::builder, sandbox.endpoint())) {
            assertThat(iam.simulatePrincipalPolicyPaginator(request -> request.policySourceArn(ROLE)
                                    .actionNames(IntStream.range(0, 70)
                                            .mapToObj(i -> "s3:Action" + i)
                                            .toList())
                                    .resourceArns("arn:aws:s3:::one", "arn:aws:s3:::two"))
                            .evaluationResults())
                    .extracting(EvaluationResult::evalActionName, EvaluationResult::evalResourceName)
                    .doesNotHaveDuplicates()
                    .hasSize(140);
        }
    }

    @Test
    void aSessionIsNotAnEntity() {
        try (Sandbox sandbox = sandbox();
                IamClient iam = Clients.client(IamClient::builder, sandbox.endpoint())) {
            assertThatThrownBy(() -> iam.simulatePrincipalPolicy(request -> request.policySourceArn(
                                    "arn:aws:sts::000000000000:assumed-role/Administrator/sandbox")
                            .actionNames("s3:PutObject")))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("does not clearly define entity type and name");
        }
    }

    @Test
    void aRoleMustExist() {
        try (Sandbox sandbox = sandbox();
                IamClient iam = Clients.client(IamClient::builder, sandbox.endpoint())) {
            assertThatThrownBy(() -> iam.simulatePrincipalPolicy(
                            request -> request.policySourceArn("arn:aws:iam::000000000000:role/ops/Nobody")
                                    .actionNames("s3:PutObject")))
                    .isInstanceOf(NoSuchEntityException.class)
                    .hasMessageContaining("The role with name Nobody cannot be found.");
        }
    }

    @Test
    void aDeniedCallIsRefused() {
        try (Sandbox sandbox = sandbox("deny:cloudformation:Describe*");
                CloudFormationClient client = Clients.client(CloudFormationClient::builder, sandbox.endpoint())) {
            assertThatThrownBy(client::describeStacks).isInstanceOfSatisfying(CloudFormationException.class, e -> {
                assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDenied");
                assertThat(e).hasMessageContaining("not authorized to perform: cloudformation:DescribeStacks");
            });
        }
    }
}
