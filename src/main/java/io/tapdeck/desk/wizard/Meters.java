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
    private final Label byteName = Texts.cell("");
    private final Label resourceName = Texts.cell("");
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
                                row(byteName, bytes, "of %s kB".formatted(kilo(StackTemplate.BODY_LIMIT))),
                                byteMeter),
                        new VBox(8, row(resourceName, resources, "of " + StackTemplate.RESOURCE_LIMIT), resourceMeter));
    }

    void show(Outline outline) {
        // AWS limits each stack by itself; their sum stands in the groups above.
        boolean several = outline.stacks() > 1;
        byteName.setText(several ? "Largest template" : "Template");
        resourceName.setText(several ? "Resources, fullest stack" : "Resources");
        bytes.setText(kilo(outline.bytes()) + " kB");
        resources.setText(Integer.toString(outline.resources()));
        byteMeter.fill((double) outline.bytes() / StackTemplate.BODY_LIMIT);
        resourceMeter.fill((double) outline.resources() / StackTemplate.RESOURCE_LIMIT);
    }

    private static HBox row(Label name, Label figure, String limit) {
        return new HBox(6, name, Form.spacer(), figure, Texts.number(limit, "td-muted"));
    }

    private static Label figure() {
        return Texts.number("", "td-number-medium");
    }

    private static String kilo(int bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / 1000.0);
    }
}
