package io.tapdeck.sandbox.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.cloudwatch.SandboxCloudWatch;
import io.tapdeck.sandbox.rds.SandboxRds;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetType;
import software.amazon.awssdk.services.cloudformation.model.DescribeStackDriftDetectionStatusResponse;
import software.amazon.awssdk.services.cloudformation.model.StackDriftDetectionStatus;
import software.amazon.awssdk.services.cloudformation.model.StackDriftStatus;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDrift;
import software.amazon.awssdk.services.cloudformation.model.StackResourceDriftStatus;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/** Drift, made by ordinary calls to the services (user guide, "Detect unmanaged configuration changes"). */
class DriftTest {

    private static final String TEMPLATE = """
            {"Resources": {
              "Db": {"Type": "AWS::RDS::DBCluster", "Properties": {"Engine": "aurora-mysql", "DBClusterIdentifier": "db",
                "BackupRetentionPeriod": 7, "DeletionProtection": true,
                "ServerlessV2ScalingConfiguration": {"MinCapacity": 0.5, "MaxCapacity": 2}}},
              "Alarm": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"AlarmName": "cpu", "Namespace": "N",
                "MetricName": "M", "Statistic": "Average", "Period": 60, "EvaluationPeriods": 3, "Threshold": 80,
                "ComparisonOperator": "GreaterThanThreshold", "AlarmActions": ["arn:aws:sns:us-east-1:111111111111:a"]}},
              "Meta": {"Type": "AWS::CDK::Metadata", "Properties": {"Analytics": "x"}}}}
            """;

    private final Cloud cloud = new Cloud();
    private final SandboxRds rds = new SandboxRds(cloud, cloud.world, "111111111111", "us-east-1");
    private final SandboxCloudWatch cloudWatch = new SandboxCloudWatch(cloud, cloud.world, "111111111111", "us-east-1");

    @BeforeEach
    void deployed() {
        cloud.deploy("s", ChangeSetType.CREATE, TEMPLATE);
        cloudWatch.advance();
    }

    @Test
    void aStackThatNobodyCheckedSaysSo() {
        assertThat(cloud.stack("s").driftInformation().stackDriftStatus()).isEqualTo(StackDriftStatus.NOT_CHECKED);
    }

    @Test
    void whatNobodyChangedIsInSync() {
        DescribeStackDriftDetectionStatusResponse detected = detect();

        assertThat(detected.stackDriftStatus()).isEqualTo(StackDriftStatus.IN_SYNC);
        assertThat(detected.driftedStackResourceCount()).isZero();
        assertThat(cloud.stack("s").driftInformation().stackDriftStatus()).isEqualTo(StackDriftStatus.IN_SYNC);
        assertThat(cloud.stack("s").driftInformation().lastCheckTimestamp()).isNotNull();
    }

    @Test
    void aDetectionTakesItsTimeAndRunsOncePerStack() {
        String id =
                cloud.client.detectStackDrift(request -> request.stackName("s")).stackDriftDetectionId();

        assertThat(status(id).detectionStatus()).isEqualTo(StackDriftDetectionStatus.DETECTION_IN_PROGRESS);
        assertThat(Refused.message(() -> cloud.client.detectStackDrift(request -> request.stackName("s"))))
                .startsWith("Drift detection is already in progress for stack");
        assertThat(cloud.stack("s").driftInformation().stackDriftStatus()).isEqualTo(StackDriftStatus.NOT_CHECKED);
    }

    @Test
    void aChangedClusterShowsEveryProperty() {
        rds.modifyDBCluster(request -> request.dbClusterIdentifier("db")
                .backupRetentionPeriod(3)
                .deletionProtection(false)
                .serverlessV2ScalingConfiguration(range -> range.maxCapacity(8.0)));
        assertThat(detect().driftedStackResourceCount()).isEqualTo(1);
        StackResourceDrift drift = drifts().getFirst();

        assertThat(drift.stackResourceDriftStatus()).isEqualTo(StackResourceDriftStatus.MODIFIED);
        assertThat(differences(drift))
                .containsExactlyInAnyOrder(
                        "NOT_EQUAL /BackupRetentionPeriod 7 3",
                        "NOT_EQUAL /DeletionProtection true false",
                        "NOT_EQUAL /ServerlessV2ScalingConfiguration/MaxCapacity 2 8");
        assertThat(drift.expectedProperties()).contains("\"BackupRetentionPeriod\":7");
        assertThat(drift.actualProperties()).contains("\"BackupRetentionPeriod\":3");
    }

    @Test
    void aChangedAlarmShowsWhatWasAddedRemovedAndChanged() {
        cloudWatch.putMetricAlarm(request -> request.alarmName("cpu")
                .namespace("N")
                .metricName("M")
                .statistic(Statistic.AVERAGE)
                .period(60)
                .evaluationPeriods(3)
                .threshold(95.5)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .alarmActions("arn:aws:sns:us-east-1:111111111111:a", "arn:aws:sns:us-east-1:111111111111:b"));
        detect();

        assertThat(differences(drifts().getLast()))
                .containsExactlyInAnyOrder(
                        "NOT_EQUAL /Threshold 80 95.5",
                        "ADD /AlarmActions/1 null arn:aws:sns:us-east-1:111111111111:b");
    }

    @Test
    void anElementThatWasTakenAwayIsRemoved() {
        cloudWatch.putMetricAlarm(request -> request.alarmName("cpu")
                .namespace("N")
                .metricName("M")
                .statistic(Statistic.AVERAGE)
                .period(60)
                .evaluationPeriods(3)
                .threshold(80.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                .alarmActions("arn:aws:sns:us-east-1:111111111111:b", "arn:aws:sns:us-east-1:111111111111:c"));
        detect();

        assertThat(differences(drifts().getLast()))
                .containsExactlyInAnyOrder(
                        "REMOVE /AlarmActions/0 arn:aws:sns:us-east-1:111111111111:a null",
                        "ADD /AlarmActions/0 null arn:aws:sns:us-east-1:111111111111:b",
                        "ADD /AlarmActions/1 null arn:aws:sns:us-east-1:111111111111:c");
    }

    @Test
    void aPropertyThatWasTakenAwayIsRemoved() {
        cloudWatch.putMetricAlarm(request -> request.alarmName("cpu")
                .namespace("N")
                .metricName("M")
                .statistic(Statistic.AVERAGE)
                .period(60)
                .evaluationPeriods(3)
                .threshold(80.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
        detect();

        assertThat(differences(drifts().getLast()))
                .containsExactly("REMOVE /AlarmActions [\"arn:aws:sns:us-east-1:111111111111:a\"] null");
    }

    @Test
    void whatWasDeletedIsToldApart() {
        cloudWatch.deleteAlarms(request -> request.alarmNames("cpu"));
        detect();

        assertThat(cloud.client
                        .describeStackResourceDrifts(request -> request.stackName("s")
                                .stackResourceDriftStatusFilters(StackResourceDriftStatus.DELETED))
                        .stackResourceDrifts())
                .singleElement()
                .satisfies(drift -> {
                    assertThat(drift.logicalResourceId()).isEqualTo("Alarm");
                    assertThat(drift.actualProperties()).isNull();
                });
        assertThat(cloud.stack("s").driftInformation().stackDriftStatus()).isEqualTo(StackDriftStatus.DRIFTED);
    }

    @Test
    void whatAwsDoesNotCheckStaysUnchecked() {
        detect();

        assertThat(drifts()).extracting(StackResourceDrift::logicalResourceId).containsExactly("Db", "Alarm");
        assertThat(cloud.client
                        .describeStackResources(
                                request -> request.stackName("s").logicalResourceId("Meta"))
                        .stackResources()
                        .getFirst()
                        .driftInformation()
                        .stackResourceDriftStatus())
                .isEqualTo(StackResourceDriftStatus.NOT_CHECKED);
    }

    @Test
    void oneResourceIsCheckedAtOnce() {
        rds.modifyDBCluster(request -> request.dbClusterIdentifier("db").backupRetentionPeriod(3));
        StackResourceDrift drift = cloud.client
                .detectStackResourceDrift(request -> request.stackName("s").logicalResourceId("Db"))
                .stackResourceDrift();

        assertThat(drift.stackResourceDriftStatus()).isEqualTo(StackResourceDriftStatus.MODIFIED);
        assertThat(Refused.message(() -> cloud.client.detectStackResourceDrift(
                        request -> request.stackName("s").logicalResourceId("Meta"))))
                .contains("not supported");
    }

    @Test
    void aSkippedResourceIsNotChecked() {
        cloud.fault("resource:Alarm/update=fail", "resource:Db/rollback=fail");
        String update = TEMPLATE.replace("\"BackupRetentionPeriod\": 7", "\"BackupRetentionPeriod\": 9")
                .replace("\"Threshold\": 80", "\"Threshold\": 90")
                .replace("AWS::CloudWatch::Alarm\",", "AWS::CloudWatch::Alarm\", \"DependsOn\": \"Db\",");
        cloud.deploy("s", ChangeSetType.UPDATE, update);
        cloud.client.continueUpdateRollback(request -> request.stackName("s").resourcesToSkip("Db"));
        cloud.settle();
        detect();

        assertThat(drifts()).extracting(StackResourceDrift::logicalResourceId).containsExactly("Alarm");
    }

    @Test
    void aStackInMotionIsNotChecked() {
        cloud.client.deleteStack(request -> request.stackName("s"));

        assertThat(Refused.message(() -> cloud.client.detectStackDrift(request -> request.stackName("s"))))
                .contains("in state DELETE_IN_PROGRESS");
    }

    private DescribeStackDriftDetectionStatusResponse detect() {
        String id =
                cloud.client.detectStackDrift(request -> request.stackName("s")).stackDriftDetectionId();
        cloud.pass(Duration.ofMinutes(1));
        return status(id);
    }

    private DescribeStackDriftDetectionStatusResponse status(String id) {
        return cloud.client.describeStackDriftDetectionStatus(request -> request.stackDriftDetectionId(id));
    }

    private List<StackResourceDrift> drifts() {
        return cloud.client
                .describeStackResourceDrifts(request -> request.stackName("s"))
                .stackResourceDrifts();
    }

    private static List<String> differences(StackResourceDrift drift) {
        return drift.propertyDifferences().stream()
                .map(one -> one.differenceType() + " " + one.propertyPath() + " " + one.expectedValue() + " "
                        + one.actualValue())
                .toList();
    }
}
