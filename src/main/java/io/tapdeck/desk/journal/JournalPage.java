package io.tapdeck.desk.journal;

import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.ListFilter;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Spacer;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.store.Journal;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalExport;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Who did what to which environment, when, and what became of it; the newest first. */
public final class JournalPage extends BasePage {
    /** So many lines are read at a time. */
    static final int PAGE = 500;

    private final PageContext context;
    private final ListView<JournalEntry> list = new ListView<>();
    private final ListFilter filter =
            new ListFilter("Filter by environment, person, call, outcome", "Filter the journal", list, this::show);
    private final Button older = Buttons.secondary("Older lines", Icons.ARROW_DOWN, this::readOlder);
    private final Label nothing = Texts.text("", "td-muted");
    private final List<Journal.Line> read = new ArrayList<>();

    /** A page that reads when it is shown. */
    public JournalPage(PageContext context) {
        super(Section.JOURNAL, "Journal");
        this.context = context;
        list.setFixedCellSize(JournalRow.HEIGHT);
        list.setCellFactory(view -> new JournalRow(view, ZoneId.systemDefault()));
        list.setAccessibleText("Journal, the newest first");
        list.setPlaceholder(nothing);
        list.getStyleClass().add("td-journal");
        VBox.setVgrow(list, Priority.ALWAYS);
        older.setVisible(false);
        root.getChildren().add(new VBox(head(), bar(), JournalRow.heads(), list));
    }

    private HBox head() {
        HBox head = new HBox(
                12, Texts.title("Journal"), new Spacer(), Buttons.secondary("Export…", Icons.OPEN, this::chooseFile));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(16, 24, 0, 24));
        return head;
    }

    private HBox bar() {
        HBox bar = new HBox(
                12,
                filter,
                Texts.cell("Written before each call, never changed, kept on this computer.", "td-muted"),
                new Spacer(),
                older);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(12, 24, 12, 24));
        return bar;
    }

    private void read() {
        read.clear();
        readOlder();
    }

    private void readOlder() {
        long below = read.isEmpty() ? Long.MAX_VALUE : read.getLast().number();
        context.background()
                .run(
                        () -> context.services().store().journal().newest(Journal.Filter.ALL, below, PAGE),
                        this::arrived,
                        failure -> context.overlays().say(words(failure)));
    }

    private void arrived(List<Journal.Line> lines) {
        read.addAll(lines);
        older.setVisible(lines.size() == PAGE);
        show();
    }

    private void show() {
        List<JournalEntry> wanted = read.stream()
                .map(Journal.Line::entry)
                .filter(entry -> JournalWords.matches(entry, filter.getText()))
                .toList();
        nothing.setText(
                read.isEmpty()
                        ? "Nothing was done to an account from this computer yet."
                        : "No line matches. Esc clears the filter.");
        list.getItems().setAll(wanted);
        tell("%d of %d lines%s".formatted(wanted.size(), read.size(), older.isVisible() ? " read so far" : ""));
    }

    private void chooseFile() {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName("tapdeck-journal.csv");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Comma-separated values", "*.csv"),
                        new FileChooser.ExtensionFilter("JSON", "*.json"));
        File chosen = chooser.showSaveDialog(root.getScene().getWindow());
        if (chosen != null) {
            export(chosen.toPath());
        }
    }

    /** Writes every line to a file: JSON if it is called so, else comma-separated values. */
    void export(Path file) {
        boolean json = file.toString().endsWith(".json");
        context.background()
                .run(
                        () -> {
                            List<JournalEntry> all =
                                    context.services().store().journal().entries();
                            Files.writeString(file, json ? JournalExport.json(all) : JournalExport.csv(all));
                            return all.size();
                        },
                        count -> context.overlays()
                                .say("%d lines were written to %s.".formatted(count, file.getFileName())),
                        failure -> context.overlays().say("The journal was not exported: " + words(failure)));
    }

    private static String words(Exception failure) {
        return failure.getMessage() == null ? "The journal cannot be read." : failure.getMessage();
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("/", "filter"), new KeyHint("R", "read again"), new KeyHint("X", "export"));
    }

    @Override
    protected boolean onPlainKey(KeyEvent event) {
        switch (event.getCode()) {
            case R -> read();
            case X -> chooseFile();
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public void onFilter() {
        filter.requestFocus();
    }

    @Override
    public void shown() {
        read();
        list.requestFocus();
    }
}
