package io.tapdeck.desk.signin;

import io.tapdeck.aws.AwsRegions;
import io.tapdeck.desk.common.FormField;
import io.tapdeck.environment.Problem;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** A region: chosen from those that are known, or typed. */
final class RegionBox extends VBox {
    private static final double WIDTH = 240;

    private final ComboBox<String> regions = new ComboBox<>();
    private final FormField field;

    /**
     * A box.
     *
     * @param help may be empty
     * @param onChanged hears that the region is another one
     */
    RegionBox(String label, String first, String help, Runnable onChanged) {
        regions.setEditable(true);
        regions.getItems().setAll(AwsRegions.names());
        regions.setValue(first);
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
        return regions.getEditor().getText().strip();
    }

    /** Puts another region in. */
    void choose(String region) {
        regions.setValue(region);
    }

    /** Whether it can be a region; says so if not. */
    boolean check() {
        boolean good = AwsRegions.wellFormed(region());
        field.show(
                good
                        ? null
                        : new Problem("region", "“%s” is not a region. Write it like eu-west-1.".formatted(region())));
        return good;
    }
}
