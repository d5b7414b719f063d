package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** What CloudWatch gives in part is asked for again, alone. */
class PartialDataTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final Scripted cloudWatch = new Scripted();
    private final MetricReader reader = new MetricReader(cloudWatch, BackOff.real());

    /** Answers the first query of each call with the next of these states, and all others completely. */
    private static final class Scripted implements CloudWatchClient {
        final Deque<StatusCode> states = new ArrayDeque<>();
        final List<Integer> queries = new ArrayList<>();

        @Override
        public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
            queries.add(request.metricDataQueries().size());
            StatusCode first = states.isEmpty() ? StatusCode.COMPLETE : states.removeFirst();
            List<MetricDataResult> results = new ArrayList<>();
            for (MetricDataQuery query : request.metricDataQueries()) {
                results.add(MetricDataResult.builder()
                        .id(query.id())
                        .statusCode(results.isEmpty() ? first : StatusCode.COMPLETE)
                        .timestamps(NOON.minusSeconds(60))
                        .values(1.0)
                        .build());
            }
            return GetMetricDataResponse.builder().metricDataResults(results).build();
        }

        @Override
        public String serviceName() {
            return SERVICE_NAME;
        }

        @Override
        public void close() {}
    }

    @Test
    void itIsAskedForAgainUntilItIsComplete() {
        cloudWatch.states.add(StatusCode.PARTIAL_DATA);

        assertThat(reader.read(questions(), NOON)).hasSize(3).allMatch(MetricReader.Answer::complete);

        assertThat(cloudWatch.queries).containsExactly(3, 1);
    }

    @Test
    void whatStaysInPartIsNotTakenForAll() {
        cloudWatch.states.addAll(List.of(StatusCode.PARTIAL_DATA, StatusCode.PARTIAL_DATA, StatusCode.PARTIAL_DATA));

        assertThat(reader.read(questions(), NOON))
                .hasSize(3)
                .filteredOn(answer -> !answer.complete())
                .singleElement()
                .satisfies(answer -> assertThat(answer.points()).hasSize(1));
    }

    @Test
    void anInnerErrorThatStaysIsAFailure() {
        cloudWatch.states.addAll(
                List.of(StatusCode.INTERNAL_ERROR, StatusCode.INTERNAL_ERROR, StatusCode.INTERNAL_ERROR));

        assertThatThrownBy(() -> reader.read(questions(), NOON))
                .isInstanceOf(MonitorException.class)
                .hasMessageContaining("ServerlessDatabaseCapacity");
    }

    private static List<MetricQuestion> questions() {
        return FleetCloudWatch.environments("111122223333", "us-east-1", 3).stream()
                .map(environment -> MetricSource.of(
                                environment,
                                environment.blueprint().charts().getFirst().metric())
                        .orElseThrow())
                .map(source -> new MetricQuestion(source, Resolution.MINUTE, NOON.minusSeconds(600), NOON))
                .toList();
    }
}
