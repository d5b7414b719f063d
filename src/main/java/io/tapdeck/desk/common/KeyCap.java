package io.tapdeck.desk.common;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A key as it is printed on the keyboard. */
public final class KeyCap extends Label {
    public KeyCap(String key) {
        super(key);
        getStyleClass().add("td-key");
        setMinWidth(Region.USE_PREF_SIZE);
    }
}
