package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Overlays;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.cost.CostEstimate;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** What a month costs, and on a press what that assumes. */
final class CostLine extends HBox {
    private final Overlays overlays;

    CostLine(Overlays overlays) {
        super(6);
        this.overlays = overlays;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("td-cost");
        setVisible(false);
    }

    void show(MonthlyCost cost) {
        getChildren().clear();
        setVisible(true);
        String before = cost.figureBefore();
        switch (cost.estimate()) {
            case CostEstimate.NoPrices none ->
                getChildren().addAll(Texts.cell("A month"), Form.spacer(), Texts.cell(none.words(), "td-muted"));
            case CostEstimate.Range range -> {
                Button why = Buttons.icon(
                        Icons.NOTE,
                        "What the price assumes",
                        () -> overlays.show(new CostCard(range, overlays), () -> {}));
                why.setTooltip(new Tooltip(assumptions(range)));
                getChildren().addAll(Texts.cell("A month in " + range.region()), Form.spacer());
                if (!before.isEmpty()) {
                    getChildren().addAll(Texts.number(before, "td-muted"), Texts.cell("→", "td-muted"));
                }
                getChildren().addAll(Texts.number(cost.figure(), "td-number-medium"), why);
            }
        }
    }

    private static String assumptions(CostEstimate.Range range) {
        return range.lines().stream().map(CostEstimate.Line::words).collect(Collectors.joining("\n"));
    }
}
