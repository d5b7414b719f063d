package io.tapdeck.desk.watch.tune;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Problem;
import java.math.BigDecimal;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The change in one line: from which threshold to which; typed here, put back or reviewed. */
final class ReviewBar extends HBox {
    private static final double FIELD = 84;
    private static final int FAR = 5;

    private final TuneModel model;
    private final TextField typed = new TextField();
    private final Label before = Texts.mono("", "td-muted");
    private final Label words = Texts.cell("", "td-muted");
    private final Button review;
    private boolean following;

    ReviewBar(TuneModel model, Runnable onReview, Runnable onPutBack) {
        super(8);
        this.model = model;
        getStyleClass().add("td-review-bar");
        setAlignment(Pos.CENTER_LEFT);
        typed.setPrefWidth(FIELD);
        typed.setMinWidth(FIELD);
        typed.setAccessibleText("New threshold of " + model.alarm().title());
        review = Buttons.primary("Review change…", Icons.ARROW_RIGHT, onReview);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        getChildren()
                .addAll(
                        Icons.DESCRIBE.view("td-accent", "td-icon-18"),
                        Texts.name(model.alarm().title()),
                        before,
                        Icons.ARROW_RIGHT.view("td-muted", "td-icon-13"),
                        typed,
                        Texts.mono(model.typed().unit(), "td-accent"),
                        words,
                        Buttons.secondary("Put back", null, onPutBack),
                        review);
        typed.setOnAction(event -> review.fire());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        review.addEventFilter(KeyEvent.KEY_PRESSED, this::step);
        typed.textProperty().addListener((observed, old, text) -> {
            if (!following) {
                show(model.type(text).orElse(null));
            }
        });
        model.thresholdProperty().addListener(observed -> follow());
        follow();
    }

    /** The arrows move the threshold here too; neither a field of one line nor a button has use for them. */
    private void step(KeyEvent event) {
        int steps = event.isShiftDown() ? FAR : 1;
        switch (event.getCode()) {
            case UP -> model.step(steps);
            case DOWN -> model.step(-steps);
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Empties the field for a threshold that begins to be typed on the page: its characters come here then. */
    void begin() {
        typed.requestFocus();
        following = true;
        typed.clear();
        following = false;
    }

    void focusReview() {
        review.requestFocus();
    }

    /** Whether it can be reviewed. */
    boolean ready() {
        return !review.isDisabled();
    }

    private void follow() {
        String text = model.typed().text(model.threshold());
        following = true;
        if (!typed.isFocused() || !sameNumber(typed.getText(), text)) {
            typed.setText(text);
        }
        following = false;
        show(null);
    }

    /** What is being typed stays as it is typed: 7 on the way to 7.5, or 80.0. */
    private boolean sameNumber(String text, String value) {
        return model.typed().problem(text).isEmpty()
                && new BigDecimal(text.strip()).compareTo(new BigDecimal(value)) == 0;
    }

    private void show(@Nullable Problem problem) {
        before.setText(TuneWords.value(model.alarm(), model.now()));
        words.getStyleClass().removeAll("td-danger", "td-muted");
        words.getStyleClass().add(problem == null ? "td-muted" : "td-danger");
        typed.getStyleClass().remove("td-error");
        if (problem != null) {
            words.setText(problem.message());
            typed.getStyleClass().add("td-error");
        } else {
            words.setText(model.changed() ? "1 property of 1 resource, changed in place" : "Nothing is changed yet.");
        }
        review.setDisable(problem != null || !model.changed());
    }
}
