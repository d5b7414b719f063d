package io.tapdeck.desk.home;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a reader has arranged the list; kept as a preference.
 *
 * @param cards whether cards are shown instead of the table
 * @param closed the titles of the groups that show their head only
 */
record Arrangement(ListLine.Grouping grouping, Order order, boolean cards, Set<String> closed) {
    static final String PREFERENCE = "home.arrangement";
    static final Arrangement USUAL = new Arrangement(ListLine.Grouping.ATTENTION, Order.TROUBLE, false, Set.of());

    private static final String CARDS = "CARDS";

    Arrangement {
        closed = Set.copyOf(closed);
    }

    Arrangement by(ListLine.Grouping other) {
        return new Arrangement(other, order, cards, closed);
    }

    Arrangement by(Order other) {
        return new Arrangement(grouping, other, cards, closed);
    }

    Arrangement asCards(boolean other) {
        return new Arrangement(grouping, order, other, closed);
    }

    /** Opens a group that is closed, closes one that is open. */
    Arrangement toggled(String title) {
        Set<String> other = new HashSet<>(closed);
        if (!other.remove(title)) {
            other.add(title);
        }
        return new Arrangement(grouping, order, cards, other);
    }

    /** One line each: grouping, order, table or cards, then the closed groups. */
    String text() {
        List<String> lines = new ArrayList<>(List.of(grouping.name(), order.name(), cards ? CARDS : "TABLE"));
        lines.addAll(new TreeSet<>(closed));
        return String.join("\n", lines);
    }

    /** What {@link #text} gave, perhaps in another version: words that mean nothing here give the usual. */
    static Arrangement of(String text) {
        List<String> lines = Arrays.asList(text.split("\n", -1));
        if (lines.size() < 3) {
            return USUAL;
        }
        return new Arrangement(
                Arrays.stream(ListLine.Grouping.values())
                        .filter(known -> known.name().equals(lines.get(0)))
                        .findFirst()
                        .orElse(USUAL.grouping),
                Arrays.stream(Order.values())
                        .filter(known -> known.name().equals(lines.get(1)))
                        .findFirst()
                        .orElse(USUAL.order),
                lines.get(2).equals(CARDS),
                new HashSet<>(lines.subList(3, lines.size())));
    }
}
