package io.tapdeck.desk.home;

import io.tapdeck.desk.common.AccountName;
import io.tapdeck.desk.common.AlarmMarks;
import io.tapdeck.desk.common.StateLabel;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Environments as cards, side by side; filled again and again while the list scrolls. */
final class CardsView extends HBox {
    /** Of a card and the gap below it. */
    static final double HEIGHT = 128;

    private static final double GAP = 12;
    private static final double LEAST_WIDTH = 264;
    private static final double SIDES = 48;
    private static final double SPARK = 120;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final List<Card> cards = new ArrayList<>();

    CardsView(int across, RowActions actions, java.util.function.IntConsumer onChosen) {
        super(GAP);
        getStyleClass().add("td-fleet-cards");
        for (int place = 0; place < across; place++) {
            Card card = new Card(place, actions, onChosen);
            HBox.setHgrow(card, Priority.ALWAYS);
            cards.add(card);
        }
        getChildren().setAll(cards);
    }

    /** How many cards stand side by side in a list of that width. */
    static int across(double width) {
        return Math.max(2, (int) ((width - SIDES + GAP) / (LEAST_WIDTH + GAP)));
    }

    /** How many cards it has room for. */
    int room() {
        return cards.size();
    }

    /** Shows rows, each by the time of where it is from. */
    void show(List<EnvironmentRow> rows, Function<EnvironmentRow, Instant> now) {
        for (int place = 0; place < cards.size(); place++) {
            boolean there = place < rows.size();
            cards.get(place).setVisible(there);
            if (there) {
                cards.get(place).show(rows.get(place), now.apply(rows.get(place)));
            }
        }
    }

    /** Marks the card that the keys belong to; a place without a card marks none. */
    void choose(int chosen) {
        for (int place = 0; place < cards.size(); place++) {
            cards.get(place).pseudoClassStateChanged(CHOSEN, place == chosen);
        }
    }

    /** One card. */
    private static final class Card extends VBox {
        private final Label name = Texts.name("");
        private final Slot state = new Slot();
        private final Label where = Texts.caption("");
        private final Slot mark = new Slot();
        private final Label account = Texts.mono11("", "td-muted");
        private final Slot marks = new Slot();
        private final LineView line = new LineView(SPARK);
        private final Label age = Texts.caption("");

        private final RowActions actions;

        Card(int place, RowActions actions, java.util.function.IntConsumer onChosen) {
            super(8);
            this.actions = actions;
            getStyleClass().add("td-fleet-card");
            setPrefWidth(LEAST_WIDTH);
            setMinWidth(0);
            Region between = new Region();
            HBox.setHgrow(between, Priority.ALWAYS);
            HBox head = new HBox(8, name, between, state);
            head.setAlignment(Pos.CENTER_LEFT);
            Region apart = new Region();
            HBox.setHgrow(apart, Priority.ALWAYS);
            HBox foot = new HBox(8, marks, apart, age);
            foot.setAlignment(Pos.CENTER_LEFT);
            getChildren().addAll(head, new HBox(8, where, mark, account), line, foot);
            setOnMousePressed(event -> {
                if (event.getButton() == MouseButton.PRIMARY) {
                    onChosen.accept(place);
                }
            });
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY
                        && event.getClickCount() == 2
                        && getUserData() instanceof EnvironmentRow row) {
                    actions.open(row);
                }
            });
        }

        void show(EnvironmentRow row, Instant now) {
            setUserData(row);
            name.setText(row.suffix());
            state.show(row.look(), () -> new StateLabel(row.look(), ""));
            where.setText(row.key().blueprint() + " · " + row.key().region());
            mark.show(
                    row.session().account(),
                    () -> new AccountName(actions.accounts(), row.session().account(), true));
            account.setText(row.session().accountText());
            List<AlarmMarks.Entry> entries = RowView.entries(row);
            marks.show(entries, () -> entries.isEmpty() ? Texts.cell("not read", "td-muted") : new AlarmMarks(entries));
            line.show(row, now);
            age.setText(
                    row.look().busy()
                            ? "now"
                            : row.deployedAt().map(at -> TimeText.ago(at, now)).orElse("unknown"));
            setAccessibleText(row.suffix() + ", " + row.look().word());
        }
    }
}
