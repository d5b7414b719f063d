package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Meter;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.synth.StackTemplate;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How much of CloudFormation's limits the template uses. */
final class Meters extends VBox {
    private final Label bytes = figure();
    private final Label resources = figure();
    private final Meter byteMeter = new Meter(4, "");
    private final Meter resourceMeter = new Meter(4, "");

    Meters() {
        getStyleClass().add("td-meters");
        getChildren()
                .addAll(
                        new VBox(
                                8,
                                row("Template", bytes, "of %s kB".formatted(kilo(StackTemplate.BODY_LIMIT))),
                                byteMeter),
                        new VBox(8, row("Resources", resources, "of " + StackTemplate.RESOURCE_LIMIT), resourceMeter));
    }

    void show(Outline outline) {
        bytes.setText(kilo(outline.bytes()) + " kB");
        resources.setText(Integer.toString(outline.resources()));
        byteMeter.fill((double) outline.bytes() / StackTemplate.BODY_LIMIT);
        resourceMeter.fill((double) outline.resources() / StackTemplate.RESOURCE_LIMIT);
    }

    private static HBox row(String name, Label figure, String limit) {
        return new HBox(6, Texts.cell(name), Form.spacer(), figure, Texts.number(limit, "td-muted"));
    }

    private static Label figure() {
        return Texts.number("", "td-number-medium");
    }

    private static String kilo(int bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1000.0);
    }
}
