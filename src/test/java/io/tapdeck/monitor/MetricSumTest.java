package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.MetricDescription.Part;
import io.tapdeck.environment.MetricDimension;
import io.tapdeck.environment.PhysicalResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** A chart of a sum asks for one expression over its metrics, and counts them all against the limits of a call. */
class MetricSumTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    private static final MetricDimension TABLE = MetricDimension.of("TableName", "AWS::DynamoDB::Table", "Jobs");
    private static final MetricDescription THROTTLES = new MetricDescription(
            "ThrottleEvents",
            List.of(
                    new Part("AWS/DynamoDB", "ReadThrottleEvents", List.of(TABLE)),
                    new Part("AWS/DynamoDB", "WriteThrottleEvents", List.of(TABLE))),
            "Sum",
            "");

    private final Asked asked = new Asked();
    private final MetricReader reader = new MetricReader(asked, BackOff.real());

    /** Answers every query that returns data with one point. */
    private static final class Asked implements CloudWatchClient {
        final List<List<MetricDataQuery>> calls = new ArrayList<>();

        @Override
        public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
            calls.add(request.metricDataQueries());
            return GetMetricDataResponse.builder()
                    .metricDataResults(request.metricDataQueries().stream()
                            .filter(MetricDataQuery::returnData)
                            .map(query -> MetricDataResult.builder()
                                    .id(query.id())
                                    .timestamps(START)
                                    .values(3.0)
                                    .build())
                            .toList())
                    .build();
        }

        @Override
        public String serviceName() {
            return "cloudwatch";
        }

        @Override
        public void close() {}
    }

    private static MetricSource source(String table) {
        Watched environment = new Watched(
                "111122223333",
                "us-east-1",
                "tapdeck-x-" + table,
                new AuroraMySql(),
                List.of(new PhysicalResource("Jobs1", "AWS::DynamoDB::Table", table)));
        return MetricSource.of(environment, THROTTLES).orElseThrow();
    }

    private static MetricQuestion question(String table) {
        return new MetricQuestion(source(table), Resolution.FIVE_MINUTES, START, START.plusSeconds(600));
    }

    @Test
    void isOneExpressionOverItsMetrics() {
        var answers = reader.read(List.of(question("jobs")), START.plusSeconds(600));

        assertThat(answers.getFirst().points())
                .singleElement()
                .satisfies(point -> assertThat(point.value()).isEqualTo(3.0));
        List<MetricDataQuery> queries = asked.calls.getFirst();
        assertThat(queries).extracting(MetricDataQuery::returnData).containsExactly(false, false, true);
        assertThat(queries.getLast().expression())
                .isEqualTo("SUM([%s, %s])", queries.get(0).id(), queries.get(1).id());
        assertThat(queries.getFirst()
                        .metricStat()
                        .metric()
                        .dimensions()
                        .getFirst()
                        .value())
                .isEqualTo("jobs");
    }

    @Test
    void aCallNeverHasMoreQueriesThanCloudWatchTakes() {
        List<MetricQuestion> many = new ArrayList<>();
        for (int i = 0; i < MetricBatch.MOST_QUERIES; i++) {
            many.add(question("jobs" + i));
        }

        assertThat(reader.read(many, START.plusSeconds(600))).hasSize(many.size());

        assertThat(asked.calls).allMatch(queries -> queries.size() <= MetricBatch.MOST_QUERIES);
    }

    @Test
    void isKeptApartFromItsMetrics() {
        assertThat(source("jobs").series(Resolution.MINUTE)).contains("ReadThrottleEvents", "WriteThrottleEvents");
        assertThat(source("jobs").series(Resolution.MINUTE))
                .isNotEqualTo(source("other").series(Resolution.MINUTE));
    }
}
