package io.tapdeck.desk.watch.tune;

import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.monitor.Watch;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page while one threshold is tried: its chart large, the back-test beside it, the others faded, the change below. */
public final class TuneView extends VBox {
    private static final double SIDE = 292;
    private static final double NARROW_SIDE = 276;
    private static final double ROOMY = 1000;

    /** More would be too narrow to read. */
    private static final int MOST_OTHERS = 4;

    private final HBox others = new HBox(12);
    private final ReviewBar bar;

    /**
     * A view.
     *
     * @param card the chart with its head
     * @param onReview opens the review
     * @param onPutBack puts the threshold back and ends tuning
     */
    public TuneView(TuneModel model, Region card, TimeWindow window, Runnable onReview, Runnable onPutBack) {
        super(12);
        BackTestPanel panel = new BackTestPanel(model, window);
        bar = new ReviewBar(model, onReview, onPutBack);
        HBox.setHgrow(card, Priority.ALWAYS);
        HBox top = new HBox(12, card, panel);
        VBox.setVgrow(top, Priority.ALWAYS);
        top.setMinHeight(0);
        getChildren().addAll(top, others, bar);
        widthProperty().addListener((observed, before, now) -> {
            double side = now.doubleValue() < ROOMY ? NARROW_SIDE : SIDE;
            panel.setMinWidth(side);
            panel.setPrefWidth(side);
            panel.setMaxWidth(side);
        });
    }

    /** Shows the charts that are not tuned. */
    public void show(List<ChartDescription> charts, Watch watch) {
        others.getChildren()
                .setAll(charts.stream()
                        .limit(MOST_OTHERS)
                        .map(chart -> new OtherChart(chart, watch))
                        .toList());
        for (var other : others.getChildren()) {
            HBox.setHgrow(other, Priority.ALWAYS);
            ((Region) other).setPrefWidth(1);
        }
    }

    /** Whether the change can be reviewed. */
    public boolean ready() {
        return bar.ready();
    }

    /** Focuses the button that opens the review. */
    public void focusReview() {
        bar.focusReview();
    }

    /** A threshold begins to be typed. */
    public void type() {
        bar.begin();
    }
}
