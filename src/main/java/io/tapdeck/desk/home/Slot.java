package io.tapdeck.desk.home;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/**
 * A place that shows one of a few contents, each made once and then only hidden and shown: a node that comes into the
 * scene is dressed anew from the style sheets, and a list that scrolls has no time for that.
 */
final class Slot extends HBox {
    private final Map<Object, Node> made = new HashMap<>();
    private @Nullable Object shown;

    Slot() {
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Shows what {@code content} makes; asked once for what equals {@code key}. There may be dozens of keys, not thousands. */
    void show(Object key, Supplier<? extends Node> content) {
        if (key.equals(shown)) {
            return;
        }
        present(shown, false);
        shown = key;
        if (made.containsKey(key)) {
            present(key, true);
        } else {
            Node node = content.get();
            made.put(key, node);
            getChildren().add(node);
        }
    }

    private void present(@Nullable Object key, boolean wanted) {
        Node node = key == null ? null : made.get(key);
        if (node != null) {
            node.setVisible(wanted);
            node.setManaged(wanted);
        }
    }
}
