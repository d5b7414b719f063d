package io.tapdeck.desk.common;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** What all pages have in common: a place in the rail, a path, a root, words about the age of what is shown. */
public abstract class BasePage implements Page {
    /** What stands between the bars. */
    protected final StackPane root = new StackPane();

    private final Section section;
    private final List<String> path;
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Boolean> fresh = new ReadOnlyObjectWrapper<>(true);

    /**
     * An empty page.
     *
     * @param path at least one part; the last is the page itself
     */
    protected BasePage(Section section, String... path) {
        this.section = section;
        this.path = List.of(path);
        root.getStyleClass().add("td-page");
    }

    /** Changes the words at the left of the status bar. */
    protected final void tell(String words) {
        status.set(words);
    }

    /** Says whether what is shown is as young as it should be. */
    protected final void tellFresh(boolean isFresh) {
        fresh.set(isFresh);
    }

    /** A key that comes without Ctrl and Alt; true if it means something here. */
    protected boolean onPlainKey(KeyEvent event) {
        return false;
    }

    @Override
    public void onKey(KeyEvent event) {
        if (!event.isShortcutDown() && !event.isAltDown() && onPlainKey(event)) {
            event.consume();
        }
    }

    @Override
    public final Section section() {
        return section;
    }

    @Override
    public final List<String> path() {
        return path;
    }

    @Override
    public final Node root() {
        return root;
    }

    @Override
    public final ObservableValue<String> status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public final ObservableValue<Boolean> fresh() {
        return fresh.getReadOnlyProperty();
    }
}
