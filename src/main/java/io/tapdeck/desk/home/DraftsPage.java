package io.tapdeck.desk.home;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.common.AccountName;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.store.Store.SavedDraft;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Environments that were begun in the wizard and are not deployed yet. */
public final class DraftsPage extends BasePage {
    private final PageContext context;
    private final VBox list = new VBox();

    public DraftsPage(PageContext context) {
        super(Section.DRAFTS, "Drafts");
        this.context = context;
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox head = new HBox(12, Texts.title("Drafts"), spacer);
        if (context.mayChange()) {
            head.getChildren()
                    .add(Buttons.primary(
                            "New environment",
                            Icons.ADD,
                            () -> context.navigator().newEnvironment()));
        }
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(16, 24, 16, 24));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().add(new VBox(head, scroll));
        tell("Drafts are kept on this computer");
    }

    private void read() {
        context.background()
                .run(
                        () -> context.services().store().drafts(),
                        this::show,
                        failure -> context.overlays().say(message(failure)));
    }

    private void show(List<SavedDraft> drafts) {
        list.getChildren().clear();
        if (drafts.isEmpty()) {
            VBox none = new VBox(
                    8,
                    Texts.ask("No drafts"),
                    Texts.text(
                            "What is begun in the wizard is saved here by itself, until it is deployed.", "td-muted"));
            none.setAlignment(Pos.CENTER);
            none.setPadding(new Insets(120, 24, 24, 24));
            list.getChildren().add(none);
        }
        drafts.forEach(draft -> list.getChildren().add(row(draft)));
        if (list.lookup(".button") instanceof Button first) {
            first.requestFocus();
        }
    }

    private HBox row(SavedDraft saved) {
        String suffix = saved.draft().suffix();
        Node name = suffix.isEmpty() ? Texts.name("not named yet", "td-muted") : Texts.name(suffix);
        String shown = suffix.isEmpty() ? "the draft without a name" : suffix;
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        Button go = Buttons.secondary(
                "Continue", Icons.ARROW_RIGHT, () -> context.navigator().draft(saved.id(), saved.account()));
        go.setAccessibleText("Continue " + shown);
        Button delete = Buttons.icon(Icons.DESTROY, "Delete " + shown, () -> delete(saved));
        HBox row = new HBox(
                8,
                fixed(name, 136),
                fixed(
                        Texts.cell(
                                saved.draft().blueprint() + " · "
                                        + saved.draft().preset(),
                                "td-muted"),
                        180),
                fixed(account(saved), 124),
                fixed(Texts.cell("at " + saved.step(), "td-muted"), 112),
                Texts.cell(
                        "saved "
                                + TimeText.ago(
                                        saved.savedAt(),
                                        context.services().clock().instant()),
                        "td-muted"),
                spacer,
                go,
                delete);
        row.getStyleClass().add("td-draft");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node account(SavedDraft saved) {
        String account = saved.account();
        if (account == null) {
            return Texts.cell("any account", "td-muted");
        }
        HBox box = new HBox(
                6,
                new AccountName(context.accounts(), account, false),
                Texts.mono11(Session.grouped(account), "td-muted"));
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static HBox fixed(Node content, double width) {
        HBox cell = new HBox(content);
        cell.setAlignment(Pos.CENTER_LEFT);
        cell.setMinWidth(width);
        cell.setPrefWidth(width);
        return cell;
    }

    private void delete(SavedDraft saved) {
        context.background()
                .run(
                        () -> {
                            context.services().store().deleteDraft(saved.id());
                            return saved;
                        },
                        deleted -> read(),
                        failure -> context.overlays().say(message(failure)));
    }

    private static String message(Exception failure) {
        return failure.getMessage() == null ? "The drafts cannot be read." : failure.getMessage();
    }

    @Override
    public List<KeyHint> keys() {
        KeyHint go = new KeyHint("Enter", "continue");
        return context.mayChange() ? List.of(new KeyHint("N", "new"), go) : List.of(go);
    }

    @Override
    public void shown() {
        read();
    }
}
