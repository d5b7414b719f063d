package io.tapdeck.desk.kit;

import io.tapdeck.desk.common.Theme;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The one headless stage, at most 1000×1000, since the headless screen is no larger (JDK-8364201). */
public final class Screen {
    /** The greatest width and height of a stage in a test. */
    public static final int MOST = 1000;

    private final Stage stage;
    private final FxRobot robot = new FxRobot();

    Screen(Stage stage) {
        this.stage = stage;
    }

    /** Keyboard and mouse. */
    public FxRobot robot() {
        return robot;
    }

    public Stage stage() {
        return stage;
    }

    public Scene scene() {
        return stage.getScene();
    }

    /** Shows what {@code root} makes, in a theme, on the whole screen. */
    public void show(Theme.Choice theme, Callable<? extends Parent> root) {
        show(theme, MOST, MOST, root);
    }

    /** Shows what {@code root} makes (on the JavaFX thread), in a theme. */
    public void show(Theme.Choice theme, int width, int height, Callable<? extends Parent> root) {
        call(() -> {
            Scene scene = new Scene(root.call(), width, height);
            scene.getPreferences().setReducedMotion(true);
            new Theme(theme).dress(scene);
            show(scene, width, height);
            return scene;
        });
        settle();
    }

    /** Shows a scene that is dressed already; call it on the JavaFX thread. */
    public void show(Scene scene, int width, int height) {
        if (width > MOST || height > MOST) {
            throw new IllegalArgumentException("the headless screen is " + MOST + " wide and high");
        }
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        stage.requestFocus();
    }

    /** The first node of the scene that a selector finds; other windows, such as tooltips, are not looked at. */
    public Node find(String selector) {
        return robot.from(scene().getRoot()).lookup(selector).query();
    }

    /** Presses keys together and lets everything follow from it. */
    public void press(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    /** Types characters where the focus is. */
    public void type(String text) {
        for (int place = 0; place < text.length(); place++) {
            String character = text.substring(place, place + 1);
            onFx(() -> {
                Node target = scene().getFocusOwner();
                javafx.event.Event.fireEvent(
                        target == null ? scene().getRoot() : target,
                        new KeyEvent(KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
            });
        }
        settle();
    }

    /** Clicks on the first visible node that a selector finds. */
    public void click(String selector) {
        robot.clickOn(selector);
        settle();
    }

    /** Whether a text stands on screen, visible. */
    public boolean shows(String text) {
        return Labels.visible(scene().getRoot()).stream()
                .anyMatch(label -> label.text().contains(text));
    }

    /** Waits until the JavaFX thread has nothing left to do. */
    public static void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Runs something on the JavaFX thread and waits for it. */
    public static void onFx(Runnable task) {
        call(() -> {
            task.run();
            return true;
        });
    }

    /** Calls something on the JavaFX thread and gives its result. */
    public static <T> T call(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        if (Platform.isFxApplicationThread()) {
            future.run();
        } else {
            Platform.runLater(future);
        }
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
