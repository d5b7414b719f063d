package io.tapdeck.blueprint.auroramysql.stack;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.auroramysql.AuroraSettings;
import io.tapdeck.environment.DefinitionJson;
import io.tapdeck.environment.EnvironmentDefinition;
import java.util.Map;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/**
 * Everything of an {@code aurora-mysql} environment. Environment-agnostic: pseudo parameters and {@code Fn::GetAZs}, so
 * that one template fits every account and region.
 *
 * <p>All constructs are direct children of the stack: a scope between them would change the logical ids, and CloudFormation
 * would replace the database.
 */
final class InfrastructureStack extends Stack {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    InfrastructureStack(Construct scope, String id, EnvironmentDefinition definition) {
        super(scope, id, props(definition));
        getTemplateOptions().setMetadata(Map.of("Tapdeck", metadata(definition)));

        Network network = new Network(this, definition);
        Encryption encryption = new Encryption(this, definition);
        Database database = new Database(this, definition, network, encryption);
        BackupBucket backup = new BackupBucket(this, definition, encryption);
        Alarms alarms = new Alarms(this, definition, database, encryption);
        InlineHandlers.inline(this);

        output("VpcId", "VPC ID", network.vpc.getVpcId());
        output(
                "ClusterEndpoint",
                "Aurora cluster endpoint",
                database.cluster.getClusterEndpoint().getSocketAddress());
        output(
                "ClusterReadEndpoint",
                "Aurora cluster read endpoint",
                database.cluster.getClusterReadEndpoint().getSocketAddress());
        output("SecretArn", "Secret ARN for database credentials", database.secretArn());
        output("BackupBucketName", "S3 bucket for database backups", backup.bucket.getBucketName());
        output("AlarmTopicArn", "SNS topic for database alarms", alarms.topic.getTopicArn());
        output("ExportRoleArn", "Role for snapshot exports to the bucket", backup.exportRole.getRoleArn());
        output("EncryptionKeyArn", "KMS key for snapshot exports", encryption.key.getKeyArn());
    }

    private static StackProps props(EnvironmentDefinition definition) {
        return StackProps.builder()
                .stackName(definition.stackName())
                .description("Aurora MySQL Serverless v2 environment, made by Tapdeck")
                .tags(Map.of(
                        "tapdeck:suffix", definition.suffix().value(), "tapdeck:blueprint", definition.blueprint()))
                .terminationProtection(isProtected(definition))
                // Nothing is uploaded, so no bootstrap stack has to exist in the account.
                .synthesizer(DefaultStackSynthesizer.Builder.create()
                        .generateBootstrapVersionRule(false)
                        .build())
                .build();
    }

    static boolean isProtected(EnvironmentDefinition definition) {
        return definition.text(AuroraSettings.PROTECTION).equals(AuroraSettings.PROTECTED);
    }

    /** The definition as plain maps: what jsii takes for JSON. */
    private static Map<String, Object> metadata(EnvironmentDefinition definition) {
        return JSON.convertValue(
                DefinitionJson.write(definition.toDraft()), new TypeReference<Map<String, Object>>() {});
    }

    private void output(String id, String description, String value) {
        CfnOutput.Builder.create(this, id).description(description).value(value).build();
    }
}
