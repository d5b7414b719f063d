package io.tapdeck.desk.deployment;

import io.tapdeck.desk.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What the bars mean. */
final class TimelineLegend {
    private TimelineLegend() {}

    static HBox of(boolean rolledBack) {
        HBox legend = rolledBack
                ? new HBox(16, entry("failed", "failed"), entry("made", "made"), entry("undone", "removed again"))
                : new HBox(
                        16,
                        entry("done", "done"),
                        entry("running", "running"),
                        entry("expected", "expected"),
                        entry("latest", "at the latest"));
        legend.getStyleClass().add("td-timeline-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        return legend;
    }

    private static HBox entry(String kind, String words) {
        Region swatch = new Region();
        swatch.getStyleClass().addAll("td-swatch", kind);
        HBox entry = new HBox(6, swatch, Texts.caption(words));
        entry.setAlignment(Pos.CENTER_LEFT);
        return entry;
    }
}
