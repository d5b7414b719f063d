package io.tapdeck.desk.watch;

import io.tapdeck.desk.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;

/**
 * The charts of a page: side by side in two columns, in three where there are many and the page is wide. A chart of what
 * is switched off is not there; a line says what would show it. Scrolls where the charts would become too low to read.
 */
final class ChartGrid extends VBox {
    private static final double GAP = 12;
    private static final int FEW = 4;
    /** The width from which a third column leaves each chart wide enough for its head. */
    private static final double WIDE = 1100;

    private static final double LEAST_ROW = 190;

    private final GridPane grid = new GridPane(GAP, GAP);
    private final ScrollPane scroll = new ScrollPane(grid);
    private final Label left = Texts.cell("", "td-muted");
    private List<ChartCard> shown = List.of();
    private int columns;

    ChartGrid() {
        super(GAP);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.setMinHeight(0);
        scroll.getStyleClass().add("td-chart-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        left.managedProperty().bind(left.visibleProperty());
        left.setVisible(false);
        getChildren().addAll(scroll, left);
        widthProperty().addListener(observed -> arrange());
        scroll.viewportBoundsProperty().addListener(observed -> leaveRoomForTheBar());
    }

    /** Shows those cards that have something to show. */
    void show(List<ChartCard> cards) {
        List<ChartCard> present = cards.stream().filter(card -> !card.isOff()).toList();
        String words = cards.stream()
                .filter(ChartCard::isOff)
                .collect(Collectors.groupingBy(
                        ChartCard::whenOff, Collectors.mapping(ChartCard::title, Collectors.toList())))
                .entrySet()
                .stream()
                .map(entry -> String.join(", ", entry.getValue()) + ": off. " + entry.getKey())
                .sorted()
                .collect(Collectors.joining(" "));
        left.setText(words);
        left.setVisible(!words.isEmpty());
        if (!present.equals(shown)) {
            shown = present;
            columns = 0;
            arrange();
        }
    }

    /** Takes a card back that was shown elsewhere. */
    void restore() {
        columns = 0;
        arrange();
    }

    /** The cards that are there, in their order. */
    List<ChartCard> shown() {
        return shown;
    }

    private void leaveRoomForTheBar() {
        boolean scrolls = grid.getMinHeight() > scroll.getViewportBounds().getHeight();
        grid.setPadding(new Insets(0, scrolls ? GAP : 0, 0, 0));
    }

    /** Scrolls a card into sight. */
    void reveal(ChartCard card) {
        double hidden = grid.getHeight() - scroll.getViewportBounds().getHeight();
        if (hidden > 0) {
            double top = card.getBoundsInParent().getMinY();
            scroll.setVvalue(Math.clamp(top / hidden, 0, 1));
        }
    }

    private void arrange() {
        int wanted = shown.size() > FEW && getWidth() >= WIDE ? 3 : 2;
        if (wanted == columns) {
            return;
        }
        columns = wanted;
        grid.getChildren().clear();
        for (int index = 0; index < shown.size(); index++) {
            grid.add(shown.get(index), index % columns, index / columns);
        }
        List<ColumnConstraints> widths = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 / columns);
            widths.add(width);
        }
        grid.getColumnConstraints().setAll(widths);
        int rows = (shown.size() + columns - 1) / columns;
        List<RowConstraints> heights = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            RowConstraints height = new RowConstraints();
            height.setPercentHeight(100.0 / rows);
            heights.add(height);
        }
        grid.getRowConstraints().setAll(heights);
        grid.setMinHeight(rows > FEW / 2 ? rows * (LEAST_ROW + GAP) - GAP : 0);
    }
}
