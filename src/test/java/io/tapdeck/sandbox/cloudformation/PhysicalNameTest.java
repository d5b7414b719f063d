package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;

/** Names that a template gives, against the rules of the services; the refusals are the services' own. */
class PhysicalNameTest {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private final Cloud cloud = new Cloud();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWS::SQS::Queue | QueueName | jobs:1 | Can only include alphanumeric characters, hyphens, or underscores."
                        + " 1 to 80 in length | Sqs",
                "AWS::SNS::Topic | TopicName | a/b | Invalid parameter: Topic Name | Sns",
                "AWS::DynamoDB::Table | TableName | a/b | 1 validation error detected: Value 'a/b' at 'tableName' failed"
                        + " to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+"
                        + " | DynamoDb",
                "AWS::DynamoDB::Table | TableName | ab | TableName must be at least 3 characters long and at most 255"
                        + " characters long | DynamoDb",
                "AWS::CloudWatch::Dashboard | DashboardName | a.b | The value for field DashboardName contains invalid"
                        + " characters. It can only contain alphanumerics, dash (-) and underscore (_). | CloudWatch",
            })
    void theServiceRefusesANameInItsOwnWords(
            String type, String property, String name, String message, String service) {
        assertThat(refusal(type, property, name))
                .matches("Resource handler returned message: \"\\Q" + message + "\\E \\(Service: " + service
                        + ", Status Code: 400, Request ID: " + UUID + "\\)\" \\(RequestToken: " + UUID
                        + ", HandlerErrorCode: InvalidRequest\\)");
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::S3::Bucket, BucketName, Upper-Case, pattern",
        "AWS::S3::Bucket, BucketName, with_underscore, pattern",
        "AWS::KMS::Alias, AliasName, no-prefix, pattern",
        "AWS::RDS::DBCluster, DBClusterIdentifier, 1st, pattern",
    })
    void theSchemaRefusesANameByItsKeyword(String type, String property, String name, String keyword) {
        assertThat(refusal(type, property, name))
                .isEqualTo("Model validation failed (#/" + property + ": failed validation constraint for keyword ["
                        + keyword + "])");
    }

    @ParameterizedTest
    @CsvSource({
        "AWS::S3::Bucket, BucketName, 63",
        "AWS::SQS::Queue, QueueName, 80",
        "AWS::SNS::Topic, TopicName, 256",
        "AWS::DynamoDB::Table, TableName, 255",
        "AWS::IAM::Role, RoleName, 64",
        "AWS::Lambda::Function, FunctionName, 64",
        "AWS::CloudWatch::Alarm, AlarmName, 255",
    })
    void aNameMayBeAsLongAsTheServiceSaysAndNoLonger(String type, String property, int longest) {
        assertThat(deploy("fits", type, property, "a".repeat(longest)).stackStatus())
                .isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(refusal(type, property, "a".repeat(longest + 1))).isNotEmpty();
    }

    @Test
    void whatCloudFormationNamesFits() {
        String stack = "s".repeat(100);
        assertThat(cloud.deploy(
                                stack,
                                ChangeSetType.CREATE,
                                "{\"Resources\": {\"Queue\": {\"Type\": \"AWS::SQS::Queue\"}}}")
                        .stackStatus())
                .isEqualTo(StackStatus.CREATE_COMPLETE);
        assertThat(cloud.world
                        .ofType("AWS::SQS::Queue")
                        .getFirst()
                        .attributes()
                        .path("QueueName")
                        .asText())
                .hasSize(80);
    }

    private String refusal(String type, String property, String name) {
        deploy("refused", type, property, name);
        return cloud.failures("refused").getOrDefault("R", "");
    }

    private Stack deploy(String stack, String type, String property, String name) {
        return cloud.deploy(stack, ChangeSetType.CREATE, """
                {"Resources": {"R": {"Type": "%s", "Properties": {%s "%s": "%s"}}}}
                """.formatted(type, others(type), property, name));
    }

    private static String others(String type) {
        return switch (type) {
            case "AWS::DynamoDB::Table" -> "\"KeySchema\": [],";
            case "AWS::KMS::Alias" -> "\"TargetKeyId\": \"k\",";
            case "AWS::IAM::Role" -> "\"AssumeRolePolicyDocument\": {},";
            case "AWS::Lambda::Function" -> "\"Code\": {\"ZipFile\": \"x\"}, \"Role\": \"r\",";
            case "AWS::CloudWatch::Alarm" ->
                "\"Namespace\": \"n\", \"MetricName\": \"m\", \"Statistic\": \"Sum\", \"Period\": 60,"
                        + "\"EvaluationPeriods\": 1, \"Threshold\": 1,"
                        + "\"ComparisonOperator\": \"GreaterThanOrEqualToThreshold\",";
            case "AWS::CloudWatch::Dashboard" -> "\"DashboardBody\": \"{}\",";
            default -> "";
        };
    }
}
