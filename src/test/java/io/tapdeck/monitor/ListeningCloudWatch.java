package io.tapdeck.monitor;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;

/** Writes down what is asked, and can be cut off, forget, or answer in small pages. */
final class ListeningCloudWatch implements CloudWatchClient {
    private final CloudWatchClient cloudWatch;
    private final List<GetMetricDataRequest> metricQuestions = new ArrayList<>();
    private boolean cutOff;
    private boolean forgetful;
    private int pageOfPoints = 100_800;
    private int pageOfItems = 100;

    ListeningCloudWatch(CloudWatchClient cloudWatch) {
        this.cloudWatch = cloudWatch;
    }

    /** What GetMetricData was asked since the last time. */
    List<GetMetricDataRequest> takeMetricQuestions() {
        List<GetMetricDataRequest> taken = List.copyOf(metricQuestions);
        metricQuestions.clear();
        return taken;
    }

    void cutOff() {
        cutOff = true;
    }

    void forgetHistory() {
        forgetful = true;
    }

    void answerInSmallPages() {
        pageOfPoints = 25;
        pageOfItems = 1;
    }

    private void reach() {
        if (cutOff) {
            throw SdkClientException.create("Unable to execute HTTP request: Connection refused");
        }
    }

    @Override
    public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
        reach();
        metricQuestions.add(request);
        return cloudWatch.getMetricData(
                request.toBuilder().maxDatapoints(pageOfPoints).build());
    }

    @Override
    public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
        reach();
        return cloudWatch.describeAlarms(
                request.toBuilder().maxRecords(pageOfItems).build());
    }

    @Override
    public DescribeAlarmHistoryResponse describeAlarmHistory(DescribeAlarmHistoryRequest request) {
        reach();
        return forgetful
                ? DescribeAlarmHistoryResponse.builder().build()
                : cloudWatch.describeAlarmHistory(
                        request.toBuilder().maxRecords(pageOfItems).build());
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
