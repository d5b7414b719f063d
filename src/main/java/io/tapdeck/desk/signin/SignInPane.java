package io.tapdeck.desk.signin;

import io.tapdeck.aws.identitycenter.SignInEvent;
import io.tapdeck.aws.identitycenter.SignInMethod;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Segments;
import io.tapdeck.desk.common.Spacer;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.signin.SignInModel.Phase;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One sign-in: the way, the code, the page, the steps, and what goes on afterwards. */
final class SignInPane extends VBox {
    private final PageContext context;
    private final SignInModel model;
    private final Segments<SignInMethod> ways;
    private final Label ask = Texts.cell("", "td-muted");
    private final Label code = new Label();
    private final Button copy = Buttons.secondary("Copy code", Icons.COPY, this::copyCode);
    private final Label address = Texts.mono11("");
    private final Button copyPage = Buttons.icon(Icons.COPY, "Copy address", this::copyPage);
    private final Button open = Buttons.primary("Open the page", Icons.OPEN, this::openPage);
    private final HBox codeLine = new HBox(12, code, new Spacer(), copy);
    private final HBox pageLine = new HBox(8, address, copyPage, new Spacer(), open);
    private final Region rule = rule();
    private final VBox card = new VBox(12, ask, codeLine, rule, pageLine);
    private final SignInSteps steps;
    private final Label left = Texts.cell("", "td-muted");
    private final Button again = Buttons.secondary("New code", null, this::begin);
    private final Button stop = Buttons.secondary("Stop", null, this::stopIt);
    private final HBox time = new HBox(8, Icons.AGE.view("td-muted"), left, new Spacer(), again, stop);
    private final Button begin = Buttons.primary("Sign in", Icons.OPEN, this::begin);
    private final HBox begins;
    private final HBox failure = new HBox(8);
    private final HBox warning = warning();
    private final InvalidationListener changed = observed -> show();

    /**
     * A pane over a sign-in that may run already.
     *
     * @param then what goes on after it, such as the names of sessions; may be empty
     * @param onRemove takes the Identity Center out of the list; null where the AWS files have it
     */
    SignInPane(PageContext context, SignInModel model, List<String> then, @Nullable Runnable onRemove) {
        super(16);
        this.context = context;
        this.model = model;
        ways = new Segments<>(
                "How to sign in",
                List.of(SignInMethod.BROWSER, SignInMethod.DEVICE_CODE),
                model.method(),
                way -> way == SignInMethod.BROWSER ? "Browser on this computer" : "Device code",
                this::choose);
        steps = new SignInSteps(model, ZoneId.systemDefault());
        card.getStyleClass().add("td-card-plain");
        code.getStyleClass().add("td-user-code");
        code.setMinWidth(Region.USE_PREF_SIZE);
        for (HBox line : List.of(codeLine, pageLine, time)) {
            line.setAlignment(Pos.CENTER_LEFT);
        }
        VBox head = new VBox(
                6,
                Texts.title("Sign in to " + SessionRows.shortTitle(model.center())),
                Texts.mono11(model.center().startUrl() + " · " + model.center().region(), "td-muted"));
        begins = new HBox(8, begin, new Spacer());
        if (onRemove != null) {
            begins.getChildren().add(Buttons.flat("Remove from the list", null, onRemove));
        }
        getChildren().addAll(head, ways, card, begins, failure, steps, time, rule(), warning);
        if (!then.isEmpty()) {
            VBox after = new VBox(6, Texts.cell("After sign-in, go on with", "td-muted"));
            then.forEach(each -> after.getChildren().add(goesOn(each)));
            getChildren().add(after);
        }
        for (Region part : List.of(card, codeLine, rule, pageLine, begins, failure, steps, time, warning)) {
            part.managedProperty().bind(part.visibleProperty());
        }
        model.revisionProperty().addListener(new javafx.beans.WeakInvalidationListener(changed));
        show();
    }

    private static HBox goesOn(String what) {
        HBox line = new HBox(8, Icons.CLOUD.view("td-accent"), Texts.cell(what));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static HBox warning() {
        HBox box = new HBox(
                10,
                Icons.SHIELD.view("td-warning", "td-icon-18"),
                Texts.paragraph("Allow only a code that you see here yourself. Nobody from AWS or your company will"
                        + " ask you to enter one."));
        box.getStyleClass().add("td-warning-card");
        return box;
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("td-rule");
        return rule;
    }

    private void show() {
        boolean runs = model.phase() == Phase.RUNNING;
        SignInEvent.CodeToShow told = model.said().code();
        URI page = model.page();
        ways.choose(model.method());
        card.setVisible(runs && page != null);
        codeLine.setVisible(told != null);
        rule.setVisible(told != null);
        ask.setText(
                told == null
                        ? "Allow Tapdeck on the page that your company's sign-in shows"
                        : "Check that the browser shows this code");
        code.setText(told == null ? "" : told.userCode());
        code.setAccessibleText(told == null ? "" : "Code " + told.userCode());
        address.setText(told == null ? page == null ? "" : host(page) : host(told.verification()));
        begins.setVisible(!runs);
        begin.setText(model.method() == SignInMethod.BROWSER ? "Sign in with the browser" : "Get a code");
        steps.setVisible(runs);
        steps.show();
        time.setVisible(runs);
        again.setVisible(told != null);
        again.setManaged(told != null);
        left.setText(left());
        warning.setVisible(model.method() == SignInMethod.DEVICE_CODE);
        String words = model.said().failure().isEmpty()
                ? model.said().aside()
                : model.said().failure();
        failure.setVisible(!words.isEmpty());
        String role = model.phase() == Phase.FAILED ? "td-danger" : "td-muted";
        failure.getChildren()
                .setAll(
                        (model.phase() == Phase.FAILED ? Icons.PROBLEM : Icons.NOTE).view(role),
                        Texts.paragraph(words, role));
    }

    private String left() {
        SignInEvent.Waiting waiting = model.said().waiting();
        if (waiting == null) {
            return "";
        }
        String length = TimeText.exact(Duration.between(model.now(), waiting.endsAt()));
        return model.said().code() == null
                ? "The page is good for %s more.".formatted(length)
                : "The code is good for %s more.".formatted(length);
    }

    private static String host(URI page) {
        return page.getPort() < 0 ? page.getHost() : page.getHost() + ":" + page.getPort();
    }

    private void choose(SignInMethod way) {
        if (model.phase() == Phase.RUNNING) {
            model.start(way);
        } else {
            model.choose(way);
        }
    }

    /** Begins, or begins anew with another code. */
    void begin() {
        model.start(model.method());
    }

    private void stopIt() {
        model.stop();
        begin.requestFocus();
    }

    /** Stops it; false if nothing ran. */
    boolean stop() {
        boolean ran = model.phase() == Phase.RUNNING;
        stopIt();
        return ran;
    }

    /** The page again, or the beginning. */
    void enter() {
        if (model.phase() == Phase.RUNNING) {
            openPage();
        } else {
            begin();
        }
    }

    private void openPage() {
        model.browse(context.overlays()::say);
    }

    /** Puts the code on the clipboard; false if there is none. */
    boolean copyCode() {
        SignInEvent.CodeToShow told = model.said().code();
        if (told != null) {
            copy(told.userCode());
        }
        return told != null;
    }

    private void copyPage() {
        URI page = model.page();
        if (page != null) {
            copy(page.toString());
        }
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
