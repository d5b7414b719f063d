package io.tapdeck.desk.deployment;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.SessionChip;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The session has expired: what goes on without it, and how it works again. Goes away by itself when it does. */
final class ExpiredCard extends VBox {
    private static final double WIDTH = 540;

    private final Label age = Texts.number("", "td-muted");
    private final Label copied = Texts.cell("", "td-muted");
    private final Button copy = Buttons.primary("Copy the command", Icons.COPY, this::copy);
    private final String command;

    ExpiredCard(Session session, String environment, Runnable onOffline) {
        super(12);
        command = "aws sso login --profile " + session.name();
        getStyleClass().add("td-card-pop");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setAccessibleText("Your session has expired");
        HBox head = new HBox(
                10,
                Icons.AGE.view("td-warning", "td-icon-20"),
                Texts.ask("Your session %s has expired".formatted(session.name())),
                space(),
                age);
        head.setAlignment(Pos.CENTER_LEFT);
        HBox typed = new HBox(Texts.mono11(command));
        typed.getStyleClass().add("td-command");
        typed.setAlignment(Pos.CENTER_LEFT);
        HBox buttons = new HBox(8, copy, copied, space(), Buttons.flat("Work offline", null, onOffline));
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        head,
                        Texts.paragraph("CloudFormation carries on with %s. Tapdeck cannot read its events until the"
                                        .formatted(environment)
                                + " session works again. What happened meanwhile is then filled in, in order."),
                        new SessionChip(session),
                        Texts.paragraph("Renew its credentials. With IAM Identity Center this does it:"),
                        typed,
                        buttons,
                        Texts.paragraph("Tapdeck sees by itself that it works again, and goes on.", "td-muted"));
    }

    /** Lets its age grow. */
    void age(Instant since, Instant now) {
        age.setText(TimeText.ago(since, now));
    }

    /** Takes the focus: until it is answered, it is what is asked here. */
    void focus() {
        copied.setText("");
        copy.requestFocus();
    }

    /** Puts the command on the clipboard. */
    void copy() {
        ClipboardContent text = new ClipboardContent();
        text.putString(command);
        Clipboard.getSystemClipboard().setContent(text);
        copied.setText("Copied.");
    }

    private static Region space() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return space;
    }
}
