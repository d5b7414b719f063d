package io.tapdeck.desk.kit;

import io.tapdeck.desk.common.Navigator;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Presence;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.shell.Frame;
import io.tapdeck.desk.shell.ShellKeys;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * One page in the desk's frame.
 *
 * @param <P> the page
 */
public final class OnePage<P extends Page> {
    private final TestDesk desk;
    private final Function<PageContext, P> open;
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private @Nullable P page;
    private @Nullable Theme theme;
    private @Nullable Presence presence;

    public OnePage(TestDesk desk, Function<PageContext, P> open) {
        this.desk = desk;
        this.open = open;
    }

    /** Shows the page on the whole screen, in a theme. */
    public void show(Screen screen, Theme.Choice choice) {
        Screen.onFx(() -> {
            Scene scene = dressed(choice, Screen.MOST, Screen.MOST);
            screen.show(scene, Screen.MOST, Screen.MOST);
        });
        Screen.settle();
    }

    /** The page anew in a scene of another size, not on the screen; everything that waits is done. */
    public Scene scene(Theme.Choice choice, int width, int height) {
        Scene scene = Screen.call(() -> dressed(choice, width, height));
        desk.background.settle();
        return scene;
    }

    private Scene dressed(Theme.Choice choice, int width, int height) {
        Theme dress = new Theme(choice);
        Frame frame = new Frame(desk.services().session(), desk.accounts, section -> sent.add("section " + section));
        Navigator navigator = new NavigatorNotes(sent);
        Presence attending = new Presence(desk.background);
        P shown = open.apply(new PageContext(
                desk.services(), desk.background, navigator, frame, dress, attending, desk.sessions(), desk.accounts));
        ShellKeys keys = new ShellKeys(
                frame,
                navigator,
                section -> {},
                () -> shown,
                () -> !desk.services().session().readOnly());
        frame.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        Scene scene = new Scene(frame, width, height);
        scene.getPreferences().setReducedMotion(true);
        dress.dress(scene);
        frame.show(shown);
        shown.shown();
        page = shown;
        theme = dress;
        presence = attending;
        return scene;
    }

    /** The page shown last. */
    public P page() {
        return Objects.requireNonNull(page);
    }

    /** The theme of the page shown last. */
    public Theme theme() {
        return Objects.requireNonNull(theme);
    }

    /** Whether somebody is at the desk that shows the page. */
    public Presence presence() {
        return Objects.requireNonNull(presence);
    }

    /** The words at the left of the status bar. */
    public String status() {
        return Screen.call(() -> page().status().getValue());
    }

    /** Where the page sent its reader so far, such as "home" or "watch dev". */
    public List<String> sent() {
        return sent;
    }
}
