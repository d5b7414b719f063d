package io.tapdeck.desk.shell;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.common.AccountMarks;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.SessionChip;
import io.tapdeck.desk.common.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The path at the left, the session at the far right, always. */
public final class TopBar extends HBox {
    private final HBox path = new HBox(8);
    private final HBox chip = new HBox();

    /** A bar without a path and a session yet. */
    public TopBar() {
        getStyleClass().add("td-top-bar");
        setAlignment(Pos.CENTER_LEFT);
        chip.setAlignment(Pos.CENTER_RIGHT);
        path.setAlignment(Pos.CENTER_LEFT);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        getChildren().addAll(path, spacer, chip);
    }

    /** Shows who works in which account and region. */
    public void session(Session session, AccountMarks accounts, boolean expired) {
        chip.getChildren().setAll(new SessionChip(session, accounts, expired));
    }

    /** Shows where the reader is; the last part is the page. */
    public void path(List<String> parts) {
        path.getChildren().clear();
        for (int i = 0; i < parts.size(); i++) {
            boolean last = i == parts.size() - 1;
            Label part = last ? Texts.name(parts.get(i)) : Texts.text(parts.get(i), "td-muted");
            path.getChildren().add(part);
            if (!last) {
                path.getChildren().add(Icons.CHEVRON_RIGHT.view("td-muted"));
            }
        }
        path.setAccessibleText(String.join(", ", parts));
    }
}
