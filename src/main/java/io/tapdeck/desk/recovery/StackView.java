package io.tapdeck.desk.recovery;

import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackState.Meaning;
import io.tapdeck.desk.common.StateLabel;
import io.tapdeck.desk.common.StateLook;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.Thirds;
import io.tapdeck.desk.deployment.RemedyActions;
import io.tapdeck.desk.deployment.RootCauseCard;
import java.time.ZoneId;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One stack: what its state means, why it is so, what can be done, what stands in the way. */
final class StackView extends VBox {
    private final ActionList actions;
    private final Optional<RootCauseCard> cause;

    StackView(RecoveryModel model, RemedyActions remedies, ZoneId zone) {
        super(12);
        StackSituation stack = model.stack();
        setPadding(new Insets(16, 24, 16, 24));
        actions = new ActionList(model);
        cause = Optional.ofNullable(stack.cause()).map(why -> card(stack, why, remedies, zone));
        getChildren().add(state(stack));
        cause.ifPresent(getChildren()::add);
        getChildren().add(actions);
        if (!stack.blocked().isEmpty()) {
            BlockedTable table = new BlockedTable(model);
            model.revisionProperty().addListener(observed -> table.show());
            getChildren().add(table);
        }
    }

    private static VBox state(StackSituation stack) {
        StateLabel state = new StateLabel(StateLook.of(stack.state()), "");
        VBox name = new VBox(
                8,
                Texts.mono(
                        stack.stackId() == null ? "no stack" : stack.state().name(),
                        stack.state().meaning() == Meaning.STUCK ? "td-danger" : "td-default"),
                state);
        name.setAlignment(Pos.TOP_LEFT);
        Thirds columns = new Thirds()
                .with("State", name)
                .with("What it means", Texts.paragraph(stack.state().sentence()))
                .with("What follows", Texts.paragraph(stack.state().consequences()));
        VBox card = new VBox(columns);
        card.getStyleClass().add("td-list-card");
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    private static RootCauseCard card(StackSituation stack, RootCause cause, RemedyActions remedies, ZoneId zone) {
        String name = stack.blocked().stream()
                .filter(blocked -> blocked.logicalId().equals(cause.logicalId()))
                .map(blocked -> blocked.displayName())
                .findFirst()
                .orElse(cause.logicalId());
        return new RootCauseCard(cause, name, 0, zone, remedies);
    }

    /** What can be chosen. */
    ActionList actions() {
        return actions;
    }

    /** Why it is so, where something failed. */
    Optional<RootCauseCard> cause() {
        return cause;
    }
}
