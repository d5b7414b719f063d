package io.tapdeck.desk.signin;

import io.tapdeck.aws.Session;
import io.tapdeck.aws.identitycenter.SsoAccount;
import io.tapdeck.desk.common.Texts;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** An account: its name, its id. */
final class AccountCell extends ListCell<SsoAccount> {
    static final double HEIGHT = 32;

    @Override
    protected void updateItem(SsoAccount account, boolean empty) {
        super.updateItem(account, empty);
        setText(null);
        if (empty || account == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox box = new HBox(
                12,
                Texts.cell(Objects.requireNonNullElse(account.name(), "without a name")),
                space,
                Texts.mono11(Session.grouped(account.id()), "td-muted"));
        box.setAlignment(Pos.CENTER_LEFT);
        setGraphic(box);
        setAccessibleText(account.name() + ", " + account.id());
    }
}
