package io.tapdeck.desk.common;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** A page of the desk. Made, shown and left on the JavaFX thread. */
public interface Page {

    /** Which word of the rail is lit. */
    Section section();

    /** The path in the top bar; the last part is the page itself. */
    List<String> path();

    /** What stands between the top bar and the status bar. */
    Node root();

    /** The words at the left of the status bar: what was read and when. */
    ObservableValue<String> status();

    /** The page's own keys, for the status bar; the first ones must stay visible in a narrow window. */
    List<KeyHint> keys();

    /** Whether the data on screen is as young as it should be; the dot of the status bar is amber while it is not. */
    default ObservableValue<Boolean> fresh() {
        return new ReadOnlyObjectWrapper<>(true);
    }

    /**
     * A key that no control has used, wherever the focus is; never a bare letter while somebody types. Consume it if it
     * means something here: an unconsumed Escape leads back.
     */
    default void onKey(KeyEvent event) {}

    /** The character "/" was typed, and nobody was typing: the page's filter, if it has one, takes the focus. */
    default void onFilter() {}

    /** Comes on screen: starts what it polls. */
    default void shown() {}

    /** Goes off screen: stops what it polls. */
    default void left() {}

    /** A key and what it does here. */
    record KeyHint(String key, String action) {}

    /** The words of the rail. */
    enum Section {
        ENVIRONMENTS,
        DEPLOYMENTS,
        ALARMS,
        DRAFTS,
        JOURNAL,
        SESSIONS,
        SETTINGS
    }
}
