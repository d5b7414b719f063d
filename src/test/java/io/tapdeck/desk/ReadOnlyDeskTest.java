package io.tapdeck.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Screen;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A desk whose session only reads: no page shows or takes what would change something. */
@ExtendWith({Headless.class, FxWatchdog.class})
final class ReadOnlyDeskTest {
    /** What buttons, menus and choices that change something begin with. */
    private static final List<String> VERBS = List.of(
            "New environment",
            "Deploy ",
            "Deploy…",
            "Change ",
            "Change…",
            "Change settings",
            "Tune",
            "Review change",
            "Destroy",
            "Revert",
            "Adopt",
            "Cancel…",
            "Cancel the update",
            "Delete the empty stack",
            "Make it again",
            "Continue the roll-back",
            "Continue to Review",
            "Roll back",
            "Use another suffix");

    /** What the hints of keys that change something say. */
    private static final List<String> HINTS = List.of(
            "new", "new environment", "sample", "change", "tune threshold", "revert", "cancel", "do what is chosen");

    private static final List<KeyCode[]> KEYS = List.of(
            new KeyCode[] {KeyCode.N},
            new KeyCode[] {KeyCode.E},
            new KeyCode[] {KeyCode.T},
            new KeyCode[] {KeyCode.V},
            new KeyCode[] {KeyCode.S},
            new KeyCode[] {KeyCode.CONTROL, KeyCode.PERIOD},
            new KeyCode[] {KeyCode.CONTROL, KeyCode.ENTER});

    private static Set<String> verbs(WalkedDesk desk) {
        return Screen.call(() -> Stream.concat(
                        buttons(desk).stream()
                                .flatMap(button -> Stream.of(button.getText(), button.getAccessibleText())),
                        offered().stream().map(MenuItem::getText))
                .filter(Objects::nonNull)
                .filter(words -> VERBS.stream().anyMatch(words::startsWith))
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What can be pressed, but for the rail, whose pages are walked anyway. */
    private static List<ButtonBase> buttons(WalkedDesk desk) {
        return desk.scene().getRoot().lookupAll("*").stream()
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .filter(button -> !button.getStyleClass().contains("td-rail-button"))
                .filter(ReadOnlyDeskTest::shown)
                .toList();
    }

    private static boolean shown(Node button) {
        for (Node node = button; node != null; node = node.getParent()) {
            if (!node.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static List<MenuItem> offered() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .flatMap(window -> ((ContextMenu) window).getItems().stream())
                .toList();
    }

    /** Presses one button; false if there are fewer. */
    private static boolean press(WalkedDesk desk, int place) {
        boolean pressed = Screen.call(() -> {
            List<ButtonBase> buttons = buttons(desk);
            if (place < buttons.size()) {
                try {
                    buttons.get(place).fire();
                } catch (UnsupportedOperationException e) {
                    // It asks for a file; the headless platform has no such dialog.
                }
            }
            return place < buttons.size();
        });
        desk.settle();
        return pressed;
    }

    /** What can be changed from a page: by what stands on it, and by what comes up when its buttons are pressed. */
    private static Set<String> changeable(WalkedDesk desk, String place) {
        desk.go(place);
        Set<String> found = new TreeSet<>(verbs(desk));
        for (int button = 0; press(desk, button); button++) {
            found.addAll(verbs(desk));
            found.addAll(desk.changed());
            desk.screen().press(KeyCode.ESCAPE);
            desk.go(place);
        }
        return found;
    }

    /** Who adds a page says in {@link WalkedDesk} whether it changes something, and how to get there if it does not. */
    @Test
    void everyPageIsWalked(Screen screen) {
        Set<String> walked = new TreeSet<>(new WalkedDesk(screen, false).places());
        walked.addAll(WalkedDesk.CHANGING);
        walked.add("deployments"); // The rail leads there, as to every section.

        assertThat(walked).containsAll(WalkedDesk.kinds());
    }

    @Test
    void noPageOffersAChangeWhateverIsPressed(Screen screen) {
        WalkedDesk desk = new WalkedDesk(screen, false);

        assertThat(desk.places())
                .allSatisfy(
                        place -> assertThat(changeable(desk, place)).as(place).isEmpty());
    }

    /** The walk finds what there is to find: without this, one that sees nothing would pass. */
    @Test
    void inASessionThatMayTheSamePagesDo(Screen screen) {
        WalkedDesk desk = new WalkedDesk(screen, true);

        for (String place :
                List.of("section ENVIRONMENTS", "section DRAFTS", "watch", "situation", "drift", "deployment")) {
            desk.go(place);
            assertThat(verbs(desk)).as(place).isNotEmpty();
        }
        desk.go("deployment that runs");
        assertThat(verbs(desk)).containsExactly("Cancel…");
    }

    @Test
    void noKeyIsOfferedThatChangesSomething(Screen screen) {
        WalkedDesk desk = new WalkedDesk(screen, false);

        for (String place : desk.places()) {
            desk.go(place);
            screen.type("?");
            assertThat(Labels.visible(desk.scene().getRoot()).stream()
                            .map(Labels.Shown::text)
                            .filter(HINTS::contains))
                    .as("keys of " + place)
                    .isEmpty();
            screen.press(KeyCode.ESCAPE);
        }
    }

    @Test
    void noKeyChangesAnything(Screen screen) {
        WalkedDesk desk = new WalkedDesk(screen, false);

        for (String place : desk.places()) {
            for (KeyCode[] keys : KEYS) {
                desk.go(place);
                screen.press(keys);
                desk.settle();
                assertThat(desk.changed())
                        .as("%s on %s", keys[keys.length - 1], place)
                        .isEmpty();
                assertThat(screen.shows("Put back")).as(place).isFalse();
            }
        }
    }

    @Test
    void theMenuOfARowOffersToLookOnly(Screen screen) {
        WalkedDesk desk = new WalkedDesk(screen, false);

        Screen.onFx(() -> buttons(desk).stream()
                .filter(button -> "Actions for prod1".equals(button.getAccessibleText()))
                .forEach(ButtonBase::fire));
        Screen.settle();
        List<String> words =
                Screen.call(() -> offered().stream().map(MenuItem::getText).toList());
        screen.press(KeyCode.ESCAPE);

        assertThat(words).contains("Watch", "State…");
    }
}
