package io.tapdeck.desk.watch.chart;

import java.util.function.IntConsumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;

/** The grip of a threshold: taken by the mouse, or focused and moved with the arrow keys. */
final class ThresholdHandle extends Label {
    /** Steps of an arrow key with Shift. */
    static final int FAR = 5;

    private static final PseudoClass MOVED = PseudoClass.getPseudoClass("moved");
    private static final double GRIP_WIDTH = 8;
    private static final double GRIP_HEIGHT = 12;

    /**
     * A grip.
     *
     * @param onSteps hears by how many steps the keys move it, up above 0
     */
    ThresholdHandle(IntConsumer onSteps) {
        setManaged(false);
        setFocusTraversable(true);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        getStyleClass().add("td-threshold-handle");
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isControlDown()) {
                return;
            }
            int steps = event.isShiftDown() ? FAR : 1;
            switch (event.getCode()) {
                case UP -> onSteps.accept(steps);
                case DOWN -> onSteps.accept(-steps);
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    /** Stands at a threshold: small where it is the alarm's own, with its value where it was moved. */
    void stand(String name, String value, boolean moved, Plot plot, double y) {
        setText(moved ? "= " + value : "");
        setAccessibleText("Threshold of " + name + ", " + value);
        pseudoClassStateChanged(MOVED, moved);
        applyCss();
        double width = moved ? prefWidth(-1) : GRIP_WIDTH;
        double height = moved ? prefHeight(-1) : GRIP_HEIGHT;
        double right = moved ? plot.right() - 2 : plot.right() + GRIP_WIDTH / 2;
        resizeRelocate(right - width, Math.rint(y - height / 2), width, height);
    }
}
