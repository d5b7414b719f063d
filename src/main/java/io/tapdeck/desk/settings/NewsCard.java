package io.tapdeck.desk.settings;

import io.tapdeck.desk.alarms.AlarmBell;
import io.tapdeck.desk.alarms.QuietChoice;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** When alarms are told, and how this machine can. */
final class NewsCard extends VBox {
    NewsCard(PageContext context, AlarmBell bell) {
        super(12);
        getStyleClass().add("td-card");
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox quiet = new HBox(
                16,
                new VBox(2, Texts.label("Quiet"), Texts.caption("Alarms are listed, not told.")),
                spacer,
                new QuietChoice(bell.mode(), context.background().localClock(), ZoneId.systemDefault(), () -> {}));
        quiet.setAlignment(Pos.CENTER_LEFT);
        Label words = Texts.paragraph("", "td-muted");
        words.setText(bell.messageWordsProperty().get());
        getChildren()
                .addAll(
                        Texts.name("News of alarms"),
                        quiet,
                        new VBox(2, Texts.label("Messages of the desktop"), words),
                        Texts.caption(
                                "Tapdeck reads every minute, every 2 minutes while it is minimized or idle. A message can be so"
                                        + " late."));
    }
}
