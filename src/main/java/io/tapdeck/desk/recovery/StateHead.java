package io.tapdeck.desk.recovery;

import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.common.ProgressArc;
import io.tapdeck.desk.common.Segments;
import io.tapdeck.desk.common.Spacer;
import io.tapdeck.desk.common.StateLook;
import io.tapdeck.desk.common.Tag;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Which environment, how it stands in a sentence, since when; of several stacks, which one is shown. */
final class StateHead extends VBox {

    StateHead(Situation situation, StackSituation shown, Instant now, ZoneId zone, Consumer<StackSituation> onStack) {
        super(8);
        getStyleClass().add("td-deployment-head");
        StateLook look = StateLook.of(shown.state());
        Node glyph = look.busy() ? new ProgressArc(9) : look.icon().view(look.role(), "td-icon-20");
        String name = situation.environment().suffix().value();
        HBox first = line(10, glyph, Texts.title(sentence(name, shown.state().name(), look)), new Spacer());
        if (!shown.state().equals(StackState.ABSENT)) {
            first.getChildren()
                    .add(new Tag(shown.state().name(), null, look.role().equals("td-muted") ? "" : look.role()));
        }
        first.setMinHeight(28);
        HBox second = line(8, Texts.mono11(shown.stackName()));
        if (shown.part() != null) {
            second.getChildren().addAll(dot(), Texts.cell("in " + shown.part().region(), "td-muted"));
        }
        Instant since = shown.since();
        if (since != null) {
            second.getChildren()
                    .addAll(
                            dot(),
                            Texts.number("since " + TimeText.minute(since, now, zone), "td-muted"),
                            Texts.number("(" + TimeText.ago(since, now) + ")", "td-muted"));
        }
        if (situation.stacks().size() > 1) {
            second.getChildren()
                    .addAll(
                            new Spacer(),
                            new Segments<>("Stack", situation.stacks(), shown, stack -> words(stack), onStack));
        }
        getChildren().addAll(first, second);
    }

    private static String sentence(String name, String state, StateLook look) {
        return state.equals("DELETE_FAILED")
                ? "Not all of %s was deleted".formatted(name)
                : name + " " + predicate(state, look);
    }

    private static String predicate(String state, StateLook look) {
        return switch (state) {
            case "ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "CREATE_FAILED" -> "was not created";
            case "DELETE_COMPLETE" -> "was deleted";
            case "UPDATE_FAILED" -> "was changed in part";
            case "REVIEW_IN_PROGRESS" -> "was never made";
            default ->
                switch (look) {
                    case STUCK -> "is stuck half-way";
                    case CREATING -> "is being created";
                    case UPDATING -> "is being changed";
                    case DELETING -> "is being deleted";
                    case ROLLING_BACK -> "goes back to how it was";
                    case ROLLED_BACK -> "is as it was before";
                    case ABSENT -> "does not exist";
                    case UNKNOWN -> "is in a state that is not known here";
                    default -> "is up";
                };
        };
    }

    private static String words(StackSituation stack) {
        return stack.part() == null ? "Own stack" : stack.part().region();
    }

    private static Node dot() {
        return Texts.cell("·", "td-muted");
    }

    private static HBox line(double gap, Node... nodes) {
        HBox line = new HBox(gap, nodes);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
