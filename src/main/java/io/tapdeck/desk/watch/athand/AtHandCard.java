package io.tapdeck.desk.watch.athand;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Overlays;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.OutputDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What an application owner needs to connect: the environment's outputs, each to copy, with what it is for. */
public final class AtHandCard extends VBox {
    private static final double WIDTH = 640;
    private static final double MOST_HEIGHT = 600;

    private final Label copied = Texts.cell("", "td-muted");

    /**
     * A card for {@link Overlays#show}.
     *
     * @param environment as it was last read
     */
    public AtHandCard(Blueprint blueprint, DeployedEnvironment environment, Overlays overlays) {
        super(12);
        String suffix = environment.key().suffix().value();
        Map<String, String> outputs = environment.outputs();
        getStyleClass().add("td-card-pop");
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setAccessibleText("At hand: outputs of " + suffix);
        VBox rows = new VBox(12);
        for (OutputDescription output : known(blueprint, outputs)) {
            rows.getChildren().add(row(output, String.valueOf(outputs.get(output.key()))));
        }
        absent(blueprint, environment).ifPresent(words -> rows.getChildren().add(Texts.paragraph(words, "td-muted")));
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        // By itself it takes its paragraphs for unwrapped ones and is too low.
        scroll.prefViewportHeightProperty().bind(rows.heightProperty());
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("td-chart-scroll");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = new HBox(8, copied, space, Buttons.secondary("Close", null, overlays::close));
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(Texts.ask(suffix + " at hand"), scroll, foot);
    }

    /** Why something is not there, in words; nothing where all of a blueprint's outputs that a definition asks for are. */
    static Optional<String> absent(Blueprint blueprint, DeployedEnvironment environment) {
        Map<String, String> outputs = environment.outputs();
        boolean adopted = !environment.stackName().equals(environment.key().stackName());
        String missing = blueprint.outputs().stream()
                .filter(output -> !outputs.containsKey(output.key()))
                .map(OutputDescription::title)
                .collect(Collectors.joining(", "));
        if (adopted && !missing.isEmpty()) {
            return Optional.of(
                    "The stack %s was taken over and has the outputs of its original code. It does not name: %s. The next change by Tapdeck adds what belongs to this environment."
                            .formatted(environment.stackName(), missing));
        }
        if (!outputs.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                environment.status().busy()
                        ? "The stack has no outputs yet. They come when the operation is over."
                        : "The stack has no outputs.");
    }

    /** Those that the blueprint describes first, in its order; then the others by their keys. */
    private static List<OutputDescription> known(Blueprint blueprint, Map<String, String> outputs) {
        List<OutputDescription> known = new ArrayList<>();
        TreeSet<String> others = new TreeSet<>(outputs.keySet());
        for (OutputDescription output : blueprint.outputs()) {
            if (others.remove(output.key())) {
                known.add(output);
            }
        }
        others.forEach(key -> known.add(new OutputDescription(key, key, "")));
        return known;
    }

    private HBox row(OutputDescription output, String value) {
        Label text = Texts.mono11(value);
        text.setMinWidth(0);
        text.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        text.setTooltip(new Tooltip(value));
        VBox words = new VBox(2, Texts.name(output.title()), text);
        if (!output.words().isEmpty()) {
            words.getChildren().add(Texts.paragraph(output.words(), "td-muted"));
        }
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button copy = Buttons.icon(Icons.COPY, "Copy " + output.title(), () -> copy(output.title(), value));
        HBox row = new HBox(12, words, copy);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }

    private void copy(String title, String value) {
        ClipboardContent text = new ClipboardContent();
        text.putString(value);
        Clipboard.getSystemClipboard().setContent(text);
        copied.setText(title + " is copied.");
    }
}
