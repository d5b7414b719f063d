package io.tapdeck.desk.settings;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Switch;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.release.UpdateSource;
import io.tapdeck.release.Updates;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Whether Tapdeck looks for a newer one by itself, and whom it asks; off until somebody switches it on. */
final class UpdatesCard extends VBox {
    private static final String NONE_COMES =
            "An address and a key come from whoever gives you Tapdeck; it has none itself.";

    private final PageContext context;
    private final Updates updates;
    private final Switch automatic = new Switch("Look for a newer Tapdeck");
    private final TextField address = field("Address of releases", "https://");
    private final TextField key = field("Key of releases", "Ed25519, in Base64");
    private final Button look = Buttons.secondary("Look now", Icons.REFRESH, this::look);
    private final VBox says = new VBox();
    /** The switch follows what is kept and is not being turned by somebody. */
    private boolean following = true;

    UpdatesCard(PageContext context) {
        super(12);
        this.context = context;
        this.updates = context.services().product().updates();
        getStyleClass().add("td-card");
        getChildren().addAll(Texts.name("Updates"), switchLine(), fields(), says);
        automatic.selectedProperty().addListener((observed, before, now) -> {
            if (!following) {
                keep();
            }
        });
        address.setOnAction(event -> keep());
        key.setOnAction(event -> keep());
        context.background().run(updates::choice, this::kept, this::wrong);
    }

    private HBox switchLine() {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox line = new HBox(
                16,
                new VBox(
                        2,
                        Texts.label("Look for a newer Tapdeck"),
                        Texts.caption("Once a day, at the start: one request, the same from every computer. Nothing is"
                                + " downloaded.")),
                spacer,
                automatic);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private GridPane fields() {
        GridPane grid = new GridPane(12, 8);
        grid.addRow(0, Texts.label("Address"), address);
        grid.addRow(1, Texts.label("Key"), key, look);
        GridPane.setColumnSpan(address, 2);
        GridPane.setHgrow(key, Priority.ALWAYS);
        return grid;
    }

    private static TextField field(String name, String prompt) {
        TextField field = new TextField();
        field.getStyleClass().add("td-mono-field");
        field.setAccessibleText(name);
        field.setPromptText(prompt);
        return field;
    }

    private Updates.Choice written() {
        return new Updates.Choice(automatic.isSelected(), address.getText(), key.getText());
    }

    private void keep() {
        Updates.Choice written = written();
        run(
                () -> {
                    updates.choose(written);
                    return updates.choice();
                },
                this::kept);
    }

    private void kept(Updates.Choice choice) {
        address.setText(choice.address());
        key.setText(choice.key());
        follow(choice.automatic());
        say(Texts.paragraph(choice.address().isEmpty() ? NONE_COMES : "Kept.", "td-muted"));
    }

    private void look() {
        Updates.Choice written = written();
        look.setDisable(true);
        say(Texts.paragraph("Asking…", "td-muted"));
        run(
                () -> {
                    UpdateSource source = UpdateSource.of(written.address(), written.key());
                    updates.choose(written);
                    return updates.look(source);
                },
                answer -> {
                    look.setDisable(false);
                    say(Texts.paragraph(answer.words()));
                });
    }

    private <T> void run(Callable<T> work, Consumer<T> done) {
        context.background().run(work, done, this::wrong);
    }

    private void wrong(Exception problem) {
        look.setDisable(false);
        HBox line = new HBox(
                6, Icons.PROBLEM.view("td-danger"), Texts.paragraph(String.valueOf(problem.getMessage()), "td-danger"));
        line.setAlignment(Pos.TOP_LEFT);
        say(line);
        // What could not be kept must not look as if it were.
        context.background().run(updates::choice, choice -> follow(choice.automatic()), failure -> follow(false));
    }

    private void follow(boolean on) {
        following = true;
        automatic.setSelected(on);
        following = false;
    }

    private void say(Node words) {
        says.getChildren().setAll(words);
    }
}
