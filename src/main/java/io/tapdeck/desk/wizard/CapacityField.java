package io.tapdeck.desk.wizard;

import io.tapdeck.blueprint.auroramysql.AuroraCapacity;
import io.tapdeck.blueprint.auroramysql.AuroraSettings;
import io.tapdeck.desk.common.Texts;
import java.math.BigDecimal;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The capacity range of an Aurora cluster: two fields, a slider, what the range means. */
final class CapacityField extends VBox {
    private final DraftModel model;
    private final TextField minimum;
    private final TextField maximum;
    private final RangeSlider slider;
    private final ProblemLine problem;
    private final HBox facts = new HBox(22);

    CapacityField(DraftModel model) {
        super(8);
        this.model = model;
        minimum = field("Minimum capacity in ACU", AuroraSettings.MIN_CAPACITY);
        maximum = field("Maximum capacity in ACU", AuroraSettings.MAX_CAPACITY);
        slider = new RangeSlider(
                value -> model.edit(AuroraSettings.MIN_CAPACITY, value.toPlainString()),
                value -> model.edit(AuroraSettings.MAX_CAPACITY, value.toPlainString()));
        problem = new ProblemLine(model::apply);
        HBox head = new HBox(
                8,
                Texts.label("Capacity range"),
                Form.spacer(),
                muted("min"),
                minimum,
                muted("max"),
                maximum,
                muted("ACU"));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, problem, slider, facts);
        model.draftProperty().addListener((observed, before, now) -> show());
        show();
    }

    private TextField field(String name, String key) {
        TextField field = Form.wide(new TextField(), 64);
        field.getStyleClass().add("td-mono-field");
        field.setAccessibleText(name);
        Form.tie(field, model, key, draft -> model.setting(key));
        return field;
    }

    private void show() {
        var low = model.problem(AuroraSettings.MIN_CAPACITY);
        var high = model.problem(AuroraSettings.MAX_CAPACITY);
        problem.mark(minimum, low.orElse(null));
        problem.mark(maximum, high.orElse(null));
        problem.show(low.or(() -> high).orElse(null));
        Optional<BigDecimal> least = number(AuroraSettings.MIN_CAPACITY);
        Optional<BigDecimal> most = number(AuroraSettings.MAX_CAPACITY);
        // A range the wrong way round is told as a problem once every other field is right.
        boolean range = least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) <= 0;
        facts.setVisible(range);
        if (range) {
            slider.show(least.get(), most.get());
            showFacts(least.get(), most.get());
        }
    }

    private void showFacts(BigDecimal least, BigDecimal most) {
        facts.getChildren()
                .setAll(
                        fact(
                                "%s to %s GiB"
                                        .formatted(
                                                plain(AuroraCapacity.memoryGib(least)),
                                                plain(AuroraCapacity.memoryGib(most))),
                                "memory"),
                        fact("up to %,d".formatted(AuroraCapacity.maxConnections(most)), "connections"),
                        fact("2 instances", "writer and reader"));
    }

    private static HBox fact(String figure, String words) {
        Label strong = Texts.number(figure, "td-number-medium");
        return new HBox(5, strong, muted(words));
    }

    private Optional<BigDecimal> number(String key) {
        return model.blueprint().setting(key).problem(model.setting(key)) == null
                ? Optional.of(new BigDecimal(model.setting(key).strip()))
                : Optional.empty();
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static Label muted(String text) {
        return Texts.cell(text, "td-muted");
    }

    /** The control of a field, if it is one of these. */
    Optional<Node> control(String field) {
        return switch (field) {
            case AuroraSettings.MIN_CAPACITY -> Optional.of(minimum);
            case AuroraSettings.MAX_CAPACITY -> Optional.of(maximum);
            default -> Optional.empty();
        };
    }
}
