package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import io.tapdeck.desk.common.GroupIcons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Tag;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.ResourceGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All changes of one danger. */
final class ReviewCard extends VBox {
    /** More additions than this are told by group. */
    private static final int MANY = 6;

    private static final double NAME = 200;

    private final Blueprint blueprint;
    private final Kind kind;

    /** How a danger is told. */
    private enum Kind {
        LOST(
                "Replaced or removed, and its data is lost",
                "what it holds cannot be restored",
                Icons.STUCK,
                "td-danger",
                "Data lost"),
        REPLACED("Replaced, nothing is lost", "a new one takes its place", Icons.REPLACED, "td-warning", "Replacement"),
        REMOVED("Removed", "it holds no data", Icons.DESTROY, "td-muted", "Removed"),
        IN_PLACE("Changed in place", "nothing is replaced", Icons.CHANGE, "td-accent", "In place"),
        ADDED("Added", "", Icons.ADDED, "td-success", "New"),
        FOLLOWS("Read from what changes", "changed only if that gives another value", Icons.LOOK, "td-muted", "Open");

        private final String title;
        private final String remark;
        private final Icons icon;
        private final String role;
        private final String tag;

        Kind(String title, String remark, Icons icon, String role, String tag) {
            this.title = title;
            this.remark = remark;
            this.icon = icon;
            this.role = role;
            this.tag = tag;
        }

        static Kind of(ResourceChange.Risk risk) {
            return switch (risk) {
                case DATA_LOST -> LOST;
                case REPLACED -> REPLACED;
                case REMOVED -> REMOVED;
                case IN_PLACE -> IN_PLACE;
                case ADDED -> ADDED;
                case FOLLOWS -> FOLLOWS;
            };
        }
    }

    /**
     * A card.
     *
     * @param changes at least one, all of {@code risk}
     */
    ReviewCard(Blueprint blueprint, ResourceChange.Risk risk, List<ResourceChange> changes) {
        this.blueprint = blueprint;
        this.kind = Kind.of(risk);
        getStyleClass().add("td-review-card");
        if (kind == Kind.LOST) {
            getStyleClass().add("danger");
        }
        Label title = Texts.label(kind.title);
        if (kind == Kind.LOST) {
            title.getStyleClass().add("td-danger");
        }
        HBox head = new HBox(
                8,
                kind.icon.view(kind.role),
                title,
                Texts.number(Integer.toString(changes.size()), "td-muted"),
                Form.spacer(),
                Texts.cell(kind.remark, kind == Kind.LOST ? "td-danger" : "td-muted"));
        head.getStyleClass().add("td-review-head");
        getChildren().add(head);
        if (kind == Kind.ADDED && changes.size() > MANY) {
            ChangeGroups.byGroup(blueprint, changes)
                    .forEach((group, added) -> getChildren().add(group(group, added)));
        } else {
            changes.forEach(change -> getChildren().add(change(change)));
        }
    }

    private HBox group(ResourceGroup group, List<ResourceChange> added) {
        // What there is several of is counted: "Subnet × 2".
        String kinds = added.stream()
                .collect(Collectors.groupingBy(
                        change -> kind(change.resourceType()), java.util.LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry ->
                        entry.getValue() == 1 ? entry.getKey() : entry.getKey() + "\u00a0×\u00a0" + entry.getValue())
                .collect(Collectors.joining(", "));
        VBox name = name(group.title(), added.size() == 1 ? "1 resource" : added.size() + " resources", "td-caption");
        return row(group.id(), name, Texts.paragraph(kinds, "td-muted"));
    }

    private static String kind(String type) {
        return type.substring(type.lastIndexOf(':') + 1);
    }

    private HBox change(ResourceChange change) {
        String group =
                blueprint.groupOf(change.logicalId(), change.resourceType()).id();
        VBox details = new VBox(4);
        for (PropertyChange property : change.properties()) {
            details.getChildren().add(property(property));
        }
        if (!change.sentence().isEmpty()) {
            details.getChildren().add(Texts.paragraph(change.sentence()));
        }
        details.setAlignment(Pos.CENTER_LEFT);
        return row(group, name(change.displayName(), change.resourceType(), "td-mono-small"), details);
    }

    private static VBox name(String name, String below, String scale) {
        Label type = Texts.cell(below, "td-muted");
        type.getStyleClass().setAll("label", scale, "td-muted");
        VBox words = new VBox(2, Texts.label(name), type);
        words.setMinWidth(NAME);
        words.setAlignment(Pos.CENTER_LEFT);
        return words;
    }

    private HBox row(String group, VBox name, Region details) {
        List<Node> parts = new ArrayList<>();
        parts.add(GroupIcons.of(group).view(kind == Kind.LOST ? "td-danger" : "td-muted"));
        parts.add(name);
        parts.add(Form.growing(details));
        Icons mark = kind == Kind.LOST || kind == Kind.REPLACED ? Icons.REPLACED : null;
        boolean loud = kind == Kind.LOST || kind == Kind.REPLACED || kind == Kind.ADDED;
        parts.add(new Tag(kind.tag, mark, loud ? kind.role : ""));
        HBox row = new HBox(10);
        row.getChildren().addAll(parts);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("td-review-row");
        return row;
    }

    private static Node property(PropertyChange property) {
        if (property.follows() != null) {
            return Texts.sentence(
                    Texts.run(property.path() + "  ", "td-cell", "td-default"),
                    Texts.run("reads ", "td-cell", "td-muted"),
                    Texts.run(property.follows(), "td-mono-11", "td-default"));
        }
        String before = property.before() == null ? "" : Shortened.end(property.before(), 120);
        String after = property.after() == null ? "" : Shortened.end(property.after(), 120);
        String middle = before.isEmpty() && after.isEmpty() ? "" : "  →  ";
        return Texts.sentence(
                Texts.run(property.path() + "  ", "td-cell", "td-default"),
                Texts.run(before.isEmpty() && !middle.isEmpty() ? "not set" : before, "td-mono-11", "td-muted"),
                Texts.run(middle, "td-cell", "td-muted"),
                Texts.run(after.isEmpty() && !middle.isEmpty() ? "not set" : after, "td-mono-11", "td-default"));
    }
}
