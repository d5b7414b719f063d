package io.tapdeck.desk.recovery;

import io.tapdeck.deploy.Situation.BlockedResource;
import io.tapdeck.deploy.StackAction;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Tag;
import io.tapdeck.desk.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands in the way: each resource with AWS's reason, and a box to tick where the chosen action leaves a choice. */
final class BlockedTable extends VBox {
    private static final double NAME = 240;
    private static final double CHOICE = 150;

    private final RecoveryModel model;
    private final HBox head = new HBox(8);
    private final VBox rows = new VBox();
    private final HBox outcome = new HBox(8);
    private String shown = "";

    BlockedTable(RecoveryModel model) {
        this.model = model;
        getStyleClass().add("td-list-card");
        head.getStyleClass().add("td-list-head");
        outcome.getStyleClass().add("td-list-foot");
        outcome.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(head, rows, outcome);
        show();
    }

    /** Shows the choice as it is now; the boxes stay as long as the action does, so that they keep the focus. */
    void show() {
        String action = model.chosen().map(Enum::name).orElse("");
        if (!action.equals(shown) || rows.getChildren().isEmpty()) {
            shown = action;
            head.getChildren()
                    .setAll(
                            Texts.label("What stands in the way"),
                            Texts.number(
                                    Integer.toString(model.stack().blocked().size()), "td-muted"));
            List<Node> lines = new ArrayList<>();
            model.stack().blocked().forEach(resource -> lines.add(row(resource)));
            rows.getChildren().setAll(lines);
        }
        String words = ActionWords.consequence(model);
        boolean serious = !model.losses().isEmpty() || shown.equals(StackAction.FORCE_DELETE.name());
        outcome.getChildren()
                .setAll(
                        serious ? Icons.WARNING.view("td-warning") : Icons.NOTE.view("td-muted"),
                        grow(Texts.paragraph(words)));
        outcome.setVisible(!words.isEmpty());
        outcome.setManaged(!words.isEmpty());
    }

    private HBox row(BlockedResource resource) {
        HBox name = new HBox(6, Texts.name(resource.displayName()));
        if (resource.holdsData()) {
            name.getChildren().add(new Tag("Holds data", null, "td-warning"));
        }
        name.setAlignment(Pos.CENTER_LEFT);
        VBox who = new VBox(2, name, Texts.monoSmall(resource.resourceType(), "td-muted"));
        who.setMinWidth(NAME);
        VBox why = new VBox(2, Texts.paragraph(resource.reason(), "td-mono-11"));
        if (!resource.physicalId().isEmpty()) {
            Node id = Texts.paragraph(resource.physicalId().replace("-", "-\u200B"), "td-mono-small", "td-muted");
            Tooltip.install(id, new Tooltip(resource.physicalId()));
            why.getChildren().add(id);
        }
        HBox row = new HBox(12, who, grow(why), choice(resource));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("td-list-row");
        return row;
    }

    private Region choice(BlockedResource resource) {
        HBox place = new HBox();
        place.setMinWidth(CHOICE);
        place.setAlignment(Pos.CENTER_RIGHT);
        if (model.tickable(resource)) {
            CheckBox box = new CheckBox(verb());
            box.setMinWidth(Region.USE_PREF_SIZE);
            box.setAccessibleText(verb() + ": " + resource.displayName());
            box.setId("tick-" + resource.logicalId());
            box.setSelected(model.isTicked(resource));
            box.selectedProperty().addListener((observed, before, now) -> model.tick(resource, now));
            place.getChildren().add(box);
        } else {
            place.getChildren().add(Texts.caption(without()));
        }
        return place;
    }

    private String verb() {
        return switch (model.chosen().orElseThrow()) {
            case CONTINUE_ROLLBACK -> "Skip it";
            case DELETE -> "Empty it first";
            default -> "Leave it";
        };
    }

    /** Why there is no box. */
    private String without() {
        return model.chosen()
                .map(action -> switch (action) {
                    case CONTINUE_ROLLBACK -> "AWS does not let it be skipped";
                    case DELETE -> "AWS tries it again";
                    case FORCE_DELETE -> "left if AWS cannot delete it";
                    default -> "";
                })
                .orElse("");
    }

    private static Region grow(Region content) {
        HBox.setHgrow(content, Priority.ALWAYS);
        content.setMaxWidth(Double.MAX_VALUE);
        return content;
    }
}
