package io.tapdeck.desk.home;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.StateLook;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.ValueText;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many environments there are, and how many of them ring, are stuck or change; each count filters the list. */
final class Counts extends HBox {
    private static final double HEIGHT = 28;

    private final ToggleGroup group = new ToggleGroup();
    private final Runnable onChanged;
    private Predicate<EnvironmentRow> wanted = row -> true;

    Counts(Runnable onChanged) {
        super(4);
        this.onChanged = onChanged;
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(4, 16, 0, 16));
        setMinHeight(HEIGHT);
    }

    /** Counts anew; the chosen count stays chosen. */
    void show(List<EnvironmentRow> rows) {
        Object chosen = group.getSelectedToggle() == null
                ? null
                : group.getSelectedToggle().getUserData();
        getChildren().clear();
        group.getToggles().clear();
        getChildren().add(figure(rows.size(), rows.size() == 1 ? "environment" : "environments"));
        counter(rows, "in alarm", StateLook.IN_ALARM.icon().view("td-danger"), row -> row.look() == StateLook.IN_ALARM);
        counter(rows, "stuck", StateLook.STUCK.icon().view("td-danger"), row -> row.look() == StateLook.STUCK);
        counter(
                rows,
                "deploying",
                Icons.CHANGING.view("td-accent"),
                row -> row.look().busy());
        double capacity = rows.stream()
                .filter(EnvironmentRow::inAcu)
                .flatMap(row -> row.lastValue().stream())
                .mapToDouble(Double::doubleValue)
                .sum();
        if (rows.stream().anyMatch(row -> row.inAcu() && row.lastValue().isPresent())) {
            getChildren().add(padded(words(ValueText.of(capacity), "ACU in use")));
        }
        group.getToggles().stream()
                .filter(toggle -> toggle.getUserData().equals(chosen))
                .forEach(toggle -> toggle.setSelected(true));
        if (group.getSelectedToggle() == null) {
            wanted = row -> true;
        }
    }

    private Node figure(int count, String words) {
        return padded(words(Integer.toString(count), words));
    }

    private static HBox words(String number, String text) {
        HBox words = new HBox(6, Texts.numberStrong(number), Texts.cell(text, "td-muted"));
        words.setAlignment(Pos.CENTER_LEFT);
        return words;
    }

    private static Node padded(HBox words) {
        words.setPadding(new Insets(0, 8, 0, 8));
        words.setMinWidth(Region.USE_PREF_SIZE);
        return words;
    }

    private void counter(List<EnvironmentRow> rows, String words, FontIcon icon, Predicate<EnvironmentRow> counted) {
        long count = rows.stream().filter(counted).count();
        if (count == 0) {
            return;
        }
        HBox content = words(Long.toString(count), words);
        content.getChildren().addFirst(icon);
        ToggleButton button = new ToggleButton("", content);
        button.getStyleClass().setAll("td-count");
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(count + " " + words + ", filter");
        button.setUserData(words);
        button.setToggleGroup(group);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            wanted = button.isSelected() ? counted : row -> true;
            onChanged.run();
        });
        getChildren().add(button);
    }

    /** Whether a row is among those of the chosen count. */
    boolean admits(EnvironmentRow row) {
        return wanted.test(row);
    }

    /** Whether a count is chosen. */
    boolean chosen() {
        return group.getSelectedToggle() != null;
    }

    /** Forgets the chosen count; false if none was chosen. */
    boolean clear() {
        if (group.getSelectedToggle() == null) {
            return false;
        }
        group.selectToggle(null);
        wanted = row -> true;
        onChanged.run();
        return true;
    }
}
