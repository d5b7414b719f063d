package io.tapdeck.desk.tour;

import java.io.IOException;
import java.time.Duration;

/**
 * Starts the desk, works it as a reader would, and prints what he waited for: {@code StartProbe BEGUN SUFFIX REST}. BEGUN
 * is when the process was started, in milliseconds since the epoch, SUFFIX that of an environment in the sandbox. After
 * REST, the milliseconds to do nothing in, it also prints the memory of the desk and of the processes below it.
 */
public final class StartProbe {
    private static final Duration LOOK = Duration.ofMillis(4);

    private StartProbe() {}

    /** Runs it. */
    public static void main(String[] args) throws InterruptedException, IOException {
        long begun = Long.parseLong(args[0]);
        ProbedDesk desk = ProbedDesk.start(LOOK);
        desk.firstFrame();
        tell("first frame", begun);

        desk.shown(args[1]::equals);
        tell("home", begun);

        desk.hand().press("New environment");
        desk.hand().press("Continue to What");
        desk.hand().press("Continue to Name and size");
        desk.hand().type("Environment suffix", "probe");
        desk.template();
        tell("first template", begun);

        ProbedDesk.rest(Duration.ofMillis(Long.parseLong(args[2])));
        ProbedDesk.tellMemory();
        Runtime.getRuntime().halt(0);
    }

    private static void tell(String what, long begun) {
        System.out.printf("%s %d ms%n", what, System.currentTimeMillis() - begun);
    }
}
