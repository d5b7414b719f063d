package io.tapdeck.desk.alarms;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks how long it shall be quiet. */
public final class QuietCard extends VBox {
    private static final double WIDTH = 480;

    public QuietCard(PageContext context, QuietMode mode) {
        super(12);
        getStyleClass().add("td-card-pop");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setAccessibleText("Quiet mode");
        HBox foot = new HBox(Buttons.secondary("Close", null, context.overlays()::close));
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren()
                .addAll(
                        Texts.ask("Quiet mode"),
                        Texts.paragraph(
                                "While it is quiet, no alarm is told in this window or on this desktop. Each is listed"
                                        + " under Alarms, and told in one line once the quiet is over. CloudWatch still"
                                        + " tells its topics.",
                                "td-muted"),
                        new QuietChoice(
                                mode,
                                context.background().localClock(),
                                ZoneId.systemDefault(),
                                context.overlays()::close),
                        foot);
    }
}
