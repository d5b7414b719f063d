package io.tapdeck.desk.home;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.KeyCap;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The filter of the list: a glass at its left, its key at its right. */
final class FilterField extends StackPane {
    private static final double WIDTH = 330;
    private static final double LEAST_WIDTH = 290;

    private final TextField field = new TextField();
    private final Runnable onChanged;

    FilterField(Runnable onChanged) {
        this.onChanged = onChanged;
        getStyleClass().add("td-filter");
        setMinWidth(LEAST_WIDTH);
        setPrefWidth(WIDTH);
        field.setPromptText("Filter by name, account, state, blueprint");
        field.setAccessibleText("Filter environments");
        field.textProperty().addListener((observed, before, now) -> onChanged.run());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        FontIcon glass = Icons.SEARCH.view("td-muted");
        glass.setMouseTransparent(true);
        KeyCap key = new KeyCap("/");
        key.setMouseTransparent(true);
        key.visibleProperty().bind(field.textProperty().isEmpty());
        setAlignment(glass, Pos.CENTER_LEFT);
        setMargin(glass, new Insets(0, 0, 0, 10));
        setAlignment(key, Pos.CENTER_RIGHT);
        setMargin(key, new Insets(0, 8, 0, 0));
        getChildren().addAll(field, glass, key);
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
            clear();
            event.consume();
        }
    }

    String text() {
        return field.getText();
    }

    void focus() {
        field.requestFocus();
    }

    /** Empties it; false if it was empty. */
    boolean clear() {
        if (field.getText().isEmpty()) {
            return false;
        }
        field.clear();
        onChanged.run();
        return true;
    }
}
