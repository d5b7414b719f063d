package io.tapdeck.desk.compare;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.DescribedEnvironment;
import io.tapdeck.deploy.EnvironmentComparison;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.Presence;
import io.tapdeck.desk.watch.WatchModel;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Window;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Two sides that look at the same span of time; either can be the left one. For the JavaFX thread only. */
final class CompareModel {
    private final Blueprints blueprints;
    private final ReadOnlyObjectWrapper<Pair> pair;
    private final ReadOnlyObjectWrapper<Range> range = new ReadOnlyObjectWrapper<>(Range.THREE_HOURS);

    /** Which side stands where. */
    record Pair(SideModel left, SideModel right) {
        String leftName() {
            return left.side().nameBeside(right.side());
        }

        String rightName() {
            return right.side().nameBeside(left.side());
        }
    }

    /** A model that asks nobody until {@link #start}. */
    CompareModel(Blueprints blueprints, Side left, Side right, Background background, Presence presence) {
        this.blueprints = blueprints;
        this.pair = new ReadOnlyObjectWrapper<>(
                new Pair(new SideModel(left, background, presence), new SideModel(right, background, presence)));
    }

    /** Both sides, in their places. */
    ReadOnlyObjectProperty<Pair> pairProperty() {
        return pair.getReadOnlyProperty();
    }

    /** How far back the chart looks. */
    ReadOnlyObjectProperty<Range> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    Pair pair() {
        return pair.get();
    }

    /** Both sides, left first. */
    List<SideModel> sides() {
        return List.of(pair().left(), pair().right());
    }

    /** The measurements of those sides that have any. */
    List<WatchModel> watches() {
        return sides().stream().flatMap(side -> Stream.ofNullable(side.watch())).toList();
    }

    /** The range, up to the newest answer of any side. */
    Window home() {
        return watches().stream()
                .map(WatchModel::home)
                .max(Comparator.comparing(Window::end))
                .orElseThrow();
    }

    void start() {
        sides().forEach(SideModel::start);
    }

    void stop() {
        sides().forEach(SideModel::stop);
    }

    /** Each side takes the other's place. */
    void swap() {
        pair.set(new Pair(pair().right(), pair().left()));
    }

    /** Shows another range of both. */
    void range(Range chosen) {
        range.set(chosen);
        watches().forEach(watch -> watch.range(chosen));
    }

    /** The next longer range for 1, the next shorter for -1; the ends hold. */
    void zoom(int steps) {
        List<Range> all = List.of(Range.values());
        range(all.get(Math.clamp(all.indexOf(range.get()) + (long) steps, 0, all.size() - 1)));
    }

    /** Where they differ; empty until both were read. */
    Optional<EnvironmentComparison> comparison() {
        DescribedEnvironment left = pair().left().describedProperty().get();
        DescribedEnvironment right = pair().right().describedProperty().get();
        return left == null || right == null
                ? Optional.empty()
                : Optional.of(EnvironmentComparison.of(blueprints, left, right));
    }

    /** The charts that both have, in the left one's order. */
    List<ChartDescription> charts() {
        Blueprint left = pair().left().side().blueprint();
        Blueprint right = pair().right().side().blueprint();
        if (left == null || right == null) {
            return List.of();
        }
        return left.charts().stream()
                .filter(chart -> right.charts().stream().anyMatch(other -> alike(chart, other)))
                .toList();
    }

    /** Whether the values of two charts can stand on one axis and mean the same. */
    private static boolean alike(ChartDescription one, ChartDescription other) {
        return one.id().equals(other.id())
                && one.title().equals(other.title())
                && one.metric().name().equals(other.metric().name())
                && one.metric().statistic().equals(other.metric().statistic())
                && one.metric().unit().equals(other.metric().unit());
    }
}
