package io.tapdeck.desk.home;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Nothing could be read and nothing is remembered: why, and a button. */
final class Unreadable extends VBox {
    private static final double WIDTH = 520;

    Unreadable(String why, Runnable again) {
        super(12);
        setAlignment(Pos.CENTER);
        Label reason = Texts.paragraph(why, "td-muted");
        reason.setMaxWidth(WIDTH);
        reason.setAlignment(Pos.CENTER);
        getChildren()
                .addAll(
                        Texts.ask("The environments cannot be read"),
                        reason,
                        Buttons.primary("Read again", Icons.REFRESH, again));
    }
}
