package io.tapdeck.blueprint.auroramysql.stack;

import io.tapdeck.blueprint.auroramysql.AuroraAccessSettings;
import io.tapdeck.blueprint.auroramysql.AuroraRestore;
import io.tapdeck.blueprint.stack.EmptyingRights;
import io.tapdeck.blueprint.stack.EnvironmentStack;
import io.tapdeck.blueprint.stack.InlineHandlers;
import io.tapdeck.environment.EnvironmentDefinition;
import software.amazon.awscdk.services.rds.Endpoint;
import software.constructs.Construct;

/** Everything of an {@code aurora-mysql} environment. */
final class InfrastructureStack extends EnvironmentStack {

    InfrastructureStack(Construct scope, String id, EnvironmentDefinition definition) {
        super(scope, id, AuroraRestore.recorded(definition), "Aurora MySQL Serverless v2 environment, made by Tapdeck");
        Network network = new Network(this, definition);
        Encryption encryption = new Encryption(this, definition);
        Database database = new Database(this, definition, network, encryption);
        BackupBucket backup = new BackupBucket(this, definition, encryption);
        Alarms alarms = new Alarms(this, definition, database, encryption);
        InlineHandlers.inline(this);
        EmptyingRights.grant(this);

        output("VpcId", "VPC ID", network.vpc.getVpcId());
        output(
                "ClusterEndpoint",
                "Aurora cluster endpoint",
                address(database.cluster.getClusterEndpoint(), definition));
        output(
                "ClusterReadEndpoint",
                "Aurora cluster read endpoint",
                address(database.cluster.getClusterReadEndpoint(), definition));
        output("SecretArn", "Secret ARN for database credentials", database.secretArn());
        output("BackupBucketName", "S3 bucket for database backups", backup.bucket.getBucketName());
        output("AlarmTopicArn", "SNS topic for database alarms", alarms.topic.getTopicArn());
        output("ExportRoleArn", "Role for snapshot exports to the bucket", backup.exportRole.getRoleArn());
        output("EncryptionKeyArn", "KMS key for snapshot exports", encryption.key.getKeyArn());
    }

    private static String address(Endpoint endpoint, EnvironmentDefinition definition) {
        return AuroraAccessSettings.outputsHavePort(definition) ? endpoint.getSocketAddress() : endpoint.getHostname();
    }
}
