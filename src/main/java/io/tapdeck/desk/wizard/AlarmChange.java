package io.tapdeck.desk.wizard;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmDraft;
import io.tapdeck.environment.MissingData;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;

/** What was changed in an alarm of a running environment. */
final class AlarmChange extends VBox {
    private final DraftModel model;
    private final AlarmDescription alarm;

    AlarmChange(DraftModel model, AlarmDescription alarm) {
        this.model = model;
        this.alarm = alarm;
        getStyleClass().add("td-alarm-problem");
        show();
    }

    void show() {
        getChildren().clear();
        model.running().ifPresent(running -> {
            AlarmDraft before =
                    running.alarm(alarm.id()).map(AlarmDraft::of).orElseGet(() -> AlarmDraft.of(alarm.defaults()));
            AlarmDraft after = model.alarm(alarm);
            List<String> old = new ArrayList<>();
            List<String> wanted = new ArrayList<>();
            add(old, wanted, before.enabled() ? "on" : "off", after.enabled() ? "on" : "off");
            add(old, wanted, threshold(before), threshold(after));
            add(old, wanted, points(before), points(after));
            add(old, wanted, before.period() + " s", after.period() + " s");
            add(old, wanted, missing(before), missing(after));
            if (!old.isEmpty()) {
                getChildren()
                        .add(new ChangeLine(
                                alarm.title(),
                                String.join(", ", old),
                                String.join(", ", wanted),
                                () -> model.putBack(before)));
            }
        });
        boolean changed = !getChildren().isEmpty();
        setVisible(changed);
        setManaged(changed);
    }

    private static void add(List<String> old, List<String> wanted, String before, String after) {
        if (!before.equals(after)) {
            old.add(before);
            wanted.add(after);
        }
    }

    private String threshold(AlarmDraft draft) {
        String unit = alarm.metric().plainUnit();
        return draft.threshold() + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String points(AlarmDraft draft) {
        return draft.datapointsToAlarm() + " of " + draft.evaluationPeriods();
    }

    private static String missing(AlarmDraft draft) {
        return MissingData.of(draft.missingData()).map(MissingData::label).orElse(draft.missingData());
    }
}
