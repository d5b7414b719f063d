package io.tapdeck;

/**
 * The entry: checks the Java it runs on, then hands over to the command line. Compiled for Java 17, so that an older
 * Java reaches the check instead of failing to read the class.
 */
public final class Tapdeck {
    private static final int NEEDED = 25;
    private static final int WRONG_USE = 2;

    private Tapdeck() {}

    /** Runs a command, or opens the desk without one; ends with the command line's exit code. */
    public static void main(String[] args) {
        int found = Runtime.version().feature();
        if (found < NEEDED) {
            System.err.println("Tapdeck needs Java " + NEEDED + " or later; this is Java " + found + " in "
                    + System.getProperty("java.home") + ".");
            System.exit(WRONG_USE);
        }
        io.tapdeck.cli.Main.main(args);
    }
}
