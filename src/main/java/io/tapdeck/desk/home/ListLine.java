package io.tapdeck.desk.home;

import io.tapdeck.deploy.Leftover;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A line of the list: the head of a group, or an environment. */
sealed interface ListLine {

    /**
     * The head of a group.
     *
     * @param title names it
     * @param group its place by attention, or empty if the list is grouped otherwise
     */
    record Head(String title, Optional<EnvironmentRow.Group> group, int count, boolean open) implements ListLine {}

    /** An environment. */
    record Item(EnvironmentRow row) implements ListLine {}

    /** Something that is left of an environment that does not exist. */
    record Left(Leftover leftover) implements ListLine {}

    /** The title of the group of what is left over. */
    String LEFT_OVER = "Left over";

    /** The group of what is left over; it comes last, however the rest is grouped. */
    static List<ListLine> left(List<Leftover> leftovers, Set<String> closed) {
        List<ListLine> lines = new ArrayList<>();
        if (!leftovers.isEmpty()) {
            boolean open = !closed.contains(LEFT_OVER);
            lines.add(new Head(LEFT_OVER, Optional.empty(), leftovers.size(), open));
            if (open) {
                leftovers.forEach(leftover -> lines.add(new Left(leftover)));
            }
        }
        return lines;
    }

    /** How the list is grouped. */
    enum Grouping {
        ATTENTION("Attention"),
        BLUEPRINT("Blueprint"),
        NONE("None");

        private final String label;

        Grouping(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** The lines of some rows; a group whose title is in {@code closed} shows its head only. */
    static List<ListLine> of(List<EnvironmentRow> rows, Grouping grouping, Set<String> closed) {
        List<ListLine> lines = new ArrayList<>();
        switch (grouping) {
            case NONE -> rows.forEach(row -> lines.add(new Item(row)));
            case BLUEPRINT -> {
                List<String> titles = rows.stream()
                        .map(row -> row.key().blueprint())
                        .distinct()
                        .sorted()
                        .toList();
                for (String title : titles) {
                    add(
                            lines,
                            title,
                            Optional.empty(),
                            rows,
                            row -> row.key().blueprint().equals(title),
                            closed);
                }
            }
            case ATTENTION -> {
                for (EnvironmentRow.Group group : EnvironmentRow.Group.values()) {
                    add(lines, group.title(), Optional.of(group), rows, row -> row.group() == group, closed);
                }
            }
        }
        return lines;
    }

    private static void add(
            List<ListLine> lines,
            String title,
            Optional<EnvironmentRow.Group> group,
            List<EnvironmentRow> rows,
            Function<EnvironmentRow, Boolean> belongs,
            Set<String> closed) {
        List<EnvironmentRow> members = rows.stream().filter(belongs::apply).toList();
        if (members.isEmpty()) {
            return;
        }
        boolean open = !closed.contains(title);
        lines.add(new Head(title, group, members.size(), open));
        if (open) {
            members.forEach(row -> lines.add(new Item(row)));
        }
    }
}
