package io.tapdeck.desk.signin;

import io.tapdeck.aws.identitycenter.SignInEvent;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.ProgressArc;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.signin.SignInModel.Said;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** What has been done of a sign-in, what is waited for, and what comes then; each with its time. */
final class SignInSteps extends VBox {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    private final SignInModel model;
    private final ZoneId zone;
    private final Step registered = new Step();
    private final Step page = new Step();
    private final Step allowed = new Step();
    private final Step roles = new Step();

    /** How far a step is. */
    private enum How {
        DONE,
        NOW,
        LATER
    }

    /** A glyph, words, a time; its nodes stay, so that the arc goes on turning. */
    private static final class Step extends HBox {
        private final StackPane glyph = new StackPane();
        private final Label words = Texts.text("");
        private final Label at = Texts.number("", "td-muted");
        private How shown = How.LATER;

        private Step() {
            super(10);
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            glyph.setMinSize(16, 16);
            glyph.getChildren().setAll(node(How.LATER));
            getChildren().addAll(glyph, words, space, at);
            setAlignment(Pos.CENTER_LEFT);
            setMinHeight(30);
        }

        private static Node node(How how) {
            return switch (how) {
                case DONE -> Icons.RUNNING.view("td-success");
                case NOW -> new ProgressArc(7);
                case LATER -> Icons.WAITING.view("td-muted");
            };
        }

        private void show(How how, String text, String time) {
            if (how != shown) {
                shown = how;
                glyph.getChildren().setAll(node(how));
            }
            words.getStyleClass().remove("td-muted");
            if (how == How.LATER) {
                words.getStyleClass().add("td-muted");
            }
            words.setText(text);
            at.setText(time);
            setAccessibleText(switch (how) {
                        case DONE -> "Done: ";
                        case NOW -> "Now: ";
                        case LATER -> "Later: ";
                    }
                    + text
                    + (time.isEmpty() ? "" : ", " + time));
        }
    }

    SignInSteps(SignInModel model, ZoneId zone) {
        this.model = model;
        this.zone = zone;
        getChildren().addAll(registered, page, allowed, roles);
        show();
    }

    void show() {
        Said said = model.said();
        boolean runs = model.phase() == SignInModel.Phase.RUNNING;
        boolean done = model.phase() == SignInModel.Phase.SIGNED_IN;
        String name = SessionRows.shortTitle(model.center());
        boolean known = said.registered() != null;
        registered.show(
                how(known, runs),
                known ? "Tapdeck is registered with " + name : "Tapdeck registers with " + name,
                said.registered() == null
                        ? ""
                        : "valid until " + DAY.format(said.registered().until().atZone(zone)));
        SignInEvent.PageToOpen offered = said.page();
        boolean opened = offered != null && offered.opened();
        page.show(
                how(opened, runs && known),
                offered == null
                        ? "The page opens in the browser"
                        : opened ? "Page opened in the browser" : "Open the page in a browser",
                said.openedAt() == null ? "" : TimeText.second(said.openedAt(), zone));
        allowed.show(
                how(done, runs && opened),
                done ? "Allowed in the browser" : "Waiting for you to allow it in the browser",
                done ? "" : asks(said));
        roles.show(how(false, done), "Accounts and roles", "");
    }

    private static How how(boolean done, boolean now) {
        if (done) {
            return How.DONE;
        }
        return now ? How.NOW : How.LATER;
    }

    private String asks(Said said) {
        SignInEvent.Waiting waiting = said.waiting();
        Instant asked = said.askedAt();
        if (waiting == null || asked == null || waiting.nextAsk() == null) {
            return "";
        }
        Instant now = model.now();
        return "asked %s ago, next in %s"
                .formatted(
                        TimeText.rough(Duration.between(asked, now)),
                        TimeText.rough(Duration.between(now, waiting.nextAsk())));
    }
}
