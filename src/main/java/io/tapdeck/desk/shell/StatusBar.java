package io.tapdeck.desk.shell;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.KeyCap;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.Page.KeyHint;
import io.tapdeck.desk.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The age of the data at the left, the page's keys at the right; where room is short the last keys give way. */
public final class StatusBar extends HBox {
    private static final PseudoClass LATE = PseudoClass.getPseudoClass("late");
    private static final double LEAST_GAP = 24;

    private final Region dot = new Region();
    private final Label words = Texts.caption("");
    private final Label quiet = Texts.caption("");
    private final HBox keys = new HBox(18);
    private List<Node> hints = List.of();

    public StatusBar() {
        super(8);
        getStyleClass().add("td-status-bar");
        setAlignment(Pos.CENTER_LEFT);
        dot.getStyleClass().add("td-dot");
        keys.setAlignment(Pos.CENTER_RIGHT);
        keys.setMinWidth(0);
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        quiet.setGraphic(Icons.ACTIONS_OFF.view("td-muted"));
        quiet.visibleProperty().bind(quiet.textProperty().isNotEmpty());
        quiet.managedProperty().bind(quiet.visibleProperty());
        getChildren().addAll(dot, words, quiet, spacer, keys);
        words.textProperty().addListener((observed, before, now) -> requestLayout());
    }

    /** Shows a page's status and keys. */
    public void show(Page page) {
        words.textProperty().unbind();
        words.textProperty().bind(page.status());
        // Bound through the label, so that a page that was left is not held by the bar.
        dot.visibleProperty().bind(words.textProperty().isNotEmpty());
        late(!page.fresh().getValue());
        keys(page.keys());
    }

    /** Shows other keys of the page on screen. */
    public void keys(List<KeyHint> own) {
        List<Node> all = new ArrayList<>();
        own.forEach(hint -> all.add(hint(hint)));
        all.add(hint(new KeyHint("?", "all keys")));
        hints = all;
        keys.getChildren().setAll(all);
    }

    /** Says that it is quiet, or nothing. */
    public void quiet(String sentence) {
        quiet.setText(sentence);
        requestLayout();
    }

    /** Turns the dot amber, or green again. */
    public void late(boolean late) {
        dot.pseudoClassStateChanged(LATE, late);
    }

    private static HBox hint(KeyHint hint) {
        HBox box = new HBox(5, new KeyCap(hint.key()), Texts.caption(hint.action()));
        box.setAlignment(Pos.CENTER_LEFT);
        box.setMinWidth(Region.USE_PREF_SIZE);
        return box;
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - words.prefWidth(-1) - LEAST_GAP - 16;
        if (quiet.isVisible()) {
            room -= quiet.prefWidth(-1) + getSpacing();
        }
        List<Node> fitting = new ArrayList<>(hints);
        // The last hint, which leads to all the others, stays.
        while (fitting.size() > 1 && width(fitting) > room) {
            fitting.remove(fitting.size() - 2);
        }
        if (!keys.getChildren().equals(fitting)) {
            keys.getChildren().setAll(fitting);
        }
        super.layoutChildren();
    }

    private double width(List<Node> nodes) {
        return nodes.stream().mapToDouble(node -> node.prefWidth(-1)).sum() + keys.getSpacing() * (nodes.size() - 1);
    }
}
