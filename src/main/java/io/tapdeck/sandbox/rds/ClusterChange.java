package io.tapdeck.sandbox.rds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ServerlessV2ScalingConfiguration;

/** What ModifyDBCluster changes of a cluster, in the words of {@code AWS::RDS::DBCluster}; at once, whatever was asked. */
final class ClusterChange {
    private static final int LONGEST_RETENTION = 35;

    private ClusterChange() {}

    /** The properties of a cluster after a request; what the request leaves out stays. */
    static ObjectNode of(ModifyDbClusterRequest request, ObjectNode before) {
        ObjectNode after = before.deepCopy();
        Integer retention = request.backupRetentionPeriod();
        if (retention != null && (retention < 1 || retention > LONGEST_RETENTION)) {
            throw Answers.error(
                    "InvalidParameterValue",
                    "Invalid backup retention period: " + retention + ". Must be between 1 and " + LONGEST_RETENTION
                            + ".");
        }
        put(after, "BackupRetentionPeriod", retention);
        put(after, "Port", request.port());
        put(after, "DeletionProtection", request.deletionProtection());
        put(after, "CopyTagsToSnapshot", request.copyTagsToSnapshot());
        put(after, "EngineVersion", request.engineVersion());
        put(after, "PreferredBackupWindow", request.preferredBackupWindow());
        put(after, "PreferredMaintenanceWindow", request.preferredMaintenanceWindow());
        put(after, "DBClusterParameterGroupName", request.dbClusterParameterGroupName());
        if (request.hasVpcSecurityGroupIds()) {
            ArrayNode groups = after.putArray("VpcSecurityGroupIds");
            request.vpcSecurityGroupIds().forEach(groups::add);
        }
        ServerlessV2ScalingConfiguration range = request.serverlessV2ScalingConfiguration();
        if (range != null) {
            capacity(after.withObject("/ServerlessV2ScalingConfiguration"), range);
        }
        return after;
    }

    private static void capacity(ObjectNode scaling, ServerlessV2ScalingConfiguration range) {
        put(scaling, "MinCapacity", range.minCapacity());
        put(scaling, "MaxCapacity", range.maxCapacity());
        put(scaling, "SecondsUntilAutoPause", range.secondsUntilAutoPause());
        if (scaling.path("MinCapacity").asDouble() > scaling.path("MaxCapacity").asDouble()) {
            throw Answers.error(
                    "InvalidParameterCombination",
                    "The Serverless v2 minimum capacity must not be greater than the maximum capacity.");
        }
    }

    /** Whole numbers without a fraction, as templates write them. */
    private static void put(ObjectNode properties, String name, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Double number when number == Math.rint(number) -> properties.put(name, number.intValue());
            case Double number -> properties.put(name, number);
            case Integer number -> properties.put(name, number);
            case Boolean flag -> properties.put(name, flag);
            default -> properties.put(name, value.toString());
        }
    }
}
