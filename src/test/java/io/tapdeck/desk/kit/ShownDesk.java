package io.tapdeck.desk.kit;

import io.tapdeck.desk.Desk;
import io.tapdeck.desk.Pages;
import io.tapdeck.desk.common.Theme;
import javafx.scene.Scene;

/** A whole desk on the headless screen. */
public final class ShownDesk {
    private final Screen screen;
    private final TestDesk engines;
    private final Scene scene;

    private ShownDesk(Screen screen, TestDesk engines, Scene scene) {
        this.screen = screen;
        this.engines = engines;
        this.scene = scene;
    }

    /** Opens a desk at 1000×1000 and lets it read everything. */
    public static ShownDesk open(Screen screen, TestDesk engines, Theme.Choice theme, Pages pages) {
        ShownDesk desk = waiting(screen, engines, theme, pages);
        engines.background.settle();
        return desk;
    }

    /** Opens a desk whose first reading has not been answered. */
    public static ShownDesk waiting(Screen screen, TestDesk engines, Theme.Choice theme, Pages pages) {
        Scene scene = Screen.call(() -> {
            Theme dressed = new Theme(theme);
            Desk desk = new Desk(engines.sessions(), engines.background, dressed, pages);
            Scene made = new Scene(desk.root(), Screen.MOST, Screen.MOST);
            made.getPreferences().setReducedMotion(true);
            dressed.dress(made);
            screen.show(made, Screen.MOST, Screen.MOST);
            return made;
        });
        Screen.settle();
        return new ShownDesk(screen, engines, scene);
    }

    /** A desk that is never on a screen, of any size, for pictures; everything is read. */
    public static Scene scene(TestDesk engines, Theme.Choice theme, Pages pages, int width, int height) {
        Scene scene = Screen.call(() -> {
            Theme dressed = new Theme(theme);
            Desk desk = new Desk(engines.sessions(), engines.background, dressed, pages);
            Scene made = new Scene(desk.root(), width, height);
            made.getPreferences().setReducedMotion(true);
            dressed.dress(made);
            return made;
        });
        engines.background.settle();
        return scene;
    }

    public Screen screen() {
        return screen;
    }

    public TestDesk engines() {
        return engines;
    }

    public Scene scene() {
        return scene;
    }
}
