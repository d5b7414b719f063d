package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The steps in a row: those behind with a tick, the one that is on, those ahead with their number. */
final class StepperView extends HBox {
    private final WizardModel model;

    StepperView(WizardModel model) {
        this.model = model;
        getStyleClass().add("td-stepper");
        setAccessibleText("Steps");
        model.stepProperty().addListener((observed, before, now) -> show());
        model.draft().draftProperty().addListener((observed, before, now) -> show());
        show();
    }

    private void show() {
        // A press must not lose the focus because the row was made anew under it.
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        Object held = focused != null && Objects.equals(focused.getParent(), this) ? focused.getUserData() : null;
        getChildren().clear();
        for (Step step : model.steps()) {
            if (!getChildren().isEmpty()) {
                Region line = new Region();
                line.getStyleClass().add("td-step-line");
                getChildren().add(line);
            }
            Button button = step(step);
            getChildren().add(button);
            if (step.equals(held)) {
                button.requestFocus();
            }
        }
    }

    private int number(Step step) {
        return model.steps().indexOf(step) + 1;
    }

    private Button step(Step step) {
        int order = step.compareTo(model.step());
        StackPane mark = new StackPane();
        mark.getStyleClass().add("td-step-mark");
        String state;
        if (order < 0) {
            mark.getStyleClass().add("done");
            mark.getChildren().add(Icons.OK.view("td-success", "td-icon-13"));
            state = "done";
        } else {
            Label number = Texts.number(Integer.toString(number(step)));
            mark.getChildren().add(number);
            state = order == 0 ? "this step" : "ahead";
        }
        Button button = new Button(step.title(), mark);
        button.getStyleClass().setAll("button", "flat", "td-step");
        if (order == 0) {
            button.getStyleClass().add("current");
            mark.getStyleClass().add("current");
        } else if (order > 0) {
            button.getStyleClass().add("ahead");
        }
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMinWidth(USE_PREF_SIZE);
        button.setUserData(step);
        button.setAccessibleText("Step %d, %s, %s".formatted(number(step), step.title(), state));
        boolean reachable = order != 0 && model.canGo(step);
        button.setMouseTransparent(!reachable);
        button.setFocusTraversable(reachable);
        button.setOnAction(event -> model.go(step));
        return button;
    }
}
