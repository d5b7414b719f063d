package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Mutability;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** What changing a setting of a running environment costs; the dearer, the louder. */
final class ChangeCost extends HBox {
    private final Label words;

    ChangeCost(Mutability mutability) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(Region.USE_PREF_SIZE);
        String role = role(mutability);
        Icons icon = switch (mutability) {
            case IN_PLACE -> Icons.CHANGE;
            case REPLACES -> Icons.REPLACED;
            case REPLACES_LOSING_DATA -> Icons.STUCK;
            case FIXED -> Icons.LOCK;
        };
        // The setting may be changed; it has not been: "changed in place" would read as done.
        words = Texts.caption(mutability == Mutability.IN_PLACE ? "changes in place" : mutability.words());
        words.getStyleClass().setAll("label", "td-caption", role);
        getChildren().addAll(icon.view(role, "td-icon-12"), words);
    }

    /** What it costs, on several lines where its column is narrow. */
    static ChangeCost wrapping(Mutability mutability) {
        ChangeCost cost = new ChangeCost(mutability);
        cost.setMinWidth(0);
        cost.setAlignment(Pos.TOP_LEFT);
        cost.words.setWrapText(true);
        cost.words.setMinSize(0, Region.USE_PREF_SIZE);
        return cost;
    }

    private static String role(Mutability mutability) {
        return switch (mutability) {
            case IN_PLACE, FIXED -> "td-muted";
            case REPLACES -> "td-warning";
            case REPLACES_LOSING_DATA -> "td-danger";
        };
    }
}
