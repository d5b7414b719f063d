package io.tapdeck.desk.home;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** A place whose content is made anew only when something else is to be seen there: most rows of a list look alike. */
final class Slot extends HBox {
    private @Nullable Object shown;

    Slot() {
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Shows what {@code content} makes, unless what equals {@code key} is shown already. */
    void show(Object key, Supplier<? extends Node> content) {
        if (!key.equals(shown)) {
            shown = key;
            getChildren().setAll(content.get());
        }
    }
}
