package io.tapdeck.desk;

import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.shell.Opening;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** The desk's window: says that it is opening until there is a desk to show. For the JavaFX thread only. */
final class DeskWindow {
    private final Stage stage = new Stage();
    private final Theme theme;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /** Opens it. */
    DeskWindow(Theme theme) {
        this.theme = theme;
        Scene scene = new Scene(new Opening(), Desk.WIDTH, Desk.HEIGHT);
        theme.dress(scene);
        stage.setScene(scene);
        stage.setTitle("Tapdeck");
        stage.setOnHidden(_ -> closed.complete(null));
        stage.show();
    }

    /** Shows the desk from now on, and closes it with the window. */
    Desk show(Function<Theme, Desk> made) {
        Desk desk = made.apply(theme);
        stage.setOnHidden(_ -> {
            try {
                desk.close();
            } catch (RuntimeException | Error failure) {
                closed.completeExceptionally(failure);
                return;
            }
            closed.complete(null);
        });
        desk.show(stage);
        return desk;
    }

    /** Done when the window is closed; any thread may wait for it. */
    CompletableFuture<Void> closed() {
        return closed;
    }
}
