package io.tapdeck.desk.home;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** The head of a group: whether it is open, its worst state, its title and how many it has. */
final class HeadView extends HBox {
    private final Slot chevron = new Slot();
    private final Slot worst = new Slot();
    private final Label title = Texts.name("");
    private final Label count = Texts.number("", "td-muted");

    HeadView() {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("td-group-head");
        getChildren().addAll(chevron, worst, title, count);
    }

    void show(ListLine.Head head) {
        chevron.show(
                head.open(),
                () -> (head.open() ? Icons.CHEVRON_DOWN : Icons.CHEVRON_RIGHT).view("td-muted", "td-icon-16"));
        Optional<Trouble> trouble = Optional.ofNullable(head.worst());
        worst.show(trouble, () -> trouble.map(Trouble::view).orElseGet(() -> Icons.NOTE.view("td-warning")));
        title.setText(head.title());
        count.setText(Integer.toString(head.count()));
    }
}
