package io.tapdeck.monitor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** A CloudWatch with one value a minute, some of which are missing or late, kept as long as CloudWatch keeps them. */
final class FakeMetrics implements CloudWatchClient {
    /** After so many minutes the late ones are there. */
    static final int LATE = 8;

    private final InstantSource clock;
    final List<GetMetricDataRequest> calls = new ArrayList<>();

    FakeMetrics(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
        calls.add(request);
        return GetMetricDataResponse.builder()
                .metricDataResults(request.metricDataQueries().stream()
                        .map(query -> result(query, request.startTime(), request.endTime()))
                        .toList())
                .build();
    }

    private MetricDataResult result(MetricDataQuery query, Instant start, Instant end) {
        List<Instant> times = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        Duration period = Duration.ofSeconds(query.metricStat().period());
        Duration kept = kept(period);
        if (!start.isBefore(clock.instant().minus(kept))) {
            for (Instant at = Times.floor(start, period); at.isBefore(end); at = at.plus(period)) {
                double sum = 0;
                int count = 0;
                for (Instant minute = at; minute.isBefore(at.plus(period)); minute = minute.plusSeconds(60)) {
                    if (exists(minute)) {
                        sum += minute.getEpochSecond() / 60 % 1009;
                        count++;
                    }
                }
                if (count > 0) {
                    times.add(at);
                    values.add(sum / count);
                }
            }
        }
        return MetricDataResult.builder()
                .id(query.id())
                .statusCode(StatusCode.COMPLETE)
                .timestamps(times)
                .values(values)
                .build();
    }

    /** API reference, MetricStat, Period: a start of long ago takes a coarse period. */
    private static Duration kept(Duration period) {
        long seconds = period.toSeconds();
        return seconds % 3600 == 0
                ? Duration.ofDays(455)
                : seconds % 300 == 0 ? Duration.ofDays(63) : Duration.ofDays(15);
    }

    private boolean exists(Instant minute) {
        long number = minute.getEpochSecond() / 60;
        boolean gap = number % 101 < 7;
        Duration after = number % 5 == 0 ? Duration.ofMinutes(LATE) : Duration.ofMinutes(1);
        return !gap && !minute.plus(after).isAfter(clock.instant());
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
