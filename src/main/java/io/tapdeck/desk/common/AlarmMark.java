package io.tapdeck.desk.common;

import io.tapdeck.monitor.AlarmState;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import org.jspecify.annotations.Nullable;

/** One alarm as a mark: told apart by shape first, by colour second. */
public enum AlarmMark {
    NO_ALARM("no alarm"),
    OK("OK"),
    ACTIONS_OFF("actions off"),
    INSUFFICIENT_DATA("waiting for data"),
    ALARM("ALARM");

    private final String words;

    AlarmMark(String words) {
        this.words = words;
    }

    /** The mark of an alarm; null where the environment has none. The order of the marks is from quiet to loud. */
    public static AlarmMark of(@Nullable AlarmState alarm) {
        if (alarm == null) {
            return NO_ALARM;
        }
        return switch (alarm.state()) {
            case ALARM -> ALARM;
            case INSUFFICIENT_DATA -> INSUFFICIENT_DATA;
            case OK -> alarm.actionsEnabled() ? OK : ACTIONS_OFF;
        };
    }

    /** The words of a legend. */
    public String words() {
        return words;
    }

    /** A node of the mark, 20 wide; {@code title} names the alarm. */
    public StackPane view(String title) {
        StackPane mark = new StackPane(glyph());
        mark.getStyleClass().add("td-mark");
        if (this == ALARM) {
            mark.getStyleClass().add("alarm");
        }
        String text = title.isEmpty() ? words : title + ": " + words;
        mark.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        mark.setAccessibleText(text);
        Tooltip.install(mark, new Tooltip(text));
        return mark;
    }

    private Node glyph() {
        return switch (this) {
            case OK -> Icons.OK.view("td-success");
            case ALARM -> Icons.ALARM.view();
            case ACTIONS_OFF -> Icons.ACTIONS_OFF.view("td-warning");
            case NO_ALARM -> Icons.NO_ALARM.view("td-muted");
            case INSUFFICIENT_DATA -> {
                Circle ring = new Circle(6);
                ring.getStyleClass().add("td-dashed-ring");
                yield ring;
            }
        };
    }
}
