package io.tapdeck.desk.compare;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Overlays;
import io.tapdeck.desk.common.StateLabel;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.home.EnvironmentRow;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks which environment another is compared with: a list that is searched while one types. */
public final class CompareWithCard extends VBox {
    private static final double WIDTH = 560;
    private static final double ROW = 32;
    private static final int MOST_ROWS = 10;

    private final TextField filter = new TextField();
    private final ListView<EnvironmentRow> list = new ListView<>();
    private final List<EnvironmentRow> others;
    private final Overlays overlays;
    private final Consumer<DeployedEnvironment> onChosen;

    /**
     * A card for {@link Overlays#show}.
     *
     * @param left what is compared
     * @param known every environment that is known; those that AWS has not confirmed, and itself, are left out
     * @param onChosen hears which, after the card is closed
     */
    public CompareWithCard(
            DeployedEnvironment left,
            List<EnvironmentRow> known,
            Overlays overlays,
            Consumer<DeployedEnvironment> onChosen) {
        super(12);
        this.overlays = overlays;
        this.onChosen = onChosen;
        // What can be compared setting by setting comes first.
        this.others = known.stream()
                .filter(row -> row.deployed() != null && !row.key().equals(left.key()))
                .sorted(Comparator.comparing((EnvironmentRow row) ->
                                !row.key().blueprint().equals(left.key().blueprint()))
                        .thenComparing(EnvironmentRow::suffix))
                .toList();
        getStyleClass().add("td-card-pop");
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        String title = "Compare %s with".formatted(left.key().suffix());
        setAccessibleText(title);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(
                8,
                Texts.cell("↑ ↓ choose, Enter compares, Esc closes", "td-muted"),
                space,
                Buttons.secondary("Close", null, overlays::close));
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(Texts.ask(title));
        if (others.isEmpty()) {
            getChildren().add(Texts.paragraph("There is no other environment to compare it with."));
        } else {
            prepare();
            getChildren().addAll(filter, list);
        }
        getChildren().add(foot);
    }

    private void prepare() {
        filter.setPromptText("Filter by name, account, state, blueprint");
        filter.setAccessibleText("Filter environments");
        filter.textProperty().addListener(observed -> fill());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::onFilterKey);
        list.getStyleClass().add("td-pick");
        list.setAccessibleText("Environments to compare with");
        list.setFixedCellSize(ROW);
        list.setPrefHeight(ROW * Math.min(others.size(), MOST_ROWS) + 2);
        list.setMinHeight(ROW);
        list.setPlaceholder(Texts.text("No environment matches.", "td-muted"));
        list.setCellFactory(view -> new Cell());
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
                event.consume();
            }
        });
        fill();
    }

    private void fill() {
        list.getItems()
                .setAll(others.stream()
                        .filter(row -> row.matches(filter.getText()))
                        .toList());
        list.getSelectionModel().selectFirst();
    }

    /** The arrows move along the list while one types. */
    private void onFilterKey(KeyEvent event) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        switch (event.getCode()) {
            case DOWN -> select(chosen + 1);
            case UP -> select(chosen - 1);
            case ENTER -> choose();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int place) {
        if (place >= 0 && place < list.getItems().size()) {
            list.getSelectionModel().select(place);
            list.scrollTo(place);
        }
    }

    private void choose() {
        @Nullable EnvironmentRow row = list.getSelectionModel().getSelectedItem();
        DeployedEnvironment chosen = row == null ? null : row.deployed();
        if (chosen != null) {
            overlays.close();
            onChosen.accept(chosen);
        }
    }

    /** A name, its blueprint and place, and its state. */
    private final class Cell extends ListCell<EnvironmentRow> {
        Cell() {
            setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    choose();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable EnvironmentRow row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            HBox line = new HBox(
                    10,
                    Texts.name(row.suffix()),
                    Texts.cell(row.key().blueprint() + " · " + row.key().region(), "td-muted"),
                    space,
                    new StateLabel(row.look(), ""));
            line.setAlignment(Pos.CENTER_LEFT);
            setGraphic(line);
            setAccessibleText("%s, %s, %s, %s"
                    .formatted(
                            row.suffix(),
                            row.key().blueprint(),
                            row.key().region(),
                            row.look().word()));
        }
    }
}
