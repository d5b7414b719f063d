package io.tapdeck.desk.common;

import io.tapdeck.monitor.Acknowledgement;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Monitor;
import io.tapdeck.monitor.Watched;
import java.time.Instant;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
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
        Button button = Buttons.secondary("Acknowledge", Icons.LOOK, () -> {});
        Runnable act = () -> {
            if (!note.isEditable()) {
                return;
            }
            String words = note.getText().strip();
            writing(note, button, true);
            context.background()
                    .run(() -> monitor.acknowledge(environment, alarm, words), written -> done.run(), problem -> {
                        writing(note, button, false);
                        context.overlays().say(String.valueOf(problem.getMessage()));
                    });
        };
        button.setOnAction(event -> act.run());
        note.setOnAction(event -> act.run());
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(note, button);
    }

    /** The field keeps the focus: were it disabled, a second Enter would press what comes behind it. */
    private static void writing(TextField note, Button button, boolean on) {
        note.setEditable(!on);
        button.setDisable(on);
    }

    /** "Seen by ops, 14:20: Load test", of the reader's own zone. */
    public static String words(Acknowledgement seen, Instant now, ZoneId zone) {
        return words(seen, now, zone, "");
    }

    /**
     * "Seen by ops, 14:20 UTC: Load test".
     *
     * @param zoneName named behind the time, or empty
     */
    public static String words(Acknowledgement seen, Instant now, ZoneId zone, String zoneName) {
        String who = seen.who().substring(seen.who().lastIndexOf('/') + 1);
        return "Seen by %s, %s%s%s"
                .formatted(
                        who,
                        TimeText.minute(seen.at(), now, zone),
                        zoneName.isEmpty() ? "" : " " + zoneName,
                        seen.note().isEmpty() ? "." : ": " + seen.note());
    }
}
