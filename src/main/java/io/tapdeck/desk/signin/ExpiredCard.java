package io.tapdeck.desk.signin;

import io.tapdeck.aws.Session;
import io.tapdeck.aws.identitycenter.SignInMethod;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.SessionChip;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.Spacer;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.signin.SignInModel.Phase;
import io.tapdeck.desk.signin.SignInModel.Said;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * The session of a page has expired: what goes on without it, and a sign-in that does not leave the page. The page takes it
 * away when its engine hears of AWS again.
 */
public final class ExpiredCard extends VBox {
    private static final double WIDTH = 540;

    private final PageContext context;
    private final Label age = Texts.number("", "td-muted");
    private final Button browser =
            Buttons.primary("Sign in with the browser", Icons.OPEN, () -> start(SignInMethod.BROWSER));
    private final Button device =
            Buttons.secondary("Use a device code", Icons.DEVICE, () -> start(SignInMethod.DEVICE_CODE));
    private final Button open = Buttons.primary("Open the page", Icons.OPEN, this::openPage);
    private final Button copy = Buttons.secondary("Copy code", Icons.COPY, this::copyCode);
    private final Button stop = Buttons.secondary("Stop", null, this::stop);
    private final Button offline;
    private final Label code = new Label();
    private final Label says = Texts.paragraph("", "td-muted");
    private final Label foot = Texts.cell("The same sign-in serves the AWS CLI.", "td-muted");
    private final InvalidationListener changed = observed -> show();
    private @Nullable SignInModel model;

    /**
     * A card over a page.
     *
     * @param goesOn what AWS does meanwhile, and what Tapdeck cannot
     * @param onOffline asked to put the card away
     */
    public ExpiredCard(PageContext context, String goesOn, Runnable onOffline) {
        super(12);
        this.context = context;
        this.offline = Buttons.flat("Work offline", null, onOffline);
        Session session = context.services().session();
        getStyleClass().add("td-card-pop");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setAccessibleText("Your session has expired");
        HBox head = line(
                10,
                Icons.EXPIRED.view("td-warning", "td-icon-20"),
                Texts.ask("Your session %s has expired".formatted(session.name())),
                new Spacer(),
                age);
        code.getStyleClass().add("td-user-code");
        code.setMinWidth(Region.USE_PREF_SIZE);
        HBox codeLine = line(12, code, new Spacer(), copy);
        codeLine.visibleProperty().bind(code.textProperty().isNotEmpty());
        HBox buttons = line(8, browser, device, open, stop, new Spacer(), offline);
        Region rule = new Region();
        rule.getStyleClass().add("td-rule");
        getChildren()
                .addAll(
                        head,
                        Texts.paragraph(goesOn),
                        new SessionChip(session, context.accounts()),
                        says,
                        codeLine,
                        buttons,
                        rule,
                        line(8, Icons.NOTE.view("td-muted"), foot));
        says.visibleProperty().bind(says.textProperty().isNotEmpty());
        for (Region part : List.of(says, codeLine, browser, device, open, stop)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        show();
        SessionChoice choice = context.services().choice();
        if (choice == null) {
            found(Optional.empty());
        } else {
            context.background()
                    .run(
                            () -> context.sessions().opener().center(choice),
                            this::found,
                            failure -> found(Optional.empty()));
        }
    }

    private static HBox line(double gap, Node... parts) {
        HBox line = new HBox(gap, parts);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void found(Optional<SsoSession> center) {
        if (center.isEmpty()) {
            foot.setText("Tapdeck sees by itself that it works again, and goes on.");
            says.setText("Renew the credentials of %s where they come from."
                    .formatted(context.services().session().name()));
            show();
            return;
        }
        SignInModel found = new SignInModel(
                center.get(),
                context.sessions().opener(),
                context.background(),
                InstantSource.system(),
                () -> context.sessions().signedIn(center.get()));
        found.revisionProperty().addListener(changed);
        model = found;
        show();
        focus();
    }

    private void show() {
        SignInModel shown = model;
        boolean runs = shown != null && shown.phase() == Phase.RUNNING;
        browser.setVisible(shown != null && !runs);
        device.setVisible(browser.isVisible());
        open.setVisible(shown != null && runs && shown.page() != null);
        stop.setVisible(runs);
        if (shown == null) {
            return;
        }
        Said said = shown.said();
        code.setText(runs && said.code() != null ? said.code().userCode() : "");
        code.setAccessibleText("Code " + code.getText());
        says.setText(words(shown, said));
    }

    private static String words(SignInModel model, Said said) {
        return switch (model.phase()) {
            case IDLE -> "";
            case FAILED -> said.failure();
            case SIGNED_IN ->
                "You are signed in. What happened meanwhile is read now. If this card stays, sign in as somebody who has"
                        + " this role.";
            case RUNNING ->
                !said.aside().isEmpty()
                        ? said.aside()
                        : said.code() != null
                                ? "Check that the browser shows this code, and allow it there. Allow only a code that you"
                                        + " see here yourself."
                                : said.page() == null
                                        ? "The page is prepared…"
                                        : said.page().opened()
                                                ? "Allow it in the page that has opened in the browser."
                                                : "Open the page in a browser of this computer, and allow it there.";
        };
    }

    /** Lets its age grow. */
    public void age(Instant since, Instant now) {
        age.setText(TimeText.ago(since, now));
    }

    /** Takes the focus: until it is answered, it is what is asked here. */
    public void focus() {
        (browser.isVisible() ? browser : offline).requestFocus();
    }

    /** What the one primary button does; empty while there is none. */
    String enters() {
        return browser.isVisible() ? "sign in" : open.isVisible() ? "open the page" : "";
    }

    /** Does what the one primary button does. */
    public void enter() {
        if (browser.isVisible()) {
            browser.fire();
        } else if (open.isVisible()) {
            open.fire();
        }
    }

    private void start(SignInMethod method) {
        SignInModel shown = model;
        if (shown != null) {
            shown.start(method);
            stop.requestFocus();
        }
    }

    /** Ends a sign-in that runs, since the page is left or the reader goes on offline. */
    public void stop() {
        SignInModel shown = model;
        if (shown != null && shown.phase() == Phase.RUNNING) {
            shown.stop();
            focus();
        }
    }

    private void openPage() {
        SignInModel shown = model;
        if (shown != null) {
            shown.browse(says::setText);
        }
    }

    private void copyCode() {
        ClipboardContent content = new ClipboardContent();
        content.putString(code.getText());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
