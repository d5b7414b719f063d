package io.tapdeck.desk.home;

import io.tapdeck.desk.common.Icons;
import org.kordamp.ikonli.javafx.FontIcon;

/** How much an environment wants a person, the most first. */
enum Trouble {
    ALARM("in alarm", Icons.IN_ALARM, "td-danger"),
    STUCK("stuck", Icons.STUCK, "td-danger"),
    FAILED("failed", Icons.ROLLED_BACK, "td-warning"),
    BUSY("busy", Icons.CHANGING, "td-accent"),
    NO_DATA("no data", Icons.UNKNOWN, "td-muted"),
    FINE("fine", Icons.RUNNING, "td-success");

    private final String words;
    private final Icons icon;
    private final String role;

    Trouble(String words, Icons icon, String role) {
        this.words = words;
        this.icon = icon;
        this.role = role;
    }

    /** What a row's look and data come to. */
    static Trouble of(EnvironmentRow row) {
        return switch (row.look()) {
            case IN_ALARM -> ALARM;
            case STUCK -> STUCK;
            case ROLLED_BACK, ABSENT -> FAILED;
            case CREATING, UPDATING, DELETING, ROLLING_BACK -> BUSY;
            case UNKNOWN -> NO_DATA;
            case RUNNING, PAUSED -> row.line().isEmpty() ? NO_DATA : FINE;
        };
    }

    /** The words that find it, such as "no data". */
    String words() {
        return words;
    }

    FontIcon view() {
        return icon.view(role);
    }
}
