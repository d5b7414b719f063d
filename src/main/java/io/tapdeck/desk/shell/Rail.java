package io.tapdeck.desk.shell;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Page.Section;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The navigation rail, 84 wide: icon over word, the chosen one with an accent edge. */
public final class Rail extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    private final Map<Section, Button> buttons = new EnumMap<>(Section.class);
    private final Label running = badge();
    private final Label alarms = badge("alarm");

    /**
     * A rail.
     *
     * @param onChosen hears which word was pressed
     */
    public Rail(Consumer<Section> onChosen) {
        getStyleClass().add("td-rail");
        VBox.setMargin(this, Insets.EMPTY);
        Logo logo = new Logo();
        VBox.setMargin(logo, new Insets(14, 0, 18, 0));
        getChildren().add(logo);
        Region spacer = new Region();
        VBox.setVgrow(spacer, Priority.ALWAYS);
        for (Section section : Section.values()) {
            if (section == Section.JOURNAL) {
                getChildren().add(spacer);
            }
            getChildren().add(item(section, onChosen));
        }
    }

    private static Label badge(String... styleClasses) {
        Label badge = new Label();
        badge.getStyleClass().add("td-badge");
        badge.getStyleClass().addAll(styleClasses);
        badge.setVisible(false);
        badge.setTranslateX(12);
        badge.setTranslateY(-8);
        return badge;
    }

    private StackPane item(Section section, Consumer<Section> onChosen) {
        Button button = new Button(words(section), glyph(section));
        button.setContentDisplay(ContentDisplay.TOP);
        button.getStyleClass().setAll("td-rail-button");
        button.setTooltip(new Tooltip("Alt " + (List.of(Section.values()).indexOf(section) + 1)));
        button.setOnAction(event -> onChosen.accept(section));
        buttons.put(section, button);
        Region edge = new Region();
        edge.getStyleClass().add("td-rail-edge");
        StackPane.setAlignment(edge, Pos.CENTER_LEFT);
        StackPane item = new StackPane(button, edge);
        item.getStyleClass().add("td-rail-item");
        VBox.setMargin(item, new Insets(0, 0, 4, 0));
        return item;
    }

    private StackPane glyph(Section section) {
        StackPane glyph = new StackPane(icon(section).view("td-icon-20"));
        if (section == Section.DEPLOYMENTS) {
            glyph.getChildren().add(running);
        } else if (section == Section.ALARMS) {
            glyph.getChildren().add(alarms);
        }
        return glyph;
    }

    /** Lights the word of a section. */
    public void choose(Section section) {
        buttons.forEach((other, button) -> {
            button.pseudoClassStateChanged(CHOSEN, other == section);
            button.getParent().pseudoClassStateChanged(CHOSEN, other == section);
            button.setAccessibleText(words(other) + (other == section ? ", shown" : ""));
        });
    }

    /** Shows how many deployments run. */
    public void running(int count) {
        count(running, Section.DEPLOYMENTS, count, count == 0 ? "nothing runs" : count + " running");
    }

    /** Shows how many alarms are on that nobody has acknowledged. */
    public void alarms(int count) {
        count(alarms, Section.ALARMS, count, count == 0 ? "nothing to acknowledge" : count + " not acknowledged");
    }

    private void count(Label badge, Section section, int count, String help) {
        badge.setText(Integer.toString(count));
        badge.setVisible(count > 0);
        Button button = buttons.get(section);
        if (button != null) {
            button.setAccessibleHelp(help);
        }
    }

    /** The word of a section, as the rail and the path have it. */
    public static String words(Section section) {
        return switch (section) {
            case ENVIRONMENTS -> "Environments";
            case DEPLOYMENTS -> "Deployments";
            case ALARMS -> "Alarms";
            case DRAFTS -> "Drafts";
            case JOURNAL -> "Journal";
            case SESSIONS -> "Sessions";
            case SETTINGS -> "Settings";
        };
    }

    private static Icons icon(Section section) {
        return switch (section) {
            case ENVIRONMENTS -> Icons.ENVIRONMENTS;
            case DEPLOYMENTS -> Icons.DEPLOYMENTS;
            case ALARMS -> Icons.ALARMS;
            case DRAFTS -> Icons.DRAFTS;
            case JOURNAL -> Icons.JOURNAL;
            case SESSIONS -> Icons.SESSIONS;
            case SETTINGS -> Icons.SETTINGS;
        };
    }
}
