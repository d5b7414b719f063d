package io.tapdeck.desk.common;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * A choice of one among a few, side by side; one is always chosen.
 *
 * @param <T> what is chosen
 */
public final class Segments<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();

    /**
     * A row of segments.
     *
     * @param name what is chosen here, for screen readers
     * @param words the text of each option
     * @param onChosen hears a reader's choice, not the first one
     */
    public Segments(String name, List<T> options, T chosen, Function<T, String> words, Consumer<T> onChosen) {
        getStyleClass().add("td-segments");
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText(name);
        setMinWidth(Region.USE_PREF_SIZE);
        setMaxWidth(Region.USE_PREF_SIZE);
        for (T option : options) {
            ToggleButton button = new ToggleButton(words.apply(option));
            button.setUserData(option);
            button.setToggleGroup(group);
            button.setSelected(option.equals(chosen));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setAccessibleText(name + ": " + words.apply(option));
            // Toggles of a group can be switched off by a second press; a choice cannot.
            button.setOnAction(event -> {
                if (button.isSelected()) {
                    onChosen.accept(option);
                } else {
                    button.setSelected(true);
                }
            });
            getChildren().add(button);
        }
    }

    /** Shows another choice, without telling the listener. */
    public void choose(T option) {
        group.getToggles().stream()
                .filter(toggle -> option.equals(toggle.getUserData()))
                .forEach(toggle -> toggle.setSelected(true));
    }
}
