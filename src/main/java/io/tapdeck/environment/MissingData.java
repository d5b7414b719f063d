package io.tapdeck.environment;

import java.util.Arrays;
import java.util.Optional;

/** How an alarm treats periods without data (CloudWatch user guide, "Configuring how alarms treat missing data"). */
public enum MissingData {
    /** The alarm goes to INSUFFICIENT_DATA when nothing is left to evaluate. */
    MISSING("missing", "no data"),
    /** The state stays as it was. */
    IGNORE("ignore", "keep state"),
    /** Counts as bad. */
    BREACHING("breaching", "breaching"),
    /** Counts as good. */
    NOT_BREACHING("notBreaching", "not breaching");

    private final String wireName;
    private final String label;

    MissingData(String wireName, String label) {
        this.wireName = wireName;
        this.label = label;
    }

    /** CloudWatch's own name, as in {@code TreatMissingData}. */
    public String wireName() {
        return wireName;
    }

    /** The words on screen. */
    public String label() {
        return label;
    }

    /** The rule that CloudWatch calls {@code wireName}, if there is one. */
    public static Optional<MissingData> of(String wireName) {
        return Arrays.stream(values())
                .filter(rule -> rule.wireName.equals(wireName))
                .findFirst();
    }
}
