package io.tapdeck.desk.common;

import atlantafx.base.controls.ToggleSwitch;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** A switch that the space bar turns too; AtlantaFX's own hears the mouse only. */
public final class Switch extends ToggleSwitch {
    /**
     * A switch that is off.
     *
     * @param name what it switches, for whoever does not see it
     */
    public Switch(String name) {
        setAccessibleText(name);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.SPACE) {
                fire();
                event.consume();
            }
        });
    }
}
