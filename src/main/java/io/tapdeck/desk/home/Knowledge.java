package io.tapdeck.desk.home;

import io.tapdeck.deploy.Leftover;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one source, or of several together.
 *
 * @param rows in the order of their suffixes
 * @param asOf when AWS said so, of several sources the oldest; null if nothing is known at all
 * @param fromStore whether AWS has not answered yet since the desk was opened
 * @param failure why the last reading failed, or null
 * @param alarmsFailure why alarms and lines could not be read although the stacks could, or null
 * @param leftovers what is left of environments that do not exist, as far as was last found
 * @param silent the titles of the sources that do not answer, where there are several
 */
public record Knowledge(
        List<EnvironmentRow> rows,
        @Nullable Instant asOf,
        boolean fromStore,
        @Nullable String failure,
        @Nullable String alarmsFailure,
        List<Leftover> leftovers,
        List<String> silent) {
    static final Knowledge NOTHING = new Knowledge(List.of(), null, true, null, null, List.of(), List.of());

    public Knowledge {
        rows = List.copyOf(rows);
        leftovers = List.copyOf(leftovers);
        silent = List.copyOf(silent);
    }

    Knowledge failed(String why) {
        return new Knowledge(rows, asOf, fromStore, why, alarmsFailure, leftovers, silent);
    }

    /** What several sources know together: each fails on its own, and keeps the rows it had. */
    static Knowledge of(List<Source> sources, List<Knowledge> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        List<EnvironmentRow> rows = new ArrayList<>();
        List<Leftover> leftovers = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        for (int place = 0; place < parts.size(); place++) {
            Knowledge part = parts.get(place);
            rows.addAll(part.rows());
            leftovers.addAll(part.leftovers());
            if (part.failure() != null) {
                silent.add(sources.get(place).title());
                failures.add(sources.get(place).title() + ": " + part.failure());
            }
        }
        return new Knowledge(
                rows,
                parts.stream()
                        .map(Knowledge::asOf)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                parts.stream().allMatch(Knowledge::fromStore),
                failures.isEmpty() ? null : String.join(" ", failures),
                parts.stream()
                        .map(Knowledge::alarmsFailure)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                leftovers.stream().distinct().collect(Collectors.toList()),
                silent);
    }
}
