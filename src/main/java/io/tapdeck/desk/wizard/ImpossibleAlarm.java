package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingCondition;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** Why an alarm cannot be had, and the button that makes it possible. */
final class ImpossibleAlarm extends HBox {
    private final AlarmDescription alarm;
    private final DraftModel model;

    ImpossibleAlarm(AlarmDescription alarm, DraftModel model) {
        super(6);
        this.alarm = alarm;
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("td-alarm-problem");
    }

    /** Takes the line away where the alarm is possible. */
    void show(boolean possible) {
        getChildren().clear();
        setVisible(!possible);
        setManaged(!possible);
        SettingCondition needs = alarm.needs();
        if (possible || needs == null) {
            return;
        }
        Setting setting = model.blueprint().setting(needs.key());
        String now = setting.words(model.setting(needs.key()));
        String button = needs.words().replaceAll("\\.$", "");
        getChildren()
                .addAll(
                        Icons.NOTE.view("td-muted"),
                        Texts.cell("Not in the template while “%s” is %s.".formatted(setting.label(), now), "td-muted"),
                        Buttons.mend(button, () -> model.apply(new Problem.Fix(button, needs.key(), needs.value()))));
    }
}
