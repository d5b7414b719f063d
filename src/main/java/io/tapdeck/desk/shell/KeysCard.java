package io.tapdeck.desk.shell;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.KeyCap;
import io.tapdeck.desk.common.Page.KeyHint;
import io.tapdeck.desk.common.Texts;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys: the page's own, and those that work everywhere. */
final class KeysCard extends VBox {
    private static final List<KeyHint> EVERYWHERE = List.of(
            new KeyHint("N", "new environment"),
            new KeyHint("/", "filter"),
            new KeyHint("?", "all keys"),
            new KeyHint("Alt ←", "back"),
            new KeyHint("Esc", "leave, or close a card"),
            new KeyHint("Alt 1", "environments"),
            new KeyHint("Alt 2", "deployments"),
            new KeyHint("Alt 3", "alarms"),
            new KeyHint("Alt 4", "drafts"),
            new KeyHint("Alt 5", "journal"),
            new KeyHint("Alt 6", "settings"),
            new KeyHint("Alt Enter", "go where the news lead"),
            new KeyHint("Alt Q", "quiet mode"),
            new KeyHint("Tab", "next control"));

    /**
     * The keys of a page.
     *
     * @param mayBegin whether a new environment can be begun now
     */
    KeysCard(String pageName, List<KeyHint> own, boolean mayBegin, Runnable close) {
        super(16);
        getStyleClass().add("td-card-pop");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAccessibleText("All keys");
        HBox columns = new HBox(32);
        List<KeyHint> other = EVERYWHERE.stream()
                .filter(hint -> mayBegin || !hint.key().equals("N"))
                .filter(hint -> own.stream().noneMatch(mine -> mine.key().equals(hint.key())))
                .toList();
        if (!own.isEmpty()) {
            columns.getChildren().add(column(pageName, own));
        }
        columns.getChildren().add(column("Everywhere", other));
        HBox foot = new HBox(Buttons.secondary("Close", null, close));
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(Texts.ask("All keys"), columns, foot);
    }

    private static VBox column(String title, List<KeyHint> hints) {
        GridPane grid = new GridPane(12, 8);
        for (int row = 0; row < hints.size(); row++) {
            HBox key = new HBox(new KeyCap(hints.get(row).key()));
            grid.addRow(row, key, Texts.cell(hints.get(row).action()));
        }
        return new VBox(8, Texts.caption(title), grid);
    }
}
