package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Outcome.Orphan;
import io.tapdeck.desk.common.Tag;
import io.tapdeck.desk.common.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What is left in the account without a stack: nobody deletes it but a person. */
final class OrphansCard extends VBox {
    private static final double NAME = 240;
    private static final double TYPE = 220;

    OrphansCard(List<Orphan> orphans) {
        getStyleClass().add("td-list-card");
        HBox head = new HBox(
                8,
                Texts.label("Left in the account without a stack"),
                Texts.number(Integer.toString(orphans.size()), "td-muted"));
        head.getStyleClass().add("td-list-head");
        getChildren().add(head);
        orphans.forEach(orphan -> getChildren().add(row(orphan)));
        HBox foot = new HBox(Texts.paragraph(
                "Nobody deletes it but you, and what holds data goes on costing money. Note where it is.", "td-muted"));
        foot.getStyleClass().add("td-list-foot");
        getChildren().add(foot);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    private static HBox row(Orphan orphan) {
        HBox name = new HBox(6, Texts.name(orphan.displayName()));
        if (orphan.holdsData()) {
            name.getChildren().add(new Tag("Holds data", null, "td-warning"));
        }
        name.setAlignment(Pos.CENTER_LEFT);
        name.setMinWidth(NAME);
        Region type = Texts.monoSmall(orphan.resourceType(), "td-muted");
        type.setMinWidth(TYPE);
        HBox row = new HBox(12, name, type, Texts.paragraph(orphan.physicalId(), "td-mono-11"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("td-list-row");
        return row;
    }
}
