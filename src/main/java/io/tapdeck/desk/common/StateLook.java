package io.tapdeck.desk.common;

import io.tapdeck.deploy.StackState;

/** How a state looks: a glyph, a word, a colour role. The word and the shape alone are enough to read it. */
public enum StateLook {
    RUNNING(Icons.RUNNING, "Running", "td-success", "td-default"),
    IN_ALARM(Icons.IN_ALARM, "In alarm", "td-danger", "td-danger"),
    STUCK(Icons.STUCK, "Stuck", "td-danger", "td-danger"),
    CREATING(Icons.CHANGING, "Creating", "td-accent", "td-accent"),
    UPDATING(Icons.CHANGING, "Updating", "td-accent", "td-accent"),
    DELETING(Icons.CHANGING, "Deleting", "td-accent", "td-accent"),
    ROLLED_BACK(Icons.ROLLED_BACK, "Rolled back", "td-warning", "td-warning"),
    ROLLING_BACK(Icons.CHANGING, "Rolling back", "td-accent", "td-accent"),
    PAUSED(Icons.PAUSED, "Paused", "td-muted", "td-muted"),
    ABSENT(Icons.CANCELLED, "Not there", "td-muted", "td-muted"),
    UNKNOWN(Icons.UNKNOWN, "Unknown", "td-muted", "td-muted");

    private final Icons icon;
    private final String word;
    private final String role;
    private final String wordRole;

    StateLook(Icons icon, String word, String role, String wordRole) {
        this.icon = icon;
        this.word = word;
        this.role = role;
        this.wordRole = wordRole;
    }

    /** How the state of a stack looks. */
    public static StateLook of(StackState state) {
        return switch (state.meaning()) {
            case RUNNING -> RUNNING;
            case CREATING -> CREATING;
            case UPDATING -> UPDATING;
            case DELETING -> DELETING;
            case ROLLED_BACK -> state.busy() ? ROLLING_BACK : ROLLED_BACK;
            case STUCK -> STUCK;
            case ABSENT -> ABSENT;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** The glyph; where something runs, {@link ProgressArc} stands in its place. */
    public Icons icon() {
        return icon;
    }

    /** The word, such as "Running". */
    public String word() {
        return word;
    }

    /** The style class of the glyph. */
    public String role() {
        return role;
    }

    /** The style class of the word. */
    public String wordRole() {
        return wordRole;
    }

    /** Whether something runs now. */
    public boolean busy() {
        return icon == Icons.CHANGING;
    }
}
