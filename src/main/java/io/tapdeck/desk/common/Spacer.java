package io.tapdeck.desk.common;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A gap in a row that takes what the row has left. */
public final class Spacer extends Region {
    /** A gap. */
    public Spacer() {
        HBox.setHgrow(this, Priority.ALWAYS);
    }
}
