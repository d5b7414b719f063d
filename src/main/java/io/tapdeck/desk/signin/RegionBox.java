package io.tapdeck.desk.signin;

import io.tapdeck.aws.AwsRegions;
import io.tapdeck.desk.common.FormField;
import io.tapdeck.environment.Problem;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A region: chosen from those that are known, or typed. */
final class RegionBox extends VBox {
    private static final double WIDTH = 240;

    private final ComboBox<String> regions = new ComboBox<>();
    private final FormField field;

    /**
     * A box.
     *
     * @param first what stands in it; null asks for one
     * @param help may be empty
     * @param onChanged hears that the region is another one
     */
    RegionBox(String label, @Nullable String first, String help, Runnable onChanged) {
        regions.setEditable(true);
        regions.getItems().setAll(AwsRegions.names());
        regions.setValue(first);
        regions.setPromptText("choose or write");
        regions.setPrefWidth(WIDTH);
        regions.getEditor().setAccessibleText(label);
        regions.getEditor().textProperty().addListener((observed, before, now) -> {
            check();
            onChanged.run();
        });
        field = new FormField(label, regions, help, fix -> {});
        getChildren().add(field);
    }

    /** What stands in it. */
    String region() {
        String text = regions.getEditor().getText();
        return text == null ? "" : text.strip();
    }

    /** Puts another region in. */
    void choose(String region) {
        regions.setValue(region);
    }

    /** Whether it can be a region; says so if not. */
    boolean check() {
        String region = region();
        boolean good = AwsRegions.wellFormed(region);
        String wrong = region.isEmpty()
                ? "Choose a region, or write one like eu-west-1."
                : "“%s” is not a region. Write it like eu-west-1.".formatted(region);
        field.show(good ? null : new Problem("region", wrong));
        return good;
    }
}
