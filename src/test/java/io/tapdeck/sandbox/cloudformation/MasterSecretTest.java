package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** A cluster whose master password RDS keeps in Secrets Manager and rotates. */
class MasterSecretTest {

    @Test
    void theSecretsArnIsAnAttributeOfTheCluster() {
        Cloud cloud = new Cloud();
        Stack stack = cloud.deploy("s", ChangeSetType.CREATE, """
                {"Resources": {
                  "Cluster": {"Type": "AWS::RDS::DBCluster", "Properties": {"Engine": "aurora-mysql",
                    "MasterUsername": "admin", "ManageMasterUserPassword": true,
                    "MasterUserSecret": {"KmsKeyId": "alias/a"}}},
                  "Rotation": {"Type": "AWS::SecretsManager::RotationSchedule", "Properties": {
                    "SecretId": {"Fn::GetAtt": ["Cluster", "MasterUserSecret.SecretArn"]},
                    "RotationRules": {"AutomaticallyAfterDays": 30}}}},
                 "Outputs": {"Secret": {"Value": {"Fn::GetAtt": ["Cluster", "MasterUserSecret.SecretArn"]}}}}
                """);

        assertThat(stack.stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(stack.outputs().getFirst().outputValue())
                .matches("arn:aws:secretsmanager:us-east-1:111111111111:secret:rds!cluster-[0-9a-f-]{36}-\\w{6}");
        assertThat(cloud.world
                        .ofType("AWS::SecretsManager::RotationSchedule")
                        .getFirst()
                        .physicalId())
                .isEqualTo(stack.outputs().getFirst().outputValue());
    }
}
