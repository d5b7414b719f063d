package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Outcome;
import io.tapdeck.desk.common.Texts;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What an environment that is up gives away: its stack's outputs. */
final class UpCard extends VBox {
    private static final double LEAST_NAME = 160;
    private static final int LEAST_LETTERS = 96;

    /** What a value leaves to the names, the gap and the card's edges. */
    private static final double BESIDE = 224;

    /** The width of a character of JetBrains Mono at 11 px. */
    private static final double MONO = 6.6;

    UpCard(Outcome.Up up) {
        super(8);
        getStyleClass().addAll("td-card", "td-up-card");
        GridPane outputs = new GridPane(16, 6);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(LEAST_NAME);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        outputs.getColumnConstraints().addAll(names, values);
        int row = 0;
        for (Map.Entry<String, String> output : new TreeMap<>(up.outputs()).entrySet()) {
            Label value = Texts.mono11(DeploymentWords.fitting(output.getValue(), LEAST_LETTERS));
            widthProperty()
                    .addListener((observed, before, now) ->
                            value.setText(DeploymentWords.fitting(output.getValue(), letters(now.doubleValue()))));
            value.setTooltip(new Tooltip(output.getValue()));
            outputs.addRow(row, Texts.mono11(output.getKey(), "td-muted"), value);
            row++;
        }
        getChildren().addAll(Texts.name("Outputs"), outputs);
    }

    /** As many letters of a value as a card of this width has room for. */
    private static int letters(double width) {
        return Math.max(LEAST_LETTERS, (int) ((width - BESIDE) / MONO));
    }
}
