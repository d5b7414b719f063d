package io.tapdeck.desk.signin;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Tag;
import io.tapdeck.desk.common.Texts;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A group's head or a session: icon, name over what it is, state over until when. */
final class SessionCell extends ListCell<SessionLine> {
    private static final PseudoClass HEAD = PseudoClass.getPseudoClass("head");

    @Override
    protected void updateItem(SessionLine line, boolean empty) {
        super.updateItem(line, empty);
        pseudoClassStateChanged(HEAD, line instanceof SessionLine.Head);
        setText(null);
        // As wide as the list, however long a name is.
        setPrefWidth(0);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        switch (line) {
            case SessionLine.Head head -> {
                setGraphic(head(head));
                setAccessibleText(head.title() + ", " + head.count());
            }
            case SessionRow row -> {
                setGraphic(row(row));
                setAccessibleText(row.spoken());
            }
        }
    }

    private static HBox head(SessionLine.Head head) {
        HBox box = new HBox(10, Texts.name(head.title()), Texts.cell(head.count(), "td-muted"));
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinHeight(28);
        return box;
    }

    /** A name of any length; all of it is in the tooltip. */
    private static Label shortened(Label label) {
        label.setMinWidth(0);
        label.setTooltip(new Tooltip(label.getText()));
        return label;
    }

    private static HBox row(SessionRow row) {
        boolean sandbox = row.icon() == Icons.SANDBOX;
        StackPane icon = new StackPane(row.icon().view(sandbox ? "td-sandbox" : "td-muted", "td-icon-18"));
        icon.setMinWidth(20);
        HBox name = new HBox(8, shortened(Texts.name(row.title())));
        name.setAlignment(Pos.CENTER_LEFT);
        if (!row.marks().isEmpty()) {
            name.getChildren().add(new Tag(row.marks(), null, ""));
        }
        Label what = shortened(Texts.caption(row.what()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox state = new HBox(4, row.stateIcon().view(row.stateRole()), Texts.cell(row.state(), row.stateRole()));
        state.setAlignment(Pos.CENTER_RIGHT);
        VBox right = new VBox(2, state, Texts.caption(row.below()));
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        VBox left = new VBox(2, name, what);
        left.setMinWidth(0);
        left.setAlignment(Pos.CENTER_LEFT);
        HBox box = new HBox(10, icon, left, space, right);
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinHeight(51);
        return box;
    }
}
