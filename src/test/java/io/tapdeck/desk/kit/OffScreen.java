package io.tapdeck.desk.kit;

import javafx.application.Platform;

/** The rule that engines are never called on the JavaFX thread, kept by every fake. */
final class OffScreen {
    private OffScreen() {}

    static void require() {
        if (Platform.isFxApplicationThread()) {
            throw new AssertionError("an engine is called on the JavaFX thread");
        }
    }
}
