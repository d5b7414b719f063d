package io.tapdeck.monitor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The points in an alarm's StateReasonData: JSON whose {@code evaluatedDatapoints} have a {@code timestamp} and, where
 * there was data, a {@code value} (CloudWatch user guide, "Alarm events and EventBridge").
 */
final class AlarmEvidence {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** Such as {@code 2026-11-22T08:05:00.000+0000}. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private AlarmEvidence() {}

    /** The points with a value, oldest first; none where CloudWatch says nothing that can be read. */
    static List<Series.Point> of(@Nullable String stateReasonData) {
        if (stateReasonData == null) {
            return List.of();
        }
        try {
            List<Series.Point> points = new ArrayList<>();
            for (JsonNode point : JSON.readTree(stateReasonData).path("evaluatedDatapoints")) {
                if (point.path("value").isNumber()) {
                    Instant at = TIME.parse(point.path("timestamp").asText(), Instant::from);
                    points.add(new Series.Point(at, point.path("value").asDouble()));
                }
            }
            points.sort(Comparator.comparing(Series.Point::at));
            return points;
        } catch (JsonProcessingException | DateTimeException e) {
            // It only explains: the state is known without it.
            return List.of();
        }
    }
}
