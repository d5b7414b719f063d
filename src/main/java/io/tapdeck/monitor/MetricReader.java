package io.tapdeck.monitor;

import io.tapdeck.store.MetricArchive.Point;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** Asks GetMetricData: as few calls as its limits allow, every page of each, and again for what came in part only. */
final class MetricReader {
    /** How often the same is asked; what is still missing then is asked for at the next refresh. */
    private static final int ATTEMPTS = 3;

    private final CloudWatchClient cloudWatch;
    private final BackOff backOff;

    MetricReader(CloudWatchClient cloudWatch, BackOff backOff) {
        this.cloudWatch = cloudWatch;
        this.backOff = backOff;
    }

    /**
     * What a question gave.
     *
     * @param points within the question's span
     * @param complete whether CloudWatch says that this is all
     */
    record Answer(MetricQuestion question, List<Point> points, boolean complete) {}

    /** Reads all, in no particular order. */
    List<Answer> read(List<MetricQuestion> questions, Instant now) {
        List<Answer> answers = new ArrayList<>();
        for (MetricBatch batch : MetricBatch.of(questions, now)) {
            answers.addAll(read(batch));
        }
        return answers;
    }

    private List<Answer> read(MetricBatch batch) {
        List<Answer> answers = new ArrayList<>();
        List<MetricQuestion> open = batch.questions();
        for (int attempt = 1; !open.isEmpty(); attempt++) {
            List<MetricQuestion> again = new ArrayList<>();
            for (Reading reading : ask(open, batch.start(), batch.end())) {
                boolean complete = reading.status == StatusCode.COMPLETE;
                if (complete || attempt == ATTEMPTS) {
                    reading.refuseFailure();
                    answers.add(new Answer(reading.question, reading.points(), complete));
                } else {
                    again.add(reading.question);
                }
            }
            open = again;
        }
        return answers;
    }

    /** What has come of one question so far. */
    private static final class Reading {
        final MetricQuestion question;
        /** By time: a page may repeat what was on the one before. */
        final Map<Instant, Double> values = new TreeMap<>();

        StatusCode status = StatusCode.COMPLETE;

        Reading(MetricQuestion question) {
            this.question = question;
        }

        void add(MetricDataResult result) {
            status = result.statusCode() == null ? StatusCode.COMPLETE : result.statusCode();
            if (status == StatusCode.FORBIDDEN) {
                refuseFailure();
            }
            int count = Math.min(result.timestamps().size(), result.values().size());
            for (int i = 0; i < count; i++) {
                values.put(result.timestamps().get(i), result.values().get(i));
            }
        }

        List<Point> points() {
            return values.entrySet().stream()
                    .filter(value -> !value.getKey().isBefore(question.start())
                            && value.getKey().isBefore(question.end()))
                    .map(value -> new Point(value.getKey(), value.getValue()))
                    .toList();
        }

        void refuseFailure() {
            if (status == StatusCode.FORBIDDEN || status == StatusCode.INTERNAL_ERROR) {
                throw new MonitorException(
                        "CloudWatch does not give %s: %s."
                                .formatted(question.source().description().name(), status),
                        null);
            }
        }
    }

    private List<Reading> ask(List<MetricQuestion> questions, Instant start, Instant end) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        List<MetricDataQuery> queries = new ArrayList<>();
        for (MetricQuestion question : questions) {
            String id = "m" + readings.size();
            readings.put(id, new Reading(question));
            queries.addAll(MetricQueries.of(id, question));
        }
        GetMetricDataRequest request = GetMetricDataRequest.builder()
                .metricDataQueries(queries)
                .startTime(start)
                .endTime(end)
                .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                .build();
        String token = null;
        do {
            GetMetricDataRequest page = request.toBuilder().nextToken(token).build();
            GetMetricDataResponse response = backOff.call(() -> cloudWatch.getMetricData(page));
            for (MetricDataResult result : response.metricDataResults()) {
                Reading reading = readings.get(result.id());
                if (reading != null) {
                    reading.add(result);
                }
            }
            token = response.nextToken();
        } while (token != null);
        return List.copyOf(readings.values());
    }
}
