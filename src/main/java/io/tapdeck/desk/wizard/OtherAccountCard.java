package io.tapdeck.desk.wizard;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Says that the draft is for another account than the session's, and lets that be changed; absent where it is not. */
final class OtherAccountCard extends VBox {
    private final WizardModel model;

    OtherAccountCard(WizardModel model) {
        super(12);
        this.model = model;
        getStyleClass().addAll("td-card");
        setMaxWidth(480);
        model.pinProperty().addListener((observed, before, now) -> show());
        show();
    }

    private void show() {
        getChildren().clear();
        setVisible(!model.inItsAccount());
        setManaged(!model.inItsAccount());
        if (model.inItsAccount()) {
            return;
        }
        Session session = model.session();
        HBox head = new HBox(8, Icons.WARNING.view("td-warning"), Texts.name("This draft is for another account"));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        head,
                        Texts.paragraph("It was edited for account %s. The session %s is in account %s."
                                .formatted(
                                        Session.grouped(String.valueOf(
                                                model.pinProperty().get().account())),
                                        session.name(),
                                        session.accountText())),
                        Texts.paragraph(
                                "Open a session of its account to deploy it, or make it for this one.", "td-muted"));
        if (!session.readOnly()) {
            getChildren().add(Buttons.secondary("Make it for " + session.accountText(), Icons.CHANGE, model::pinHere));
        }
    }
}
