package io.tapdeck.desk.common;

import io.tapdeck.environment.Problem;
import java.util.function.Consumer;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Label over control, the control's problem under it with a button that mends it, and a muted line of help. */
public final class FormField extends VBox {
    private final Control control;
    private final HBox line;
    private final HBox error = new HBox(6);
    private final Label help;
    private final Consumer<Problem.Fix> onMend;

    /**
     * A field.
     *
     * @param help may be empty
     * @param onMend puts a fix's value into its field, which may be another one
     */
    public FormField(String label, Control control, String help, Consumer<Problem.Fix> onMend) {
        this.control = control;
        this.onMend = onMend;
        getStyleClass().add("td-field");
        Label words = Texts.label(label);
        words.setLabelFor(control);
        control.setAccessibleText(label);
        line = new HBox(10, control);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        error.getStyleClass().add("td-field-error");
        this.help = Texts.paragraph(help, "td-muted");
        getChildren().addAll(words, line);
        if (!help.isEmpty()) {
            getChildren().add(this.help);
            control.setAccessibleHelp(help);
        }
    }

    /** Shows what is wrong with the field; null takes it away. */
    public void show(@Nullable Problem problem) {
        getChildren().remove(error);
        error.getChildren().clear();
        // The control itself stays: taken out and put back it would lose the focus.
        line.getChildren().removeIf(node -> !node.equals(control));
        control.getStyleClass().remove("td-error");
        control.setAccessibleHelp(help.getText());
        if (problem == null) {
            return;
        }
        control.getStyleClass().add("td-error");
        control.setAccessibleHelp(problem.message());
        Label message = Texts.paragraph(problem.message(), "td-danger");
        error.getChildren().addAll(Icons.PROBLEM.view("td-danger"), message);
        getChildren().add(2, error);
        Problem.Fix fix = problem.fix();
        if (fix != null) {
            line.getChildren().add(Buttons.mend(fix.label(), () -> onMend.accept(fix)));
        }
    }

    /** Changes the line of help. */
    public void help(String text) {
        help.setText(text);
    }
}
