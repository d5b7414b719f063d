package io.tapdeck.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The questions of one call of GetMetricData, which has one start and one end for all of them.
 *
 * @param start the earliest start
 * @param end the latest end, exclusive
 */
record MetricBatch(List<MetricQuestion> questions, Instant start, Instant end) {
    /** Most queries of a call (CloudWatch API reference, GetMetricData). */
    static final int MOST_QUERIES = 500;

    /** Most points of a call (CloudWatch API reference, GetMetricData, MaxDatapoints). */
    static final int MOST_POINTS = 100_800;

    MetricBatch {
        questions = List.copyOf(questions);
    }

    /**
     * As few calls as the limits allow. Those with near starts come together: a call that begins early reads that much of
     * everything in it.
     */
    static List<MetricBatch> of(List<MetricQuestion> questions, Instant now) {
        List<MetricBatch> batches = new ArrayList<>();
        MetricBatch open = null;
        for (MetricQuestion question : questions.stream()
                .sorted(Comparator.comparing(MetricQuestion::start).reversed())
                .toList()) {
            MetricBatch wider = with(open, question);
            if (open != null && !wider.fits(now)) {
                batches.add(open);
                wider = with(null, question);
            }
            open = wider;
        }
        if (open != null) {
            batches.add(open);
        }
        return batches;
    }

    private static MetricBatch with(@Nullable MetricBatch open, MetricQuestion question) {
        if (open == null) {
            return new MetricBatch(List.of(question), question.start(), question.end());
        }
        List<MetricQuestion> more = new ArrayList<>(open.questions);
        more.add(question);
        return new MetricBatch(
                more, Times.earlier(open.start, question.start()), Times.later(open.end, question.end()));
    }

    private boolean fits(Instant now) {
        int queries = 0;
        long points = 0;
        for (MetricQuestion question : questions) {
            // Before that, CloudWatch gives no points of this period, and none after it either (API reference,
            // MetricStat).
            if (start.isBefore(question.resolution().oldestAtCloudWatch(now))) {
                return false;
            }
            queries += question.source().queries();
            points +=
                    Duration.between(start, end).dividedBy(question.resolution().period()) + 1;
        }
        return queries <= MOST_QUERIES && points <= MOST_POINTS;
    }
}
