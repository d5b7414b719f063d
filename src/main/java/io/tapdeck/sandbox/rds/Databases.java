package io.tapdeck.sandbox.rds;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.sandbox.wire.Partitions;
import io.tapdeck.sandbox.world.LiveResource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.Tag;
import software.amazon.awssdk.services.rds.model.VpcSecurityGroupMembership;

/** RDS's view of what CloudFormation made from a template's properties. */
final class Databases {
    private final String account;
    private final String region;

    Databases(String account, String region) {
        this.account = account;
        this.region = region;
    }

    /**
     * A cluster.
     *
     * @param members its instances; the one of the lowest promotion tier writes
     */
    DBCluster cluster(LiveResource cluster, List<LiveResource> members) {
        DBCluster.Builder description = DBCluster.builder()
                .dbClusterIdentifier(cluster.physicalId())
                .dbClusterArn(arn("cluster", cluster.physicalId()))
                .dbClusterResourceId(attribute(cluster, "DBClusterResourceId"))
                .status("available")
                .engine(cluster.property("/Engine", AuroraMySqlVersions.ENGINE))
                .engineVersion(cluster.property("/EngineVersion", AuroraMySqlVersions.usual()))
                .engineMode("provisioned")
                .databaseName(text(cluster, "DatabaseName"))
                .masterUsername(text(cluster, "MasterUsername"))
                .endpoint(attribute(cluster, "Endpoint.Address"))
                .readerEndpoint(attribute(cluster, "ReadEndpoint.Address"))
                .port(number(cluster, "Port", 3306))
                .dbSubnetGroup(text(cluster, "DBSubnetGroupName"))
                .dbClusterParameterGroup(cluster.property("/DBClusterParameterGroupName", "default.aurora-mysql8.0"))
                .vpcSecurityGroups(groups(cluster, "VpcSecurityGroupIds"))
                .storageEncrypted(cluster.property("/StorageEncrypted", "false").equals("true"))
                .kmsKeyId(text(cluster, "KmsKeyId"))
                .backupRetentionPeriod(number(cluster, "BackupRetentionPeriod", 1))
                .preferredBackupWindow(text(cluster, "PreferredBackupWindow"))
                .preferredMaintenanceWindow(text(cluster, "PreferredMaintenanceWindow"))
                .enabledCloudwatchLogsExports(texts(cluster, "EnableCloudwatchLogsExports"))
                .deletionProtection(
                        cluster.property("/DeletionProtection", "false").equals("true"))
                .copyTagsToSnapshot(
                        cluster.property("/CopyTagsToSnapshot", "false").equals("true"))
                .multiAZ(members.size() > 1)
                .dbClusterMembers(members(members))
                .clusterCreateTime(cluster.createdAt())
                .tagList(tags(cluster));
        JsonNode range = cluster.properties().path("ServerlessV2ScalingConfiguration");
        if (range.isObject()) {
            description.serverlessV2ScalingConfiguration(scaling -> {
                scaling.minCapacity(range.path("MinCapacity").asDouble());
                scaling.maxCapacity(range.path("MaxCapacity").asDouble());
                if (range.has("SecondsUntilAutoPause")) {
                    scaling.secondsUntilAutoPause(
                            range.path("SecondsUntilAutoPause").asInt());
                }
            });
        }
        return description.build();
    }

    private String arn(String kind, String id) {
        return "arn:%s:rds:%s:%s:%s:%s".formatted(Partitions.of(region), region, account, kind, id);
    }

    /**
     * An instance.
     *
     * @param cluster the one it is in, which has what an instance of Aurora takes from it; null if it is gone
     */
    DBInstance instance(LiveResource instance, @Nullable LiveResource cluster) {
        LiveResource settings = cluster == null ? instance : cluster;
        return DBInstance.builder()
                .dbInstanceIdentifier(instance.physicalId())
                .dbInstanceArn(arn("db", instance.physicalId()))
                .dbiResourceId(attribute(instance, "DbiResourceId"))
                .dbInstanceStatus("available")
                .dbInstanceClass(text(instance, "DBInstanceClass"))
                .dbClusterIdentifier(text(instance, "DBClusterIdentifier"))
                .engine(instance.property("/Engine", AuroraMySqlVersions.ENGINE))
                .engineVersion(settings.property("/EngineVersion", AuroraMySqlVersions.usual()))
                .dbName(text(settings, "DatabaseName"))
                .masterUsername(text(settings, "MasterUsername"))
                .endpoint(endpoint -> endpoint.address(attribute(instance, "Endpoint.Address"))
                        .port(number(settings, "Port", 3306)))
                .vpcSecurityGroups(groups(settings, "VpcSecurityGroupIds"))
                .availabilityZone(instance.property("/AvailabilityZone", region + "a"))
                .storageEncrypted(
                        settings.property("/StorageEncrypted", "false").equals("true"))
                .kmsKeyId(text(settings, "KmsKeyId"))
                .storageType("aurora")
                .promotionTier(number(instance, "PromotionTier", 1))
                .publiclyAccessible(
                        instance.property("/PubliclyAccessible", "false").equals("true"))
                .monitoringInterval(number(instance, "MonitoringInterval", 0))
                .monitoringRoleArn(text(instance, "MonitoringRoleArn"))
                .performanceInsightsEnabled(
                        instance.property("/EnablePerformanceInsights", "false").equals("true"))
                .instanceCreateTime(instance.createdAt())
                .tagList(tags(instance))
                .build();
    }

    /** A snapshot of a cluster, which CloudFormation took before it deleted the cluster. */
    DBClusterSnapshot snapshot(LiveResource snapshot) {
        return DBClusterSnapshot.builder()
                .dbClusterSnapshotIdentifier(snapshot.physicalId())
                .dbClusterSnapshotArn(attribute(snapshot, "DBClusterSnapshotArn"))
                .dbClusterIdentifier(text(snapshot, "DBClusterIdentifier"))
                .snapshotType("manual")
                .status("available")
                .percentProgress(100)
                .snapshotCreateTime(snapshot.createdAt())
                .engine(snapshot.property("/Engine", AuroraMySqlVersions.ENGINE))
                .engineVersion(snapshot.property("/EngineVersion", AuroraMySqlVersions.usual()))
                .engineMode("provisioned")
                .masterUsername(text(snapshot, "MasterUsername"))
                .port(number(snapshot, "Port", 3306))
                .storageEncrypted(
                        snapshot.property("/StorageEncrypted", "false").equals("true"))
                .kmsKeyId(text(snapshot, "KmsKeyId"))
                .tagList(tags(snapshot))
                .build();
    }

    private static List<DBClusterMember> members(List<LiveResource> instances) {
        List<LiveResource> byTier = instances.stream()
                .sorted(Comparator.comparingInt(instance -> number(instance, "PromotionTier", 1)))
                .toList();
        List<DBClusterMember> members = new ArrayList<>();
        for (LiveResource instance : byTier) {
            members.add(DBClusterMember.builder()
                    .dbInstanceIdentifier(instance.physicalId())
                    .isClusterWriter(members.isEmpty())
                    .dbClusterParameterGroupStatus("in-sync")
                    .promotionTier(number(instance, "PromotionTier", 1))
                    .build());
        }
        return members;
    }

    private static List<VpcSecurityGroupMembership> groups(LiveResource resource, String property) {
        return texts(resource, property).stream()
                .map(id -> VpcSecurityGroupMembership.builder()
                        .vpcSecurityGroupId(id)
                        .status("active")
                        .build())
                .toList();
    }

    private static List<Tag> tags(LiveResource resource) {
        return resource.tags().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private static List<String> texts(LiveResource resource, String property) {
        List<String> texts = new ArrayList<>();
        resource.properties().path(property).forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static @Nullable String text(LiveResource resource, String property) {
        JsonNode value = resource.properties().get(property);
        return value == null ? null : value.asText();
    }

    private static @Nullable String attribute(LiveResource resource, String name) {
        JsonNode value = resource.attributes().get(name);
        return value == null ? null : value.asText();
    }

    private static int number(LiveResource resource, String property, int absent) {
        return resource.properties().path(property).asInt(absent);
    }
}
