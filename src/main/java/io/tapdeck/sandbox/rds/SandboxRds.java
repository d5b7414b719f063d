package io.tapdeck.sandbox.rds;

import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterSnapshot;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.DbClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClusterSnapshotsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsResponse;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbInstancesResponse;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterRequest;
import software.amazon.awssdk.services.rds.model.ModifyDbClusterResponse;

/** Amazon RDS, over the clusters and instances that CloudFormation made: what reads them, and changes of a cluster. */
public final class SandboxRds implements RdsClient {
    private final InstantSource clock;
    private final ResourceWorld world;
    private final Databases databases;

    /**
     * The RDS of a region.
     *
     * @param clock the endpoint's time
     * @param account 12 digits
     * @param region such as {@code us-east-1}
     */
    public SandboxRds(InstantSource clock, ResourceWorld world, String account, String region) {
        this.clock = clock;
        this.world = world;
        this.databases = new Databases(account, region);
    }

    @Override
    public DescribeDbClustersResponse describeDBClusters(DescribeDbClustersRequest request) {
        String wanted = request.dbClusterIdentifier();
        List<DBCluster> clusters = world.ofType("AWS::RDS::DBCluster").stream()
                .map(cluster -> databases.cluster(cluster, members(cluster)))
                .filter(cluster -> names(wanted, cluster.dbClusterIdentifier(), cluster.dbClusterArn()))
                .toList();
        if (wanted != null && clusters.isEmpty()) {
            throw noCluster(wanted);
        }
        List<DBCluster> passed = Answers.filtered(
                clusters,
                request.filters(),
                Map.of(
                        "db-cluster-id", DBCluster::dbClusterIdentifier,
                        "db-cluster-resource-id", DBCluster::dbClusterResourceId,
                        "engine", DBCluster::engine));
        Answers.Page<DBCluster> page = Answers.page(passed, request.marker(), request.maxRecords());
        return DescribeDbClustersResponse.builder()
                .dbClusters(page.items())
                .marker(page.marker())
                .build();
    }

    @Override
    public ModifyDbClusterResponse modifyDBCluster(ModifyDbClusterRequest request) {
        LiveResource cluster = world.ofType("AWS::RDS::DBCluster").stream()
                .filter(one -> one.physicalId().equalsIgnoreCase(request.dbClusterIdentifier()))
                .findFirst()
                .orElseThrow(() -> noCluster(request.dbClusterIdentifier()));
        LiveResource changed = cluster.with(ClusterChange.of(request, cluster.properties()), clock.instant());
        world.put(changed);
        return ModifyDbClusterResponse.builder()
                .dbCluster(databases.cluster(changed, members(changed)))
                .build();
    }

    private static DbClusterNotFoundException noCluster(@Nullable String wanted) {
        return DbClusterNotFoundException.builder()
                .message("DBCluster " + wanted + " not found.")
                .build();
    }

    @Override
    public DescribeDbInstancesResponse describeDBInstances(DescribeDbInstancesRequest request) {
        String wanted = request.dbInstanceIdentifier();
        List<DBInstance> instances = world.ofType("AWS::RDS::DBInstance").stream()
                .map(instance -> databases.instance(instance, clusterOf(instance)))
                .filter(instance -> names(wanted, instance.dbInstanceIdentifier(), instance.dbInstanceArn()))
                .toList();
        if (wanted != null && instances.isEmpty()) {
            throw DbInstanceNotFoundException.builder()
                    .message("DBInstance " + wanted + " not found.")
                    .build();
        }
        List<DBInstance> passed = Answers.filtered(
                instances,
                request.filters(),
                Map.of(
                        "db-cluster-id", DBInstance::dbClusterIdentifier,
                        "db-instance-id", DBInstance::dbInstanceIdentifier,
                        "dbi-resource-id", DBInstance::dbiResourceId,
                        "engine", DBInstance::engine));
        Answers.Page<DBInstance> page = Answers.page(passed, request.marker(), request.maxRecords());
        return DescribeDbInstancesResponse.builder()
                .dbInstances(page.items())
                .marker(page.marker())
                .build();
    }

    @Override
    public DescribeDbClusterSnapshotsResponse describeDBClusterSnapshots(DescribeDbClusterSnapshotsRequest request) {
        String wanted = request.dbClusterSnapshotIdentifier();
        String cluster = request.dbClusterIdentifier();
        List<DBClusterSnapshot> snapshots = world.ofType("AWS::RDS::DBClusterSnapshot").stream()
                .map(databases::snapshot)
                .filter(snapshot ->
                        names(wanted, snapshot.dbClusterSnapshotIdentifier(), snapshot.dbClusterSnapshotArn()))
                .filter(snapshot -> cluster == null || cluster.equalsIgnoreCase(snapshot.dbClusterIdentifier()))
                .filter(snapshot ->
                        request.snapshotType() == null || request.snapshotType().equals(snapshot.snapshotType()))
                .toList();
        if (wanted != null && snapshots.isEmpty()) {
            throw DbClusterSnapshotNotFoundException.builder()
                    .message("DBClusterSnapshot not found: " + wanted)
                    .build();
        }
        List<DBClusterSnapshot> passed = Answers.filtered(
                snapshots,
                request.filters(),
                Map.of(
                        "db-cluster-id", DBClusterSnapshot::dbClusterIdentifier,
                        "db-cluster-snapshot-id", DBClusterSnapshot::dbClusterSnapshotIdentifier,
                        "snapshot-type", DBClusterSnapshot::snapshotType,
                        "engine", DBClusterSnapshot::engine));
        Answers.Page<DBClusterSnapshot> page = Answers.page(passed, request.marker(), request.maxRecords());
        return DescribeDbClusterSnapshotsResponse.builder()
                .dbClusterSnapshots(page.items())
                .marker(page.marker())
                .build();
    }

    @Override
    public DescribeDbEngineVersionsResponse describeDBEngineVersions(DescribeDbEngineVersionsRequest request) {
        boolean defaultOnly = Boolean.TRUE.equals(request.defaultOnly());
        List<DBEngineVersion> versions = AuroraMySqlVersions.all().stream()
                .filter(version -> request.engine() == null || request.engine().equals(version.engine()))
                .filter(version -> isVersion(request.engineVersion(), version))
                .filter(version -> request.dbParameterGroupFamily() == null
                        || request.dbParameterGroupFamily().equals(version.dbParameterGroupFamily()))
                .filter(version -> !defaultOnly || AuroraMySqlVersions.usual().equals(version.engineVersion()))
                .toList();
        List<DBEngineVersion> passed = Answers.filtered(
                versions,
                request.filters(),
                Map.of(
                        "db-parameter-group-family", DBEngineVersion::dbParameterGroupFamily,
                        "engine", DBEngineVersion::engine,
                        "engine-mode", version -> version.supportedEngineModes().getFirst(),
                        "engine-version", DBEngineVersion::engineVersion,
                        "status", DBEngineVersion::status));
        Answers.Page<DBEngineVersion> page = Answers.page(passed, request.marker(), request.maxRecords());
        return DescribeDbEngineVersionsResponse.builder()
                .dbEngineVersions(page.items())
                .marker(page.marker())
                .build();
    }

    /** A major version such as {@code 8.0} names all of its versions. */
    private static boolean isVersion(@Nullable String wanted, DBEngineVersion version) {
        return wanted == null || wanted.equals(version.engineVersion()) || wanted.equals(version.majorEngineVersion());
    }

    private static boolean names(@Nullable String wanted, String identifier, @Nullable String arn) {
        return wanted == null || wanted.equalsIgnoreCase(identifier) || wanted.equals(arn);
    }

    private List<LiveResource> members(LiveResource cluster) {
        return world.ofType("AWS::RDS::DBInstance").stream()
                .filter(instance ->
                        instance.property("/DBClusterIdentifier", "").equals(cluster.physicalId()))
                .toList();
    }

    private @Nullable LiveResource clusterOf(LiveResource instance) {
        return world.find("AWS::RDS::DBCluster", instance.property("/DBClusterIdentifier", ""))
                .orElse(null);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
