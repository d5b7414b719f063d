package io.tapdeck.desk.shell;

import io.tapdeck.desk.common.Navigator;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.Page.Section;
import java.util.Map;
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
            KeyCode.DIGIT3, Section.DRAFTS,
            KeyCode.DIGIT4, Section.SETTINGS);

    private final Frame frame;
    private final Navigator navigator;
    private final Consumer<Section> section;
    private final Supplier<@Nullable Page> page;

    public ShellKeys(Frame frame, Navigator navigator, Consumer<Section> section, Supplier<@Nullable Page> page) {
        this.frame = frame;
        this.navigator = navigator;
        this.section = section;
        this.page = page;
    }

    /** A key that nothing below the frame has used. */
    public void pressed(KeyEvent event) {
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

    /** A character: "?" is on different keys on different keyboards. */
    public void typed(KeyEvent event) {
        if (event.getCharacter().equals("?") && !typing() && !frame.covered()) {
            Page shown = page.get();
            if (shown != null) {
                frame.show(new KeysCard(shown.path().getLast(), shown.keys(), frame::close), () -> {});
                event.consume();
            }
        }
    }

    private void everywhere(KeyEvent event) {
        boolean alt = event.isAltDown();
        if (alt && event.getCode() == KeyCode.LEFT) {
            navigator.back();
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
        } else if (event.getCode() == KeyCode.N && !event.isShortcutDown() && !typing()) {
            navigator.newEnvironment();
            event.consume();
        }
    }

    private boolean bareLetterWhileTyping(KeyEvent event) {
        boolean bare = !event.isShortcutDown() && !event.isAltDown();
        boolean character = event.getCode().isLetterKey()
                || event.getCode().isDigitKey()
                || event.getCode() == KeyCode.SLASH
                || event.getCode() == KeyCode.PLUS
                || event.getCode() == KeyCode.MINUS
                || event.getCode() == KeyCode.SPACE;
        return bare && character && typing();
    }

    private boolean typing() {
        return frame.getScene() != null && frame.getScene().getFocusOwner() instanceof TextInputControl;
    }
}
