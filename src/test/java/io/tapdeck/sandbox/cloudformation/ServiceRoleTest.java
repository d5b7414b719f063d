package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Replacement;

/** What companies add to every stack: a service role, and a permissions boundary on its roles. */
class ServiceRoleTest {

    private static final String ROLE = "arn:aws:iam::111111111111:role/deployer";
    private static final String TEMPLATE = """
            {"Resources": {"Role": {"Type": "AWS::IAM::Role", "Properties": {
              "PermissionsBoundary": "%s", "AssumeRolePolicyDocument": {}}}}}
            """;

    private final Cloud cloud = new Cloud();

    @Test
    void aStackKeepsItsServiceRoleUntilAnotherIsGiven() {
        create();
        assertThat(cloud.stack("s").roleARN()).isEqualTo(ROLE);

        cloud.deploy("s", ChangeSetType.UPDATE, TEMPLATE.formatted("arn:aws:iam::111111111111:policy/b"));
        assertThat(cloud.stack("s").roleARN()).isEqualTo(ROLE);

        String id = cloud.stack("s").stackId();
        cloud.client.deleteStack(request -> request.stackName("s").roleARN(ROLE + "-other"));
        cloud.settle();
        assertThat(cloud.stack(id).roleARN()).isEqualTo(ROLE + "-other");
    }

    @Test
    void aRolesBoundaryChangesInPlace() {
        create();
        String plan = cloud.plan("s", ChangeSetType.UPDATE, TEMPLATE.formatted("arn:aws:iam::111111111111:policy/b"));

        assertThat(cloud.client
                        .describeChangeSet(request -> request.changeSetName(plan))
                        .changes())
                .singleElement()
                .satisfies(change ->
                        assertThat(change.resourceChange().replacement()).isEqualTo(Replacement.FALSE));
    }

    private void create() {
        String id = cloud.client
                .createChangeSet(request -> request.stackName("s")
                        .changeSetName("plan")
                        .changeSetType(ChangeSetType.CREATE)
                        .capabilities(Capability.CAPABILITY_IAM)
                        .roleARN(ROLE)
                        .templateBody(TEMPLATE.formatted("arn:aws:iam::111111111111:policy/a")))
                .id();
        cloud.pass(Duration.ofSeconds(5));
        cloud.client.executeChangeSet(request -> request.changeSetName(id));
        cloud.settle();
    }
}
