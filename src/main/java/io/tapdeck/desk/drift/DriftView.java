package io.tapdeck.desk.drift;

import io.tapdeck.deploy.Drift;
import io.tapdeck.deploy.Drift.DriftedResource;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Tag;
import io.tapdeck.desk.common.Texts;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is gone, what is different, what cannot be compared. Who did it, and how, AWS does not say. */
final class DriftView extends VBox {
    private static final double NAME = 240;
    /** A value of more letters shows its beginning. */
    private static final int LETTERS = 160;

    DriftView(Drift drift) {
        super(12);
        setPadding(new Insets(16, 24, 16, 24));
        List<DriftedResource> deleted =
                drift.resources().stream().filter(DriftedResource::deleted).toList();
        List<DriftedResource> changed = drift.resources().stream()
                .filter(resource -> !resource.deleted())
                .toList();
        if (drift.resources().isEmpty()) {
            getChildren()
                    .add(card(
                            head(Icons.RUNNING, "td-success", "Nothing drifted", -1),
                            row(Texts.paragraph("Whatever CloudFormation can compare is as the template says."))));
        }
        if (!deleted.isEmpty()) {
            VBox card = card(head(Icons.STUCK, "td-danger", "Gone", deleted.size()));
            card.getStyleClass().add("danger");
            deleted.forEach(resource -> card.getChildren().add(deleted(resource)));
            getChildren().add(card);
        }
        if (!changed.isEmpty()) {
            VBox card = card(head(Icons.CHANGE, "td-warning", "Different", changed.size()));
            changed.forEach(resource -> card.getChildren().add(changed(resource)));
            getChildren().add(card);
        }
        if (!drift.notChecked().isEmpty()) {
            getChildren()
                    .add(card(
                            head(
                                    Icons.UNKNOWN,
                                    "td-muted",
                                    "Cannot be compared",
                                    drift.notChecked().size()),
                            row(Texts.paragraph(String.join(", ", drift.notChecked()), "td-muted"))));
        }
    }

    private static VBox card(Node... nodes) {
        VBox card = new VBox(nodes);
        card.getStyleClass().add("td-list-card");
        card.setMinHeight(Region.USE_PREF_SIZE);
        return card;
    }

    private static HBox head(Icons icon, String role, String title, int count) {
        HBox head = new HBox(8, icon.view(role), Texts.label(title));
        if (count >= 0) {
            head.getChildren().add(Texts.number(Integer.toString(count), "td-muted"));
        }
        head.getStyleClass().add("td-list-head");
        return head;
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(12, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("td-list-row");
        return row;
    }

    private static HBox deleted(DriftedResource resource) {
        VBox words = new VBox(
                2,
                Texts.paragraph("It is gone, although the stack counts on it."),
                Texts.paragraph(resource.physicalId(), "td-mono-small", "td-muted"));
        return row(name(resource), grow(words), new Tag("Gone", null, "td-danger"));
    }

    private static HBox changed(DriftedResource resource) {
        VBox lines = new VBox(4);
        resource.properties().forEach(property -> lines.getChildren().add(line(property)));
        return row(name(resource), grow(lines));
    }

    private static VBox name(DriftedResource resource) {
        VBox name =
                new VBox(2, Texts.name(resource.displayName()), Texts.monoSmall(resource.resourceType(), "td-muted"));
        name.setMinWidth(NAME);
        return name;
    }

    private static Node line(PropertyChange property) {
        return Texts.sentence(
                Texts.run(property.path() + "  ", "td-cell", "td-default"),
                Texts.run("template says ", "td-cell", "td-muted"),
                Texts.run(value(property.before()), "td-mono-11", "td-muted"),
                Texts.run("  →  ", "td-cell", "td-muted"),
                Texts.run("is now ", "td-cell", "td-muted"),
                Texts.run(value(property.after()), "td-mono-11", "td-default"));
    }

    private static String value(@Nullable String value) {
        if (value == null) {
            return "nothing";
        }
        return value.length() <= LETTERS ? value : value.substring(0, LETTERS - 1) + "…";
    }

    private static Region grow(Region content) {
        HBox.setHgrow(content, Priority.ALWAYS);
        content.setMaxWidth(Double.MAX_VALUE);
        return content;
    }
}
