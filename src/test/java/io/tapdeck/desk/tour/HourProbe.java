package io.tapdeck.desk.tour;

import io.tapdeck.sandbox.SandboxOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import javafx.scene.input.KeyCode;

/**
 * Plays an administrator's hour at the desk, and prints the memory of the desk and of the processes below it at its end:
 * {@code HourProbe SUFFIX}, with that of an environment in the sandbox. It is an hour of the sandbox's clock, by which the
 * desk reads AWS: every minute, and more often while a stack changes. In it an environment is described, edited, deployed,
 * watched in several ranges and edited again, and then all pages are visited in turn.
 */
public final class HourProbe {
    private static final Duration HOUR = ofSandbox(Duration.ofHours(1));
    private static final Duration MINUTE = ofSandbox(Duration.ofMinutes(1));
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int EDITS = 60;
    private static final List<String> PLACES =
            List.of("Deployments", "Alarms", "Drafts", "Journal", "Sessions", "Settings", "Environments");
    private static final List<String> RANGES = List.of("1 h", "12 h", "1 d", "7 d", "3 h");

    private final ProbedDesk desk;
    private int edits;
    private int pages;

    private HourProbe(ProbedDesk desk) {
        this.desk = desk;
    }

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        ProbedDesk desk = ProbedDesk.start(LOOK);
        desk.shown(args[0]::equals);
        long begun = System.nanoTime();
        new HourProbe(desk).play(begun);
        ProbedDesk.tellMemory();
        Runtime.getRuntime().halt(0);
    }

    private void play(long begun) {
        describe();
        deploy();
        change();
        while (System.nanoTime() - begun < HOUR.toNanos()) {
            PLACES.forEach(this::visit);
            watch();
        }
        System.out.printf(
                "hour of the sandbox in %d s: 1 deployment, %d edits, %d pages%n",
                Duration.ofNanos(System.nanoTime() - begun).toSeconds(), edits, pages);
    }

    private void describe() {
        desk.hand().press("New environment");
        desk.hand().press("Continue to What");
        desk.hand().press("Continue to Name and size");
        desk.hand().type("Environment suffix", "probe");
        desk.template();
        edit();
    }

    /** Types a figure, waits for its template, types the next. */
    private void edit() {
        for (int edit = 0; edit < EDITS; edit++) {
            desk.hand().type("Maximum capacity in ACU", Integer.toString(4 + edit % 2));
            desk.template();
            edits++;
        }
    }

    private void deploy() {
        desk.hand().press("Continue to Alarms");
        desk.hand().press("Continue to Review");
        desk.shown(words -> words.startsWith("The change set is not executed yet"));
        desk.hand().pressInFoot("Deploy");
        desk.shown("probe is up"::equals);
        desk.hand().press("Watch");
        ranges();
    }

    private void ranges() {
        for (String range : RANGES) {
            desk.hand().press(range);
            ProbedDesk.rest(MINUTE);
            pages++;
        }
    }

    /** Edits what is there, and leaves it as it was. */
    private void change() {
        desk.hand().press("Change…");
        desk.template();
        edit();
    }

    private void visit(String place) {
        desk.hand().press(place);
        ProbedDesk.rest(MINUTE);
        pages++;
    }

    /** From home, the environment that is chosen there. */
    private void watch() {
        desk.key(KeyCode.W);
        ranges();
    }

    private static Duration ofSandbox(Duration time) {
        return Duration.ofNanos((long) (time.toNanos() / SandboxOptions.USUAL_SPEED));
    }
}
