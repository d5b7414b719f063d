package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Problem;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** What is wrong with controls that stand in one row, and the button that mends it. */
final class ProblemLine extends HBox {
    private final Consumer<Problem.Fix> onMend;

    ProblemLine(Consumer<Problem.Fix> onMend) {
        super(6);
        this.onMend = onMend;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("td-field-error");
        show(null);
    }

    /** Shows what is wrong; null takes the line away. */
    void show(@Nullable Problem problem) {
        getChildren().clear();
        setVisible(problem != null);
        setManaged(problem != null);
        if (problem == null) {
            return;
        }
        Label words = Texts.paragraph(problem.message(), "td-danger");
        getChildren().addAll(Icons.PROBLEM.view("td-danger"), words);
        Problem.Fix fix = problem.fix();
        if (fix != null) {
            Node button = Buttons.mend(fix.label(), () -> onMend.accept(fix));
            getChildren().add(button);
        }
    }

    /** Draws a control as wrong or right, and tells a screen reader. */
    void mark(Control control, @Nullable Problem problem) {
        mark(control, problem, null);
    }

    /**
     * Draws a control as wrong or right, and tells a screen reader.
     *
     * @param help what a screen reader says of the control while it is right
     */
    void mark(Control control, @Nullable Problem problem, @Nullable String help) {
        control.getStyleClass().remove("td-error");
        control.setAccessibleHelp(help);
        if (problem != null) {
            control.getStyleClass().add("td-error");
            control.setAccessibleHelp(problem.message());
        }
    }
}
