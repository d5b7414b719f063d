package io.tapdeck.desk.shell;

import io.tapdeck.desk.common.Navigator;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.Page.Section;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys that work everywhere. They come last: a control, then the page, may use a key before. */
public final class ShellKeys {
    private static final Map<KeyCode, Section> PLACES = Map.of(
            KeyCode.DIGIT1, Section.ENVIRONMENTS,
            KeyCode.DIGIT2, Section.DEPLOYMENTS,
            KeyCode.DIGIT3, Section.ALARMS,
            KeyCode.DIGIT4, Section.DRAFTS,
            KeyCode.DIGIT5, Section.JOURNAL,
            KeyCode.DIGIT6, Section.SESSIONS,
            KeyCode.DIGIT7, Section.SETTINGS);

    private final Frame frame;
    private final Navigator navigator;
    private final Consumer<Section> section;
    private final Supplier<@Nullable Page> page;
    private final BooleanSupplier mayBegin;
    private boolean swallow;

    /**
     * The keys of a frame.
     *
     * @param mayBegin whether a new environment can be begun now
     */
    public ShellKeys(
            Frame frame,
            Navigator navigator,
            Consumer<Section> section,
            Supplier<@Nullable Page> page,
            BooleanSupplier mayBegin) {
        this.frame = frame;
        this.navigator = navigator;
        this.section = section;
        this.page = page;
        this.mayBegin = mayBegin;
    }

    /**
     * Comes before everybody: when a key has led to another page, its character must not land in a field that has the
     * focus there.
     */
    public void beforeTyped(KeyEvent event) {
        if (swallow) {
            event.consume();
        }
        swallow = false;
    }

    /** Comes before everybody: news are followed from wherever the focus is, also from a list that opens on Enter. */
    public void beforePressed(KeyEvent event) {
        boolean follows = event.isAltDown() && event.getCode() == KeyCode.ENTER && !frame.covered();
        if (follows && frame.followNews()) {
            event.consume();
        }
    }

    /** A key that nothing below the frame has used. */
    public void pressed(KeyEvent event) {
        use(event);
        swallow = event.isConsumed() && !event.isShortcutDown() && !event.isAltDown() && character(event);
    }

    private void use(KeyEvent event) {
        if (frame.covered()) {
            if (event.getCode() == KeyCode.ESCAPE) {
                frame.close();
                event.consume();
            }
            return;
        }
        Page shown = page.get();
        if (shown != null && !bareLetterWhileTyping(event)) {
            shown.onKey(event);
        }
        if (!event.isConsumed()) {
            everywhere(event);
        }
    }

    /** A character: "/" and "?" are on different keys on different keyboards. */
    public void typed(KeyEvent event) {
        Page shown = page.get();
        if (shown == null || typing() || frame.covered()) {
            return;
        }
        switch (event.getCharacter()) {
            case "/" -> {
                shown.onFilter();
                event.consume();
            }
            case "?" -> {
                frame.show(
                        new KeysCard(shown.path().getLast(), shown.keys(), mayBegin.getAsBoolean(), frame::close),
                        () -> {});
                event.consume();
            }
            default -> {}
        }
    }

    private void everywhere(KeyEvent event) {
        boolean alt = event.isAltDown();
        if (alt && event.getCode() == KeyCode.LEFT) {
            navigator.back();
            event.consume();
        } else if (alt && event.getCode() == KeyCode.Q) {
            frame.askQuiet();
            event.consume();
        } else if (alt) {
            Section place = PLACES.get(event.getCode());
            if (place != null) {
                section.accept(place);
                event.consume();
            }
        } else if (event.getCode() == KeyCode.ESCAPE) {
            navigator.back();
            event.consume();
        } else if (event.getCode() == KeyCode.N && !event.isShortcutDown() && !typing() && mayBegin.getAsBoolean()) {
            navigator.newEnvironment();
            event.consume();
        }
    }

    private boolean bareLetterWhileTyping(KeyEvent event) {
        boolean bare = !event.isShortcutDown() && !event.isAltDown();
        return bare && character(event) && typing();
    }

    private static boolean character(KeyEvent event) {
        KeyCode code = event.getCode();
        return code.isLetterKey()
                || code.isDigitKey()
                || code == KeyCode.SLASH
                || code == KeyCode.PLUS
                || code == KeyCode.MINUS
                || code == KeyCode.SPACE;
    }

    private boolean typing() {
        return frame.getScene() != null && frame.getScene().getFocusOwner() instanceof TextInputControl;
    }
}
