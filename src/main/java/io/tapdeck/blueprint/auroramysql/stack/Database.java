package io.tapdeck.blueprint.auroramysql.stack;

import static java.util.Objects.requireNonNull;

import io.tapdeck.blueprint.auroramysql.AuroraRestore;
import io.tapdeck.blueprint.auroramysql.AuroraSettings;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.Suffix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.CfnPolicy;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.rds.AuroraMysqlClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraMysqlEngineVersion;
import software.amazon.awscdk.services.rds.BackupProps;
import software.amazon.awscdk.services.rds.CfnDBCluster;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.CredentialsBaseOptions;
import software.amazon.awscdk.services.rds.CredentialsFromUsernameOptions;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.IClusterEngine;
import software.amazon.awscdk.services.rds.IClusterInstance;
import software.amazon.awscdk.services.rds.ParameterGroup;
import software.amazon.awscdk.services.rds.PerformanceInsightRetention;
import software.amazon.awscdk.services.rds.ServerlessV2ClusterInstanceProps;

/** The Aurora MySQL Serverless v2 cluster with its writer and its reader. */
final class Database {
    /** CDK's id of the one handler that sets the retention of logs; it has been the same since there is one. */
    static final String LOG_RETENTION = "LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a";

    private static final String MASTER_USER = "admin";

    final DatabaseCluster cluster;

    private final EnvironmentDefinition definition;
    private final Suffix suffix;

    Database(Stack stack, EnvironmentDefinition definition, Network network, Encryption encryption) {
        this.definition = definition;
        suffix = definition.suffix();
        boolean kept = Protection.of(definition);
        IClusterEngine engine = DatabaseClusterEngine.auroraMysql(AuroraMysqlClusterEngineProps.builder()
                .version(AuroraMysqlEngineVersion.of(
                        "8.0.mysql_aurora." + definition.text(AuroraSettings.ENGINE_VERSION), "8.0"))
                .build());
        ParameterGroup instanceParameters = ParameterGroup.Builder.create(stack, "AuroraInstanceParameters-" + suffix)
                .engine(engine)
                .description("Logs of Aurora MySQL instances")
                .parameters(logParameters())
                .build();
        cluster = DatabaseCluster.Builder.create(stack, "AuroraCluster-" + suffix)
                .engine(engine)
                .parameterGroup(ParameterGroup.Builder.create(stack, "AuroraClusterParameters-" + suffix)
                        .engine(engine)
                        .description("TLS for every connection to Aurora MySQL")
                        .parameters(Map.of("require_secure_transport", "ON"))
                        .build())
                .writer(instance("writer-", false, instanceParameters))
                .readers(List.of(instance("reader-", true, instanceParameters)))
                .serverlessV2MinCapacity(definition.number(AuroraSettings.MIN_CAPACITY))
                .serverlessV2MaxCapacity(definition.number(AuroraSettings.MAX_CAPACITY))
                .vpc(network.vpc)
                .vpcSubnets(Network.ISOLATED)
                .subnetGroup(network.subnetGroup)
                .securityGroups(List.of(network.securityGroup))
                .storageEncrypted(true)
                .storageEncryptionKey(encryption.key)
                .backup(BackupProps.builder()
                        .retention(Duration.days(definition.number(AuroraSettings.BACKUP_RETENTION_DAYS)))
                        .preferredWindow("03:00-04:00")
                        .build())
                .preferredMaintenanceWindow("sun:04:00-sun:05:00")
                .deletionProtection(kept)
                .removalPolicy(kept ? RemovalPolicy.SNAPSHOT : RemovalPolicy.DESTROY)
                .defaultDatabaseName(definition.text(AuroraSettings.DATABASE_NAME))
                .credentials(credentials(encryption))
                .manageMasterUserPassword(definition.isOn(AuroraSettings.PASSWORD_ROTATION) ? true : null)
                .monitoringInterval(Duration.seconds(60))
                .cloudwatchLogsExports(
                        definition.isOn(AuroraSettings.GENERAL_LOG)
                                ? List.of("error", "general", "slowquery")
                                : List.of("error", "slowquery"))
                .cloudwatchLogsRetention(RetentionDays.ONE_WEEK)
                .build();
        AuroraRestore.snapshot(definition).ifPresent(this::restoreFrom);
        narrowLogRetention(stack);
    }

    /**
     * What the snapshot decides must not be in the template (CloudFormation user guide, "AWS::RDS::DBCluster"); the key and
     * the password are the environment's own, as with CDK's DatabaseClusterFromSnapshot, whose secret would have another
     * logical id.
     */
    private void restoreFrom(String snapshot) {
        CfnDBCluster restored = (CfnDBCluster) requireNonNull(cluster.getNode().getDefaultChild(), "the cluster");
        restored.addPropertyOverride("SnapshotIdentifier", snapshot);
        for (String decided : List.of("MasterUsername", "DatabaseName", "StorageEncrypted")) {
            restored.addPropertyDeletionOverride(decided);
        }
    }

    /**
     * The password is in a secret of the stack's own or, to be rotated, in one of RDS (Aurora user guide, "Password
     * management with Amazon Aurora and AWS Secrets Manager"): that needs no function in the VPC, whose subnets have no
     * way out. Both are on the key.
     */
    private Credentials credentials(Encryption encryption) {
        return definition.isOn(AuroraSettings.PASSWORD_ROTATION)
                ? Credentials.fromUsername(
                        MASTER_USER,
                        CredentialsFromUsernameOptions.builder()
                                .encryptionKey(encryption.key)
                                .build())
                : Credentials.fromGeneratedSecret(
                        MASTER_USER,
                        CredentialsBaseOptions.builder()
                                .secretName("aurora-db-secret-" + suffix)
                                .encryptionKey(encryption.key)
                                .build());
    }

    /** RDS's secret, or the own one as the attachment knows it: usable only once the cluster's address is in it. */
    String secretArn() {
        return requireNonNull(cluster.getSecret(), "the cluster's secret").getSecretArn();
    }

    /** Aurora user guide, "Publishing Aurora MySQL logs to CloudWatch Logs": exported is only what is written to files. */
    private Map<String, String> logParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("log_output", "FILE");
        parameters.put("slow_query_log", "1");
        parameters.put("general_log", definition.isOn(AuroraSettings.GENERAL_LOG) ? "1" : "0");
        return parameters;
    }

    private IClusterInstance instance(String role, boolean scaleWithWriter, ParameterGroup parameters) {
        ServerlessV2ClusterInstanceProps.Builder props = ServerlessV2ClusterInstanceProps.builder()
                .publiclyAccessible(false)
                .parameterGroup(parameters);
        if (scaleWithWriter) {
            props.scaleWithWriter(true);
        }
        if (definition.isOn(AuroraSettings.PERFORMANCE_INSIGHTS)) {
            props.enablePerformanceInsights(true).performanceInsightRetention(PerformanceInsightRetention.DEFAULT);
        }
        return ClusterInstance.serverlessV2(role + suffix, props.build());
    }

    /**
     * CDK lets the log retention handler change every log group of the account. It needs this cluster's, and its own,
     * whose name CloudFormation makes of the stack's name and the function's logical id (either may be cut). The last
     * star also stands for {@code :log-stream:}, with which CloudWatch Logs asks for the right. What the handler writes
     * to its own log comes from AWS's managed policy for functions.
     */
    private void narrowLogRetention(Stack stack) {
        CfnPolicy policy = (CfnPolicy) stack.getNode()
                .findChild(LOG_RETENTION)
                .getNode()
                .findChild("ServiceRole")
                .getNode()
                .findChild("DefaultPolicy")
                .getNode()
                .findChild("Resource");
        policy.addPropertyOverride(
                "PolicyDocument.Statement.0.Resource",
                List.of(
                        logGroup(stack, "/aws/rds/cluster/" + cluster.getClusterIdentifier() + "/*"),
                        logGroup(stack, "/aws/lambda/tapdeck-*-LogRetention*")));
    }

    private static String logGroup(Stack stack, String name) {
        return stack.formatArn(ArnComponents.builder()
                .service("logs")
                .resource("log-group")
                .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                .resourceName(name)
                .build());
    }
}
