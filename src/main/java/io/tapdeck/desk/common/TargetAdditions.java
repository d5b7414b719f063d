package io.tapdeck.desk.common;

import io.tapdeck.environment.TargetSettings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What a company adds to every stack of an account: tags, a service role, a permissions boundary. */
public final class TargetAdditions extends VBox {
    private static final double NAME = 140;

    /** The additions of {@code settings}; a sentence where there are none. */
    public TargetAdditions(TargetSettings settings) {
        super(4);
        settings.tags().forEach((key, value) -> line("Tag", key + " = " + value));
        line("Service role", settings.serviceRole());
        line("Permissions boundary", settings.permissionsBoundary());
        if (getChildren().isEmpty()) {
            getChildren()
                    .add(Texts.paragraph("Nothing: no tags, no service role, no permissions boundary.", "td-muted"));
        }
    }

    private void line(String name, @Nullable String value) {
        if (value != null) {
            Label label = Texts.cell(name, "td-muted");
            label.setMinWidth(NAME);
            Label text = Texts.mono11(value);
            text.setWrapText(true);
            text.setMinSize(0, USE_PREF_SIZE);
            Node[] parts = {label, text};
            getChildren().add(new HBox(8, parts));
        }
    }
}
