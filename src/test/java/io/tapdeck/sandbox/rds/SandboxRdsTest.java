package io.tapdeck.sandbox.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DbInstanceNotFoundException;
import software.amazon.awssdk.services.rds.model.DescribeDbClustersResponse;
import software.amazon.awssdk.services.rds.model.Filter;
import software.amazon.awssdk.services.rds.model.RdsException;

class SandboxRdsTest {
    private static final Instant CREATED = Instant.parse("2026-11-22T08:00:00Z");

    private final ResourceWorld world = new ResourceWorld();
    private final SandboxRds rds = new SandboxRds(() -> CREATED, world, "000000000000", "us-east-1");

    @Test
    void aClusterHasWhatTheTemplateGaveIt() {
        ObjectNode properties = cluster("dev-cluster");
        properties
                .put("EngineVersion", "8.0.mysql_aurora.3.08.2")
                .put("DatabaseName", "saasdb")
                .put("DeletionProtection", true)
                .putObject("ServerlessV2ScalingConfiguration")
                .put("MinCapacity", 0.5)
                .put("MaxCapacity", 2);

        DBCluster cluster = rds.describeDBClusters().dbClusters().getFirst();

        assertThat(cluster.dbClusterArn()).isEqualTo("arn:aws:rds:us-east-1:000000000000:cluster:dev-cluster");
        assertThat(cluster.engineVersion()).isEqualTo("8.0.mysql_aurora.3.08.2");
        assertThat(cluster.databaseName()).isEqualTo("saasdb");
        assertThat(cluster.deletionProtection()).isTrue();
        assertThat(cluster.serverlessV2ScalingConfiguration().minCapacity()).isEqualTo(0.5);
        assertThat(cluster.serverlessV2ScalingConfiguration().maxCapacity()).isEqualTo(2);
        assertThat(cluster.clusterCreateTime()).isEqualTo(CREATED);
        assertThat(cluster.endpoint()).isEqualTo("dev-cluster.example");
        assertThat(cluster.tagList()).extracting("key").containsExactly("tapdeck:suffix");
    }

    @Test
    void theInstanceOfTheLowestTierWrites() {
        cluster("dev-cluster");
        instance("reader", "dev-cluster").put("PromotionTier", 1);
        instance("writer", "dev-cluster").put("PromotionTier", 0);
        instance("stranger", "another-cluster").put("PromotionTier", 0);

        List<DBClusterMember> members =
                rds.describeDBClusters().dbClusters().getFirst().dbClusterMembers();

        assertThat(members).extracting(DBClusterMember::dbInstanceIdentifier).containsExactly("writer", "reader");
        assertThat(members).extracting(DBClusterMember::isClusterWriter).containsExactly(true, false);
    }

    @Test
    void instancesAreFoundByTheirCluster() {
        instance("writer", "dev-cluster");
        instance("stranger", "another-cluster");
        Filter filter =
                Filter.builder().name("db-cluster-id").values("dev-cluster").build();

        assertThat(rds.describeDBInstances(request -> request.filters(filter)).dbInstances())
                .extracting(DBInstance::dbInstanceIdentifier)
                .containsExactly("writer");
    }

    @Test
    void whatIsNotThereIsAnError() {
        assertThatThrownBy(() -> rds.describeDBInstances(request -> request.dbInstanceIdentifier("none")))
                .isInstanceOf(DbInstanceNotFoundException.class)
                .hasMessage("DBInstance none not found.");
    }

    @Test
    void aFilterThatIsNoneIsRefused() {
        Filter filter = Filter.builder().name("colour").values("red").build();

        assertThatThrownBy(() -> rds.describeDBClusters(request -> request.filters(filter)))
                .isInstanceOfSatisfying(
                        RdsException.class,
                        e -> assertThat(e.awsErrorDetails().errorMessage())
                                .isEqualTo("Unrecognized filter name: colour"));
    }

    @Test
    void pagesFollowEachOtherToTheEnd() {
        for (int i = 10; i < 55; i++) {
            cluster("cluster-" + i);
        }
        DescribeDbClustersResponse first = rds.describeDBClusters(request -> request.maxRecords(20));
        DescribeDbClustersResponse last =
                rds.describeDBClusters(request -> request.maxRecords(40).marker(first.marker()));

        assertThat(first.dbClusters()).hasSize(20);
        assertThat(last.dbClusters()).hasSize(25);
        assertThat(last.marker()).isNull();
        assertThat(rds.describeDBClustersPaginator(request -> request.maxRecords(20))
                        .dbClusters())
                .extracting(DBCluster::dbClusterIdentifier)
                .doesNotHaveDuplicates()
                .hasSize(45);
    }

    @Test
    void aPageHasTwentyToAHundredRecords() {
        assertThatThrownBy(() -> rds.describeDBClusters(request -> request.maxRecords(19)))
                .isInstanceOfSatisfying(
                        RdsException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValue"));
    }

    @ParameterizedTest
    @CsvSource({
        "8.0.mysql_aurora.3.04.0, 0.5, 128",
        "8.0.mysql_aurora.3.06.0, 0.5, 256",
        "8.0.mysql_aurora.3.08.2, 0, 256",
        "8.0.mysql_aurora.3.10.0, 0, 256"
    })
    void aVersionSaysWhatCapacityItTakes(String version, double minimum, double maximum) {
        DBEngineVersion described = rds.describeDBEngineVersions(
                        request -> request.engine("aurora-mysql").engineVersion(version))
                .dbEngineVersions()
                .getFirst();

        assertThat(described.serverlessV2FeaturesSupport().minCapacity()).isEqualTo(minimum);
        assertThat(described.serverlessV2FeaturesSupport().maxCapacity()).isEqualTo(maximum);
    }

    @Test
    void aMajorVersionNamesAllOfItsVersions() {
        assertThat(rds.describeDBEngineVersions(request -> request.engineVersion("8.0"))
                        .dbEngineVersions())
                .hasSizeGreaterThan(10);
        assertThat(rds.describeDBEngineVersions(request -> request.engine("oracle-ee"))
                        .dbEngineVersions())
                .isEmpty();
        assertThat(rds.describeDBEngineVersions(request -> request.defaultOnly(true))
                        .dbEngineVersions())
                .hasSize(1);
    }

    /** Makes a cluster; what is put into its properties later is there as well. */
    private ObjectNode cluster(String id) {
        return make("AWS::RDS::DBCluster", id, JsonNodeFactory.instance.objectNode());
    }

    private ObjectNode instance(String id, String cluster) {
        return make(
                "AWS::RDS::DBInstance",
                id,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("DBClusterIdentifier", cluster)
                        .put("DBInstanceClass", "db.serverless"));
    }

    private ObjectNode make(String type, String id, ObjectNode properties) {
        ObjectNode attributes = JsonNodeFactory.instance.objectNode().put("Endpoint.Address", id + ".example");
        world.put(new LiveResource(
                "stack-id",
                "stack",
                id,
                type,
                id,
                properties,
                attributes,
                Map.of("tapdeck:suffix", "dev"),
                CREATED,
                CREATED));
        return properties;
    }
}
