package io.tapdeck.desk.home;

/**
 * The widths of the list's columns; the last takes what is left.
 *
 * @param full whether there is room for AWS's name of a state and for the session's name
 */
record Columns(
        double environment,
        double state,
        double blueprint,
        double account,
        double region,
        double alarms,
        double line,
        double spark,
        boolean full) {
    /** Below this width of the window's content the narrow columns are used (a window of about 1100). */
    private static final double NARROW = 1016;

    private static final Columns WIDE = new Columns(120, 250, 108, 192, 100, 122, 150, 76, true);
    private static final Columns SMALL = new Columns(90, 96, 100, 136, 96, 118, 124, 46, false);

    static Columns of(double width) {
        return width < NARROW ? SMALL : WIDE;
    }
}
