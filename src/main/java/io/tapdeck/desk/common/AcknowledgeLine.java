package io.tapdeck.desk.common;

import io.tapdeck.monitor.Acknowledgement;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Monitor;
import io.tapdeck.monitor.Watched;
import java.time.Instant;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Writes down that an alarm was seen: a note, and the button. */
public final class AcknowledgeLine extends HBox {

    /**
     * A line for an alarm that is on.
     *
     * @param monitor of the environment's account and region
     * @param title what the alarm is called on the desk
     * @param done runs once it is written down
     */
    public AcknowledgeLine(
            PageContext context, Monitor monitor, Watched environment, AlarmState alarm, String title, Runnable done) {
        super(8);
        TextField note = new TextField();
        note.setPromptText("Note, kept on this computer");
        note.setAccessibleText("Note for " + title);
        setHgrow(note, Priority.ALWAYS);
        Runnable act = () -> context.background()
                .run(
                        () -> monitor.acknowledge(
                                environment, alarm, note.getText().strip()),
                        written -> done.run(),
                        problem -> context.overlays().say(String.valueOf(problem.getMessage())));
        note.setOnAction(event -> act.run());
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(note, Buttons.secondary("Acknowledge", Icons.LOOK, act));
    }

    /** "Seen by ops, 14:20: Load test". */
    public static String words(Acknowledgement seen, Instant now, ZoneId zone) {
        String who = seen.who().substring(seen.who().lastIndexOf('/') + 1);
        return "Seen by %s, %s%s"
                .formatted(
                        who, TimeText.minute(seen.at(), now, zone), seen.note().isEmpty() ? "." : ": " + seen.note());
    }
}
