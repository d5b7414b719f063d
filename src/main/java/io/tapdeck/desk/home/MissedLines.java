package io.tapdeck.desk.home;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.OpenSessions.Unopened;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The sessions that give no environments now: a line and a button for each. The others are shown all the same. */
final class MissedLines extends VBox {
    private final PageContext context;

    MissedLines(PageContext context) {
        this.context = context;
        managedProperty().bind(visibleProperty());
        show();
    }

    void show() {
        getChildren().clear();
        for (Unopened missed : context.sessions().unopened()) {
            String name = missed.choice().via().title();
            add(
                    missed.needsSignIn() ? name + " is signed out." : name + " is not open. " + missed.why(),
                    missed.choice(),
                    missed.needsSignIn());
        }
        for (DeskServices expired : context.sessions().expired()) {
            SessionChoice choice = expired.choice();
            if (choice != null) {
                add(expired.session().name() + " has expired. What was read before is shown.", choice, true);
            }
        }
        setVisible(!getChildren().isEmpty());
    }

    private void add(String sentence, SessionChoice choice, boolean signIn) {
        Label words = Texts.paragraph(sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(
                Icons.EXPIRED.view("td-warning"),
                words,
                Buttons.secondary(
                        signIn ? "Sign in…" : "See sessions",
                        null,
                        () -> context.navigator().session(choice)));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("td-notice");
        getChildren().add(line);
    }
}
