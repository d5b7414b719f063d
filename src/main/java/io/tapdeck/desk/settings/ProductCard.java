package io.tapdeck.desk.settings;

import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.release.Product;
import io.tapdeck.release.ThisBuild;
import java.util.List;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** What this Tapdeck is made of and runs on, in the words of {@code tapdeck --version}. */
final class ProductCard extends VBox {
    private final GridPane grid = new GridPane(24, 4);

    ProductCard(PageContext context) {
        super(12, Texts.name("This Tapdeck"));
        getStyleClass().add("td-card");
        getChildren().add(grid);
        Product product = context.services().product();
        context.background()
                .run(
                        product.parts()::get,
                        this::show,
                        failure ->
                                getChildren().add(Texts.paragraph(String.valueOf(failure.getMessage()), "td-danger")));
    }

    private void show(List<ThisBuild.Part> parts) {
        for (ThisBuild.Part part : parts) {
            grid.addRow(grid.getRowCount(), Texts.label(part.name()), Texts.mono11(part.version()));
        }
    }
}
