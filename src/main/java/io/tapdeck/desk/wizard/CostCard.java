package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Overlays;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.cost.CostEstimate;
import io.tapdeck.environment.cost.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a month's price is made of: each part with what it assumes, and where its price was read. */
final class CostCard extends VBox {
    private static final double WIDTH = 560;
    private static final double MOST_HEIGHT = 420;

    CostCard(CostEstimate.Range range, Overlays overlays) {
        super(12);
        getStyleClass().add("td-card-pop");
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        VBox lines = new VBox(12);
        // The bar must not stand on the words.
        lines.setPadding(new Insets(0, 16, 0, 0));
        range.lines().forEach(line -> lines.getChildren().add(line(line)));
        range.notPriced()
                .forEach(usage -> lines.getChildren()
                        .add(new VBox(
                                2,
                                Texts.paragraph(usage.assumption()),
                                Texts.paragraph("There is no price for it in " + range.region() + ".", "td-muted"))));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setAccessibleText("What the price is made of");
        HBox foot = new HBox(Buttons.secondary("Close", null, overlays::close));
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        Texts.ask("%s a month in %s".formatted(range.amount(), range.region())),
                        Texts.paragraph(
                                ("An estimate from list prices, read second hand and not checked with AWS, the"
                                                + " oldest of %s. Without tax, discounts and free tiers.")
                                        .formatted(range.oldestPrice()),
                                "td-muted"),
                        scroll,
                        foot);
    }

    /** "0.10", "0.023": two decimals, and more only where they say something. */
    private static String money(BigDecimal amount) {
        BigDecimal shortest = amount.stripTrailingZeros();
        return shortest.setScale(Math.max(2, shortest.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    private static VBox line(CostEstimate.Line line) {
        Price price = line.price();
        return new VBox(
                2,
                Texts.paragraph(line.words()),
                Texts.paragraph(
                        "$%s for each %s, of %s: %s"
                                .formatted(money(price.perUnit()), price.unit(), price.date(), price.source()),
                        "td-muted"));
    }
}
