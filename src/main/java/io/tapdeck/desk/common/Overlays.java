package io.tapdeck.desk.common;

import javafx.scene.layout.Region;

/** Cards that float over the page, inside the window. Called on the JavaFX thread. */
public interface Overlays {

    /**
     * Shows a card over the dimmed page and moves the focus into it; it takes the place of one that is shown. Escape
     * closes it.
     *
     * @param onClosed runs when it goes away, for whatever reason
     */
    void show(Region card, Runnable onClosed);

    /** Closes the card, if one is shown. */
    void close();

    /** Says something in a bar under the top bar until it is closed; a sentence that stands there already is kept. */
    void say(String sentence);

    /**
     * News, in a bar under the top bar.
     *
     * @param action the word of the button that leads there
     */
    record News(String sentence, String action, Runnable go) {}

    /**
     * Tells news in the place of those before, until somebody goes there or closes them.
     *
     * @param onGone runs when they have gone away so
     */
    void news(News news, Runnable onGone);
}
