package io.tapdeck.desk.home;

import io.tapdeck.deploy.Leftover;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line of the list: the head of a group, an environment, a row of cards, or something left over. */
sealed interface ListLine {

    /**
     * The head of a group.
     *
     * @param worst the worst state among its rows, or null for what is left over
     */
    record Head(String title, @Nullable Trouble worst, int count, boolean open) implements ListLine {}

    /** An environment. */
    record Item(EnvironmentRow row) implements ListLine {}

    /** Environments side by side; at least one. */
    record Cards(List<EnvironmentRow> rows) implements ListLine {
        public Cards {
            rows = List.copyOf(rows);
        }
    }

    /** Something that is left of an environment that does not exist. */
    record Left(Leftover leftover) implements ListLine {}

    /** The height of a group's head. */
    double HEAD_HEIGHT = 28;

    /** How high it is in the list. */
    default double height() {
        return switch (this) {
            case Head head -> HEAD_HEIGHT;
            case Cards cards -> CardsView.HEIGHT;
            case Left left -> EnvironmentList.ROW + SentenceView.HEIGHT;
            case Item item -> EnvironmentList.ROW + (Attention.belongsTo(item.row()) ? SentenceView.HEIGHT : 0);
        };
    }

    /** The title of the group of what is left over. */
    String LEFT_OVER = "Left over";

    /** How the list is grouped. */
    enum Grouping {
        ATTENTION("Attention"),
        ACCOUNT("Account"),
        REGION("Region"),
        BLUEPRINT("Blueprint"),
        NONE("None");

        private final String label;

        Grouping(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        /** The title of the group that a row belongs to. */
        private String title(EnvironmentRow row) {
            return switch (this) {
                case ATTENTION -> row.group().title();
                case ACCOUNT -> row.accountTitle();
                case REGION -> row.key().region();
                case BLUEPRINT -> row.key().blueprint();
                case NONE -> "";
            };
        }

        private Comparator<EnvironmentRow> groups() {
            return this == ATTENTION ? Comparator.comparing(EnvironmentRow::group) : Comparator.comparing(this::title);
        }
    }

    /** The group of what is left over; it comes last, however the rest is grouped. */
    static List<ListLine> left(List<Leftover> leftovers, Set<String> closed) {
        List<ListLine> lines = new ArrayList<>();
        if (!leftovers.isEmpty()) {
            boolean open = !closed.contains(LEFT_OVER);
            lines.add(new Head(LEFT_OVER, null, leftovers.size(), open));
            if (open) {
                leftovers.forEach(leftover -> lines.add(new Left(leftover)));
            }
        }
        return lines;
    }

    /**
     * The lines of some rows; a group whose title is in {@code closed} shows its head only.
     *
     * @param across how many environments stand side by side: 1 is the table
     */
    static List<ListLine> of(
            List<EnvironmentRow> rows, Grouping grouping, Order order, Set<String> closed, int across) {
        List<EnvironmentRow> sorted = rows.stream().sorted(order.comparator()).toList();
        List<ListLine> lines = new ArrayList<>();
        if (grouping == Grouping.NONE) {
            add(lines, sorted, across);
            return lines;
        }
        // Stable: within a group the order stays.
        Map<String, List<EnvironmentRow>> groups = sorted.stream()
                .sorted(grouping.groups())
                .collect(Collectors.groupingBy(grouping::title, LinkedHashMap::new, Collectors.toList()));
        groups.forEach((title, members) -> {
            Trouble worst = members.stream()
                    .map(Trouble::of)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            boolean open = !closed.contains(title);
            lines.add(new Head(title, worst, members.size(), open));
            if (open) {
                add(lines, members, across);
            }
        });
        return lines;
    }

    private static void add(List<ListLine> lines, List<EnvironmentRow> rows, int across) {
        if (across <= 1) {
            rows.forEach(row -> lines.add(new Item(row)));
            return;
        }
        for (int start = 0; start < rows.size(); start += across) {
            lines.add(new Cards(rows.subList(start, Math.min(start + across, rows.size()))));
        }
    }
}
