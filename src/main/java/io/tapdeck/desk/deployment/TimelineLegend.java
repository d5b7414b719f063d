package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Operation;
import io.tapdeck.desk.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What the bars mean. */
final class TimelineLegend {
    private TimelineLegend() {}

    static HBox of(DeploymentState state) {
        HBox legend = state.rollingBack()
                ? new HBox(
                        16,
                        entry("failed", "failed"),
                        entry("made", state.operation() == Operation.UPDATE ? "changed" : "made"),
                        entry("undone", state.operation() == Operation.UPDATE ? "put back" : "removed again"))
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
