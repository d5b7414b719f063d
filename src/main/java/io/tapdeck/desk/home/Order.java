package io.tapdeck.desk.home;

import java.time.Instant;
import java.util.Comparator;

/** How the rows of a group are sorted; of equals, by suffix. */
enum Order {
    TROUBLE("Trouble"),
    NAME("Name"),
    CAPACITY("Capacity"),
    CHANGED("Changed");

    private final String label;

    Order(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** Whether the greatest comes first. */
    boolean descends() {
        return this == CAPACITY || this == CHANGED;
    }

    /** What is not measured, or was never read, comes last. */
    Comparator<EnvironmentRow> comparator() {
        Comparator<EnvironmentRow> first = switch (this) {
            case TROUBLE -> Comparator.comparing(Trouble::of);
            case NAME -> Comparator.comparing(EnvironmentRow::suffix);
            case CAPACITY ->
                Comparator.comparing((EnvironmentRow row) -> row.lastValue().orElse(-1.0))
                        .reversed();
            case CHANGED ->
                Comparator.comparing((EnvironmentRow row) -> row.deployedAt().orElse(Instant.MIN))
                        .reversed();
        };
        return first.thenComparing(EnvironmentRow::suffix)
                .thenComparing(row -> row.key().account())
                .thenComparing(row -> row.key().region());
    }
}
