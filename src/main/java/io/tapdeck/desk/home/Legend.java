package io.tapdeck.desk.home;

import io.tapdeck.desk.common.AlarmMark;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.Blueprint;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** What the marks mean. */
final class Legend extends HBox {
    private static final List<AlarmMark> MARKS = List.of(
            AlarmMark.OK, AlarmMark.ALARM, AlarmMark.INSUFFICIENT_DATA, AlarmMark.ACTIONS_OFF, AlarmMark.NO_ALARM);

    /** A legend that names the alarms in the order of a blueprint. */
    Legend(Blueprint blueprint) {
        super(16);
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(8, 24, 8, 24));
        getChildren().add(Texts.caption("Alarm marks, in the order %s:".formatted(order(blueprint))));
        for (AlarmMark mark : MARKS) {
            HBox entry = new HBox(4, mark.view(""), Texts.caption(mark.words()));
            entry.setAlignment(Pos.CENTER_LEFT);
            getChildren().add(entry);
        }
    }

    private static String order(Blueprint blueprint) {
        return String.join(
                ", ", blueprint.alarms().stream().map(AlarmDescription::title).toList());
    }
}
