package io.tapdeck.desk.common;

import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The filter over a page's list: Escape clears it before it leaves the page, Enter and Down lead into the list. */
public final class ListFilter extends TextField {
    private static final double WIDTH = 330;

    private final Node list;

    /**
     * An empty filter.
     *
     * @param prompt by what the list is filtered
     * @param name for screen readers
     * @param onChange hears every change of its text
     */
    public ListFilter(String prompt, String name, Node list, Runnable onChange) {
        this.list = list;
        setPromptText(prompt);
        setAccessibleText(name);
        setPrefWidth(WIDTH);
        textProperty().addListener((observed, before, now) -> onChange.run());
        addEventHandler(KeyEvent.KEY_PRESSED, this::use);
    }

    private void use(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            event.consume();
        }
    }
}
