package io.tapdeck.desk.home;

import io.tapdeck.desk.common.AlarmMark;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.Blueprint;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** What the marks mean. */
final class Legend extends HBox {
    private static final List<AlarmMark> MARKS = List.of(
            AlarmMark.OK, AlarmMark.ALARM, AlarmMark.INSUFFICIENT_DATA, AlarmMark.ACTIONS_OFF, AlarmMark.NO_ALARM);

    /** A legend; it names the alarms in their order where there is only one blueprint. */
    Legend(List<Blueprint> blueprints) {
        super(16);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(8, 24, 8, 24));
        getChildren().add(Texts.caption("Alarm marks, in %s:".formatted(order(blueprints))));
        for (AlarmMark mark : MARKS) {
            HBox entry = new HBox(4, mark.view(""), Texts.caption(mark.words()));
            entry.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(entry);
        }
    }

    private static String order(List<Blueprint> blueprints) {
        return blueprints.size() > 1
                ? "the order of each blueprint"
                : "the order "
                        + blueprints.getFirst().alarms().stream()
                                .map(AlarmDescription::title)
                                .collect(Collectors.joining(", "));
    }
}
