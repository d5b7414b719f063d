package io.tapdeck.desk.recovery;

import io.tapdeck.deploy.StackAction;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The one button that does what is chosen, or what is missing for it. */
final class StateFoot extends HBox {
    private final RecoveryModel model;
    private final Runnable onDo;
    private final HBox reason = new HBox();
    private final HBox place = new HBox();
    private Button act = Buttons.primary("", null, () -> {});
    private String shown = "";

    StateFoot(RecoveryModel model, Runnable onDo) {
        this.model = model;
        this.onDo = onDo;
        getStyleClass().add("td-foot");
        setAlignment(Pos.CENTER_RIGHT);
        reason.setAlignment(Pos.CENTER_RIGHT);
        place.setAlignment(Pos.CENTER_RIGHT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().addAll(space, reason, place);
        model.revisionProperty().addListener(observed -> show());
        show();
    }

    private void show() {
        setVisible(model.chosen().isPresent());
        setManaged(model.chosen().isPresent());
        model.chosen().ifPresent(this::show);
    }

    private void show(StackAction action) {
        ActionWords words = ActionWords.of(model, action);
        boolean asks = asks(action);
        String verb = asks ? words.verb() + "…" : words.verb();
        boolean danger = Asking.of(model).isPresent();
        // The same button as long as it says the same, so that it keeps the focus.
        if (!shown.equals(verb + danger)) {
            shown = verb + danger;
            act = danger ? Buttons.danger(verb, words.icon(), onDo) : Buttons.primary(verb, words.icon(), onDo);
            place.getChildren().setAll(act);
        }
        String obstacle = model.obstacle();
        act.setDisable(!obstacle.isEmpty());
        reason.getChildren().setAll(Texts.cell(obstacle, "td-muted"));
    }

    private boolean asks(StackAction action) {
        return switch (action) {
            case CREATE, UPDATE -> true;
            case DELETE -> Asking.of(model).isPresent() || model.destroys();
            default -> Asking.of(model).isPresent();
        };
    }
}
