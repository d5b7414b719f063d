package io.tapdeck.desk.settings;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.TargetAdditions;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.store.TargetSettingsSource;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Which shared file says what is added to every stack of the account, what it says, and what is wrong with it. */
final class TargetCard extends VBox {
    private final PageContext context;
    private final String account;
    private final TextField file = new TextField();
    private final Button clear = Buttons.flat("Use none", null, this::clear);
    private final VBox says = new VBox(8);

    /** What the card shows. */
    private record Chosen(Optional<Path> file, TargetSettings settings) {}

    TargetCard(PageContext context) {
        super(12);
        this.context = context;
        this.account = context.services().session().account();
        getStyleClass().add("td-card");
        file.getStyleClass().add("td-mono-field");
        file.setAccessibleText("File of target settings");
        file.setPromptText("no file");
        file.setOnAction(event -> use());
        HBox.setHgrow(file, Priority.ALWAYS);
        HBox row = new HBox(
                8,
                file,
                Buttons.secondary("Browse…", Icons.OPEN, this::browse),
                Buttons.secondary("Use", Icons.OK, this::use),
                clear);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        Texts.name("Target settings"),
                        Texts.paragraph(
                                "Tags, a CloudFormation service role and a permissions boundary for every stack of"
                                        + " account %s, from a file that a team shares. It is read anew before each use."
                                                .formatted(context.services()
                                                        .session()
                                                        .accountText()),
                                "td-muted"),
                        row,
                        says);
        TargetSettingsSource source = context.services().targetSettings();
        context.background().run(() -> source.file(account), this::remembered, this::wrong);
    }

    private void remembered(Optional<Path> chosen) {
        chosen.ifPresent(path -> file.setText(path.toString()));
        TargetSettingsSource source = context.services().targetSettings();
        read(() -> new Chosen(chosen, source.current(account)));
    }

    private void browse() {
        File picked = new FileChooser().showOpenDialog(getScene().getWindow());
        if (picked != null) {
            file.setText(picked.getPath());
            use();
        }
    }

    private void use() {
        if (file.getText().isBlank()) {
            clear();
            return;
        }
        try {
            choose(Path.of(file.getText().strip()));
        } catch (InvalidPathException e) {
            wrong(e);
        }
    }

    private void clear() {
        file.clear();
        choose(null);
    }

    private void choose(@Nullable Path path) {
        TargetSettingsSource source = context.services().targetSettings();
        read(() -> new Chosen(Optional.ofNullable(path), source.choose(account, path)));
    }

    private void read(Callable<Chosen> work) {
        context.background().run(work, this::show, this::wrong);
    }

    private void show(Chosen chosen) {
        clear.setDisable(chosen.file().isEmpty());
        says.getChildren().setAll(new TargetAdditions(chosen.settings()));
    }

    private void wrong(Exception problem) {
        HBox line = new HBox(
                6, Icons.PROBLEM.view("td-danger"), Texts.paragraph(String.valueOf(problem.getMessage()), "td-danger"));
        line.setAlignment(Pos.TOP_LEFT);
        clear.setDisable(false);
        says.getChildren().setAll(line);
    }
}
