package io.tapdeck.desk.compare;

import io.tapdeck.deploy.EnvironmentComparison;
import io.tapdeck.desk.watch.WatchModel;
import io.tapdeck.desk.watch.WatchWords;
import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.environment.comparison.ComparedValue;

/** The sentences of the page of two environments. */
final class CompareWords {
    private CompareWords() {}

    /** "3 values differ". */
    static String count(EnvironmentComparison comparison) {
        int differences = comparison.differences();
        return switch (differences) {
            case 0 -> comparison.limits().isEmpty() ? "Nothing differs" : "Nothing that was compared differs";
            case 1 -> "1 value differs";
            default -> differences + " values differ";
        };
    }

    /** A row of the table, for whoever does not see it. */
    static String spoken(ComparedValue value, String left, String right) {
        return value.differs()
                ? "%s differs: %s in %s, %s in %s"
                        .formatted(value.label(), value.leftWords(), left, value.rightWords(), right)
                : "%s: %s in both".formatted(value.label(), value.leftWords());
    }

    /** What was measured and when; of a side that is late, or has no answer yet, that. */
    static String status(CompareModel model, TimeWindow window) {
        CompareModel.Pair pair = model.pair();
        WatchModel left = pair.left().watch();
        WatchModel right = pair.right().watch();
        if (left == null || right == null) {
            return "Definitions are read " + pair.left().pace();
        }
        if (left.late() || left.watchProperty().get() == null) {
            return pair.leftName() + ": " + status(left, window);
        }
        return right.late() || right.watchProperty().get() == null
                ? pair.rightName() + ": " + status(right, window)
                : status(left, window);
    }

    private static String status(WatchModel side, TimeWindow window) {
        return WatchWords.status(side, window, false);
    }
}
