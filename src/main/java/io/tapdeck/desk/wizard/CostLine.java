package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Overlays;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.cost.CostEstimate;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a month costs, and on a press what that assumes. */
final class CostLine extends VBox {
    private final Overlays overlays;

    CostLine(Overlays overlays) {
        this.overlays = overlays;
        getStyleClass().add("td-cost");
        setVisible(false);
    }

    void show(MonthlyCost cost) {
        getChildren().clear();
        setVisible(true);
        switch (cost.estimate()) {
            case CostEstimate.NoPrices none -> getChildren().add(row(Texts.cell("A month"), none(none.words())));
            case CostEstimate.Range range -> {
                Button why = Buttons.icon(
                        Icons.NOTE,
                        "What the price assumes",
                        () -> overlays.show(new CostCard(range, overlays), () -> {}));
                why.setTooltip(new Tooltip(assumptions(range)));
                getChildren().addAll(row(Texts.cell("A month in " + range.region()), why), figures(cost, range));
            }
        }
    }

    private static HBox row(Label name, Node end) {
        HBox row = new HBox(6, name, Form.spacer(), end);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label none(String words) {
        return Texts.cell(words, "td-muted");
    }

    /** The figures, and how old the prices are. */
    private static FlowPane figures(MonthlyCost cost, CostEstimate.Range range) {
        FlowPane figures = new FlowPane(6, 0);
        figures.setRowValignment(VPos.BASELINE);
        if (!cost.figureBefore().isEmpty()) {
            figures.getChildren().addAll(Texts.number(cost.figureBefore(), "td-muted"), none("→"));
        }
        figures.getChildren()
                .addAll(
                        Texts.number(cost.figure(), "td-number-medium"),
                        Texts.caption("prices of %s or later".formatted(range.oldestPrice())));
        return figures;
    }

    private static String assumptions(CostEstimate.Range range) {
        return range.lines().stream().map(CostEstimate.Line::words).collect(Collectors.joining("\n"));
    }
}
