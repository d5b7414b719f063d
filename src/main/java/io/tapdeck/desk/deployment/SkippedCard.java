package io.tapdeck.desk.deployment;

import io.tapdeck.desk.common.Texts;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What a continued rollback left as it is. */
final class SkippedCard extends VBox {
    SkippedCard(List<String> skipped) {
        getStyleClass().add("td-list-card");
        HBox head =
                new HBox(8, Texts.label("Left as it is"), Texts.number(Integer.toString(skipped.size()), "td-muted"));
        head.getStyleClass().add("td-list-head");
        HBox names = new HBox(Texts.paragraph(String.join(", ", skipped), "td-mono-11"));
        names.getStyleClass().add("td-list-row");
        HBox foot = new HBox(Texts.paragraph(
                "The stack does not know how these really are. Detect drift before the next change.", "td-muted"));
        foot.getStyleClass().add("td-list-foot");
        getChildren().addAll(head, names, foot);
        setMinHeight(Region.USE_PREF_SIZE);
    }
}
