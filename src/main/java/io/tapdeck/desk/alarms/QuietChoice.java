package io.tapdeck.desk.alarms;

import io.tapdeck.desk.common.Segments;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.layout.HBox;

/** How long it shall be quiet: four choices side by side. */
public final class QuietChoice extends HBox {

    /** What a reader can choose. */
    private enum Choice {
        OFF("Off"),
        HOUR("For 1 h"),
        TOMORROW("Until tomorrow 08:00"),
        ALWAYS("Always");

        private final String words;

        Choice(String words) {
            this.words = words;
        }

        private Quiet quiet(Instant now, ZoneId zone) {
            return switch (this) {
                case OFF -> Quiet.OFF;
                case HOUR -> Quiet.forAnHour(now);
                case TOMORROW -> Quiet.untilTomorrow(now, zone);
                case ALWAYS -> Quiet.ALWAYS;
            };
        }

        private static Choice of(Quiet quiet, Instant now) {
            if (!quiet.holds(now)) {
                return OFF;
            }
            if (quiet.equals(Quiet.ALWAYS)) {
                return ALWAYS;
            }
            return quiet.until().isAfter(now.plusSeconds(3_600)) ? TOMORROW : HOUR;
        }
    }

    /**
     * The choices, the one that holds pressed.
     *
     * @param clock this computer's
     * @param onChosen runs after a choice
     */
    public QuietChoice(QuietMode mode, InstantSource clock, ZoneId zone, Runnable onChosen) {
        Choice holds = Choice.of(mode.quietProperty().get(), clock.instant());
        getChildren().add(new Segments<>("Quiet", List.of(Choice.values()), holds, choice -> choice.words, choice -> {
            mode.choose(choice.quiet(clock.instant(), zone));
            onChosen.run();
        }));
    }
}
