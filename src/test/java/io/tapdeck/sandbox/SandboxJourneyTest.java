package io.tapdeck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.sandbox.faults.FaultScript;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AlreadyExistsException;
import software.amazon.awssdk.services.cloudformation.model.Capability;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.ExecutionStatus;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudformation.model.StackStatus;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmHistoryItem;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.HistoryItemType;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBCluster;
import software.amazon.awssdk.services.rds.model.DBClusterMember;
import software.amazon.awssdk.services.rds.model.DbClusterNotFoundException;
import software.amazon.awssdk.services.rds.model.Filter;

/** A whole environment on the composed sandbox, over HTTP, in virtual time. */
class SandboxJourneyTest {
    private static final String STACK = "tapdeck-aurora-mysql-dev";
    private static final SandboxOptions VIRTUAL =
            SandboxOptions.usual().withPort(0).withSpeed(1);

    private final VirtualClock clock = new VirtualClock();

    @TempDir
    Path folder;

    @Test
    void anEnvironmentComesUpByAChangeSet() throws Exception {
        try (Sandbox sandbox = Sandbox.start(VIRTUAL, clock);
                CloudFormationClient stacks = stacksAt(sandbox.endpoint());
                RdsClient rds = Clients.client(RdsClient::builder, sandbox.endpoint())) {
            stacks.createChangeSet(request -> request.stackName(STACK)
                    .changeSetName("create")
                    .changeSetType(ChangeSetType.CREATE)
                    .capabilities(Capability.CAPABILITY_NAMED_IAM)
                    .templateBody(template()));
            clock.advance(Duration.ofSeconds(30));
            var changeSet =
                    stacks.describeChangeSet(request -> request.stackName(STACK).changeSetName("create"));
            assertThat(changeSet.executionStatus()).isEqualTo(ExecutionStatus.AVAILABLE);
            assertThat(changeSet.changes()).hasSizeGreaterThan(15);

            stacks.executeChangeSet(request -> request.stackName(STACK).changeSetName("create"));
            clock.advance(Duration.ofMinutes(2));
            assertThat(stack(stacks).stackStatus()).isEqualTo(StackStatus.CREATE_IN_PROGRESS);
            clock.advance(Duration.ofMinutes(40));

            assertThat(stack(stacks).stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
            assertThat(stack(stacks).outputs()).isNotEmpty();
            assertThat(stacks.describeStackResources(request -> request.stackName(STACK))
                            .stackResources())
                    .allSatisfy(resource ->
                            assertThat(resource.resourceStatusAsString()).isEqualTo("CREATE_COMPLETE"));
            DBCluster cluster = rds.describeDBClusters().dbClusters().getFirst();
            assertThat(cluster.engine()).isEqualTo("aurora-mysql");
            assertThat(cluster.serverlessV2ScalingConfiguration().maxCapacity()).isPositive();
            assertThat(cluster.dbClusterMembers())
                    .filteredOn(DBClusterMember::isClusterWriter)
                    .hasSize(1);
            Filter ofCluster = Filter.builder()
                    .name("db-cluster-id")
                    .values(cluster.dbClusterIdentifier())
                    .build();
            assertThat(rds.describeDBInstances(request -> request.filters(ofCluster))
                            .dbInstances())
                    .hasSameSizeAs(cluster.dbClusterMembers());
        }
    }

    @Test
    void itsAlarmsAndMetricsMove() throws Exception {
        try (Sandbox sandbox = Sandbox.start(VIRTUAL, clock);
                CloudFormationClient stacks = stacksAt(sandbox.endpoint());
                CloudWatchClient metrics = Clients.client(CloudWatchClient::builder, sandbox.endpoint())) {
            create(stacks);
            clock.advance(Duration.ofMinutes(40));
            assertThat(metrics.describeAlarms().metricAlarms()).hasSize(4);
            clock.advance(Duration.ofHours(3));

            List<MetricDataResult> results = metrics.getMetricData(request -> request.startTime(
                                    clock.instant().minus(Duration.ofHours(1)))
                            .endTime(clock.instant())
                            .metricDataQueries(MetricDataQuery.builder()
                                    .id("acu")
                                    .metricStat(stat -> stat.period(60)
                                            .stat("Average")
                                            .metric(metric -> metric.namespace("AWS/RDS")
                                                    .metricName("ServerlessDatabaseCapacity")
                                                    .dimensions(Dimension.builder()
                                                            .name("DBClusterIdentifier")
                                                            .value(clusterOf(stacks))
                                                            .build())))
                                    .build()))
                    .metricDataResults();

            assertThat(results.getFirst().values()).hasSizeGreaterThan(50);
            assertThat(metrics.describeAlarmHistoryPaginator(
                                    request -> request.historyItemType(HistoryItemType.STATE_UPDATE))
                            .alarmHistoryItems())
                    .extracting(AlarmHistoryItem::historySummary)
                    .anyMatch(summary -> summary.endsWith("to ALARM"))
                    .anyMatch(summary -> summary.contains("from ALARM"));
        }
    }

    @Test
    void itIsThereAgainAfterARestartAsIfNothingHadHappened() throws Exception {
        List<StackEvent> before;
        try (Sandbox sandbox = Sandbox.start(VIRTUAL.withFolder(folder), clock);
                CloudFormationClient stacks = stacksAt(sandbox.endpoint())) {
            create(stacks);
            clock.advance(Duration.ofMinutes(4));
            before = events(stacks);
            assertThat(before).hasSizeGreaterThan(10);
        }
        clock.advance(Duration.ofDays(1));
        try (Sandbox sandbox = Sandbox.start(VIRTUAL.withFolder(folder), clock);
                CloudFormationClient stacks = stacksAt(sandbox.endpoint())) {
            assertThat(sandbox.notices()).isEmpty();
            assertThat(events(stacks)).isEqualTo(before);
            assertThat(stack(stacks).stackStatus()).isEqualTo(StackStatus.CREATE_IN_PROGRESS);

            clock.advance(Duration.ofMinutes(40));

            assertThat(stack(stacks).stackStatus()).isEqualTo(StackStatus.CREATE_COMPLETE);
        }
    }

    @Test
    void aFailureStaysAFailureAfterARestartWithoutItsFault() throws Exception {
        FaultScript faults = FaultScript.parse("resource:AWS::RDS::DBCluster=fail:No capacity");
        try (Sandbox sandbox = Sandbox.start(VIRTUAL.withFolder(folder).withFaults(faults), clock);
                CloudFormationClient stacks = stacksAt(sandbox.endpoint())) {
            create(stacks);
            clock.advance(Duration.ofMinutes(40));
            assertThat(stack(stacks).stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
            assertThat(events(stacks))
                    .anySatisfy(
                            event -> assertThat(event.resourceStatusReason()).isEqualTo("No capacity"));
        }
        try (Sandbox sandbox = Sandbox.start(VIRTUAL.withFolder(folder), clock);
                CloudFormationClient stacks = stacksAt(sandbox.endpoint())) {
            assertThat(stack(stacks).stackStatus()).isEqualTo(StackStatus.ROLLBACK_COMPLETE);
        }
    }

    @Test
    void aRegionKnowsNothingOfAnother() throws Exception {
        try (Sandbox sandbox = Sandbox.start(VIRTUAL, clock);
                CloudFormationClient here = stacksAt(sandbox.endpoint());
                CloudFormationClient there =
                        Clients.client(CloudFormationClient::builder, sandbox.endpoint(), Region.EU_CENTRAL_1)) {
            create(here);

            assertThat(there.describeStacks().stacks()).isEmpty();
            assertThat(here.describeStacks().stacks()).hasSize(1);
        }
    }

    @Test
    void errorsHaveTheirClasses() throws Exception {
        try (Sandbox sandbox = Sandbox.start(VIRTUAL, clock);
                CloudFormationClient stacks = stacksAt(sandbox.endpoint());
                RdsClient rds = Clients.client(RdsClient::builder, sandbox.endpoint())) {
            create(stacks);

            assertThatThrownBy(() -> create(stacks)).isInstanceOf(AlreadyExistsException.class);
            assertThatThrownBy(() -> rds.describeDBClusters(request -> request.dbClusterIdentifier("none")))
                    .isInstanceOfSatisfying(DbClusterNotFoundException.class, e -> {
                        assertThat(e.awsErrorDetails().errorCode()).isEqualTo("DBClusterNotFoundFault");
                        assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("DBCluster none not found.");
                    });
        }
    }

    private static CloudFormationClient stacksAt(URI endpoint) {
        return Clients.client(CloudFormationClient::builder, endpoint);
    }

    private static String clusterOf(CloudFormationClient stacks) {
        return stacks.describeStackResources(request -> request.stackName(STACK)).stackResources().stream()
                .filter(resource -> resource.resourceType().equals("AWS::RDS::DBCluster"))
                .findFirst()
                .orElseThrow()
                .physicalResourceId();
    }

    private static void create(CloudFormationClient stacks) {
        stacks.createStack(request -> request.stackName(STACK)
                .capabilities(Capability.CAPABILITY_NAMED_IAM)
                .templateBody(template()));
    }

    private static Stack stack(CloudFormationClient stacks) {
        return stacks.describeStacks(request -> request.stackName(STACK))
                .stacks()
                .getFirst();
    }

    private static List<StackEvent> events(CloudFormationClient stacks) {
        return stacks.describeStackEventsPaginator(request -> request.stackName(STACK)).stackEvents().stream()
                .toList();
    }

    private static String template() {
        try (InputStream in = Objects.requireNonNull(
                SandboxJourneyTest.class.getResourceAsStream("/templates/aurora-mysql-dev.template.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
