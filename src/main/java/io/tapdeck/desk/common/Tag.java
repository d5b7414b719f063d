package io.tapdeck.desk.common;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A short word in a frame, such as a state. */
public final class Tag extends Label {

    /**
     * A tag.
     *
     * @param role such as {@code td-danger}; empty for a plain one
     */
    public Tag(String text, @Nullable Icons icon, String role) {
        super(text);
        getStyleClass().add("td-tag");
        if (!role.isEmpty()) {
            getStyleClass().add(role);
        }
        if (icon != null) {
            setGraphic(role.isEmpty() ? icon.view() : icon.view(role));
        }
        setMinWidth(Region.USE_PREF_SIZE);
    }
}
