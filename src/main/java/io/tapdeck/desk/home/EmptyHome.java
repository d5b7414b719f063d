package io.tapdeck.desk.home;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.KeyCap;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** No environments yet: what we are connected to, two ways to begin, three steps. */
final class EmptyHome extends StackPane {
    private static final double CARD_WIDTH = 250;
    private static final double CARD_HEIGHT = 98;

    private final PageContext context;
    private final SampleFlow sampling;
    private final Button sample;
    private final Label progress = Texts.caption("");

    EmptyHome(PageContext context) {
        this.context = context;
        this.sampling = new SampleFlow(context);
        Label title = Texts.title("Environments");
        title.setPadding(new Insets(16, 24, 16, 24));
        setAlignment(title, Pos.TOP_LEFT);
        sample = Buttons.secondary("Deploy a sample, “" + SampleFlow.SUFFIX + "”", Icons.PLAY, this::sample);
        VBox middle = new VBox(teaching());
        if (context.mayChange()) {
            middle.getChildren().addAll(beginning(), steps());
        }
        middle.setAlignment(Pos.CENTER);
        middle.setPadding(new Insets(48, 24, 24, 24));
        ScrollPane scroll = new ScrollPane(middle);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        getChildren().addAll(scroll, title);
        title.setMouseTransparent(true);
    }

    private VBox teaching() {
        Label head = Texts.title("No environments yet");
        Label words = Texts.paragraph(connected(context.services()), "td-muted");
        words.getStyleClass().setAll("label", "td-text", "td-muted");
        words.setTextAlignment(TextAlignment.CENTER);
        words.setMaxWidth(520);
        VBox box = new VBox(8, new Teaser(), head, words);
        VBox.setMargin(head, new Insets(16, 0, 0, 0));
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private static String connected(DeskServices services) {
        Session session = services.session();
        if (session.readOnly()) {
            return "The session %s only reads account %s in %s. What is deployed there by others shows here."
                    .formatted(session.name(), session.accountText(), session.region());
        }
        if (session.kind() == Session.Kind.SANDBOX) {
            return "You are connected to the sandbox: an AWS that runs inside this program. Nothing leaves this"
                    + " computer, nothing costs money, and no account is needed.";
        }
        return "You are connected to account %s in %s as %s. What is deployed here runs there, and AWS bills it."
                .formatted(session.accountText(), session.region(), session.role());
    }

    private VBox beginning() {
        Button create = Buttons.primary(
                "New environment", Icons.ADD, () -> context.navigator().newEnvironment());
        HBox buttons = new HBox(8, create, sample);
        buttons.setAlignment(Pos.CENTER);
        HBox keys = new HBox(20, key("N", Texts.caption("new environment")), key("S", progress));
        progress.setText(sampling.promise());
        keys.setAlignment(Pos.CENTER);
        VBox box = new VBox(10, buttons, keys);
        box.setAlignment(Pos.CENTER);
        VBox.setMargin(box, new Insets(20, 0, 36, 0));
        return box;
    }

    private static HBox key(String key, Label words) {
        HBox box = new HBox(6, new KeyCap(key), words);
        box.setAlignment(Pos.CENTER);
        return box;
    }

    private HBox steps() {
        HBox cards = new HBox(
                16,
                card(
                        Icons.DESCRIBE,
                        "Describe it",
                        "A suffix, a size, alarm thresholds. The template is made while you type."),
                card(
                        Icons.DEPLOY_STEPS,
                        "Deploy it",
                        "Every resource through CloudFormation, each on a timeline, with the reason if one fails."),
                card(Icons.WATCH, "Watch it", "Each metric beside its alarm, minute by minute."));
        cards.setAlignment(Pos.CENTER);
        cards.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        return cards;
    }

    private static VBox card(Icons icon, String title, String text) {
        HBox head = new HBox(8, icon.view("td-accent", "td-icon-18"), Texts.name(title));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(6, head, Texts.paragraph(text, "td-muted"));
        card.getStyleClass().add("td-card-plain");
        card.setMinSize(CARD_WIDTH, CARD_HEIGHT);
        card.setPrefWidth(CARD_WIDTH);
        card.setMaxSize(CARD_WIDTH, Double.MAX_VALUE);
        return card;
    }

    /** Deploys the sample. */
    void sample() {
        if (sample.isDisabled()) {
            return;
        }
        sample.setDisable(true);
        sampling.begin(progress::setText, () -> sample.setDisable(false));
    }
}
