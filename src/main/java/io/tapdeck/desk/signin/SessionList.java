package io.tapdeck.desk.signin;

import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.KeyCap;
import io.tapdeck.desk.common.Texts;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The left side of the page: every session in its group, behind a filter. */
final class SessionList extends VBox {
    private static final double WIDTH = 432;
    private static final double NARROW = 392;
    private static final double WIDE_PAGE = 1000;

    private final TextField filter = new TextField();
    private final ListView<SessionLine> list = new ListView<>();
    private final Label trouble = Texts.paragraph("", "td-danger");

    /**
     * An empty list.
     *
     * @param onFilter hears that another filter was typed
     * @param onChosen hears which session was chosen
     * @param onEnter uses the Enter that the list would take for itself; false if it means nothing
     * @param onAdd asked to add an Identity Center
     */
    SessionList(Runnable onFilter, Consumer<SessionRow> onChosen, Predicate<KeyEvent> onEnter, Runnable onAdd) {
        filter.setPromptText("Filter sessions");
        filter.setAccessibleText("Filter sessions");
        filter.textProperty().addListener((observed, before, now) -> onFilter.run());
        // Before the field itself, which would hand Enter on to the page.
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::onFilterKey);
        list.setCellFactory(view -> new SessionCell());
        list.setAccessibleText("Sessions");
        // The list takes Enter for itself, and does nothing with it.
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && onEnter.test(event)) {
                event.consume();
            }
        });
        list.getStyleClass().add("td-sessions");
        list.getSelectionModel().selectedItemProperty().addListener((observed, before, now) -> {
            if (now instanceof SessionRow row) {
                onChosen.accept(row);
            }
        });
        list.setPlaceholder(Texts.text("No session matches. Esc clears the filter.", "td-muted"));
        VBox.setVgrow(list, Priority.ALWAYS);
        trouble.setPadding(new Insets(0, 16, 12, 24));
        trouble.managedProperty().bind(trouble.visibleProperty());
        getChildren().addAll(head(onAdd), filterBox(), trouble, list, foot());
        getStyleClass().add("td-session-list");
        fit(WIDE_PAGE);
    }

    /** Fits it to the page's width in pixels. */
    void fit(double page) {
        double width = page < WIDE_PAGE ? NARROW : WIDTH;
        setMinWidth(width);
        setMaxWidth(width);
    }

    private static HBox head(Runnable onAdd) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(12, Texts.title("Sessions"), space, Buttons.secondary("Add", Icons.ADD, onAdd));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(14, 16, 12, 24));
        return head;
    }

    private StackPane filterBox() {
        Node glass = Icons.SEARCH.view("td-muted");
        glass.setMouseTransparent(true);
        KeyCap key = new KeyCap("/");
        key.setMouseTransparent(true);
        key.visibleProperty().bind(filter.textProperty().isEmpty());
        StackPane box = new StackPane(filter, glass, key);
        box.getStyleClass().add("td-filter");
        StackPane.setAlignment(glass, Pos.CENTER_LEFT);
        StackPane.setMargin(glass, new Insets(0, 0, 0, 10));
        StackPane.setAlignment(key, Pos.CENTER_RIGHT);
        StackPane.setMargin(key, new Insets(0, 8, 0, 0));
        VBox.setMargin(box, new Insets(0, 16, 12, 24));
        return box;
    }

    private static HBox foot() {
        HBox foot = new HBox(
                8,
                Icons.FOLDER.view("td-muted"),
                Texts.cell("Shared with the AWS CLI: one sign-in serves both.", "td-muted"));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("td-session-foot");
        return foot;
    }

    /**
     * Shows what there is; what is chosen stays so.
     *
     * @param wrong what is wrong with the files as a whole; empty if nothing is
     */
    void show(List<SessionLine> lines, String wrong) {
        trouble.setText(wrong);
        trouble.setVisible(!wrong.isEmpty());
        if (!lines.equals(List.copyOf(list.getItems()))) {
            list.getItems().setAll(lines);
        }
    }

    void select(SessionRow row) {
        list.getSelectionModel().select(row);
    }

    /** Chooses the line of an Identity Center. */
    void choose(SsoSession center) {
        list.getItems().stream()
                .filter(line -> line instanceof SessionRow row && row.via() == null && center.equals(row.center()))
                .findFirst()
                .ifPresent(line -> {
                    list.getSelectionModel().select(line);
                    list.scrollTo(line);
                });
    }

    /** How many sessions are shown. */
    long sessions() {
        return list.getItems().stream().filter(SessionRow.class::isInstance).count();
    }

    String filter() {
        return filter.getText();
    }

    void clearFilter() {
        filter.clear();
    }

    void focusFilter() {
        filter.requestFocus();
    }

    void focus() {
        list.requestFocus();
    }

    private void onFilterKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
            filter.clear();
            event.consume();
        } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
            list.requestFocus();
            event.consume();
        }
    }
}
