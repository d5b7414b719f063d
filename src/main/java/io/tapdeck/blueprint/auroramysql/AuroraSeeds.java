package io.tapdeck.blueprint.auroramysql;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.SeedTemplate;
import java.util.List;
import java.util.Optional;

/** Reads the templates of the two seeds, {@code aurora-secure} and {@code aurora-portable}. */
final class AuroraSeeds {
    private static final String CLUSTER = "AWS::RDS::DBCluster";
    private static final String SUBNET = "AWS::EC2::Subnet";
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String BACKUP = "DatabaseBackupBucket";

    private final SeedTemplate template;
    private Draft draft;

    private AuroraSeeds(SeedTemplate template, Draft draft) {
        this.template = template;
        this.draft = draft;
    }

    /** The definition that fits; empty if the template is not one of theirs. */
    static Optional<Draft> recognize(SeedTemplate template) {
        AuroraMySql blueprint = new AuroraMySql();
        if (!template.has(CLUSTER, "AuroraCluster") || !template.has(BUCKET, BACKUP)) {
            return Optional.empty();
        }
        String preset = template.has("AWS::EC2::VPC", "DatabaseVPC") ? "portable" : "secure";
        return template.after("aurora-db-secret-", "AWS::SecretsManager::Secret", "", "/Name")
                .map(suffix -> new AuroraSeeds(
                                template,
                                Draft.of(blueprint, blueprint.preset(preset).orElseThrow())
                                        .withSuffix(suffix)
                                        .withSetting(Protection.KEY, Protection.DISPOSABLE))
                        .read(blueprint));
    }

    private Draft read(AuroraMySql blueprint) {
        cluster(AuroraSettings.MIN_CAPACITY, "/ServerlessV2ScalingConfiguration/MinCapacity");
        cluster(AuroraSettings.MAX_CAPACITY, "/ServerlessV2ScalingConfiguration/MaxCapacity");
        cluster(AuroraSettings.BACKUP_RETENTION_DAYS, "/BackupRetentionPeriod");
        cluster(AuroraSettings.DATABASE_NAME, "/DatabaseName");
        set(
                AuroraSettings.ENGINE_VERSION,
                template.after("8.0.mysql_aurora.", CLUSTER, "AuroraCluster", "/EngineVersion"));
        set(AuroraSettings.VPC_CIDR, template.text("AWS::EC2::VPC", "", "/CidrBlock"));
        set(
                AuroraSettings.PERFORMANCE_INSIGHTS,
                template.text("AWS::RDS::DBInstance", "AuroraCluster", "/EnablePerformanceInsights"));
        set(AuroraSettings.GENERAL_LOG, Optional.of(Boolean.toString(exports("general"))));
        set(
                AuroraSettings.TOPIC_ENCRYPTION,
                Optional.of(topicEncrypted() ? AuroraAccessSettings.OWN_KEY : AuroraAccessSettings.NO_KEY));
        // The alias of the portable seed has another logical id: the same name could not be made before it is gone.
        set(AuroraSettings.KEY_ALIAS, Optional.of(AuroraAccessSettings.BY_STACK));
        subnets();
        bucket();
        return template.withAlarms(draft, blueprint);
    }

    private void cluster(String key, String pointer) {
        set(key, template.text(CLUSTER, "AuroraCluster", pointer));
    }

    private void set(String key, Optional<String> value) {
        value.ifPresent(text -> draft = draft.withSetting(key, text));
    }

    private boolean exports(String log) {
        return template.of(CLUSTER, "AuroraCluster")
                .flatMap(cluster -> cluster.path("EnableCloudwatchLogsExports").valueStream())
                .anyMatch(exported -> exported.asText().equals(log));
    }

    private boolean topicEncrypted() {
        return template.of("AWS::SNS::Topic", "DatabaseAlarmTopic").anyMatch(topic -> topic.has("KmsMasterKeyId"));
    }

    private void subnets() {
        List<JsonNode> subnets = template.of(SUBNET, "").toList();
        List<String> keys = List.of(AuroraSettings.SUBNET_CIDR_A, AuroraSettings.SUBNET_CIDR_B);
        for (int i = 0; i < Math.min(subnets.size(), keys.size()); i++) {
            draft = draft.withSetting(
                    keys.get(i), subnets.get(i).path("CidrBlock").asText());
        }
        subnets.stream()
                .flatMap(subnet -> subnet.path("Tags").valueStream())
                .filter(tag -> tag.path("Key").asText().equals("aws-cdk:subnet-name"))
                .findFirst()
                .ifPresent(tag -> draft = draft.withSetting(
                        AuroraSettings.SUBNET_NAME, tag.path("Value").asText()));
    }

    private void bucket() {
        String rule = "/LifecycleConfiguration/Rules/0";
        set(AuroraSettings.EXPORT_EXPIRY_DAYS, template.text(BUCKET, BACKUP, rule + "/ExpirationInDays"));
        set(
                AuroraSettings.BUCKET_LIFECYCLE,
                Optional.of(template.text(BUCKET, BACKUP, rule + "/Transitions/0/TransitionInDays")
                        .map(days -> AuroraExportSettings.TIERED)
                        .orElse(AuroraExportSettings.EXPIRE)));
        set(
                AuroraSettings.BUCKET_ENCRYPTION,
                template.text(
                                BUCKET,
                                BACKUP,
                                "/BucketEncryption/ServerSideEncryptionConfiguration/0/ServerSideEncryptionByDefault/SSEAlgorithm")
                        .map(algorithm -> algorithm.equals("aws:kms")
                                ? AuroraExportSettings.OWN_KEY
                                : AuroraExportSettings.S3_KEY));
    }
}
