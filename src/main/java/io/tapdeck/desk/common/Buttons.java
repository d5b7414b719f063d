package io.tapdeck.desk.common;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The kinds of buttons. A page has one primary button at most. */
public final class Buttons {
    private Buttons() {}

    /** The one button that carries the page's purpose. */
    public static Button primary(String text, @Nullable Icons icon, Runnable action) {
        return button(text, icon, action, "accent");
    }

    /** An ordinary button. */
    public static Button secondary(String text, @Nullable Icons icon, Runnable action) {
        return button(text, icon, action);
    }

    /** A button without a frame. */
    public static Button flat(String text, @Nullable Icons icon, Runnable action) {
        return button(text, icon, action, "flat");
    }

    /** Destroys; stands in a confirmation only. */
    public static Button danger(String text, @Nullable Icons icon, Runnable action) {
        return button(text, icon, action, "danger");
    }

    /** Mends a field. */
    public static Button mend(String text, Runnable action) {
        return button(text, null, action, "td-mend");
    }

    /** Looks like a link. */
    public static Button link(String text, Runnable action) {
        return button(text, null, action, "td-link");
    }

    /** A glyph without words; {@code name} is its tooltip and what a screen reader says. */
    public static Button icon(Icons icon, String name, Runnable action) {
        Button button = button("", icon, action, "flat", "td-icon-button");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name));
        return button;
    }

    private static Button button(String text, @Nullable Icons icon, Runnable action, String... styleClasses) {
        Button button = new Button(text);
        if (icon != null) {
            button.setGraphic(icon.view());
        }
        button.getStyleClass().addAll(styleClasses);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}
