package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingSection;
import java.math.BigDecimal;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A minimum and a maximum: two fields, a slider, what the range amounts to. */
final class RangeField implements SectionView {
    private final DraftModel model;
    private final End low;
    private final End high;
    private final RangeSlider slider;
    private final ProblemLine problem;
    private final FactsLine facts;
    private final VBox root = new VBox(8);

    /** One end of the range. */
    private record End(Setting.Quantity setting, TextField field, Runnable show) {
        static End of(DraftModel model, Setting setting) {
            if (!(setting instanceof Setting.Quantity quantity)) {
                throw new IllegalArgumentException(setting.key() + " is not a quantity");
            }
            TextField field = Form.wide(new TextField(), 64);
            field.getStyleClass().add("td-mono-field");
            field.setAccessibleText(SettingWords.name(quantity));
            field.setTooltip(new Tooltip(SettingWords.explained(quantity)));
            field.setDisable(model.isFixed(quantity));
            return new End(
                    quantity, field, Form.tie(field, model, quantity.key(), () -> model.setting(quantity.key())));
        }
    }

    RangeField(DraftModel model, SettingSection section) {
        this.model = model;
        facts = new FactsLine(model, section);
        low = End.of(model, section.settings().getFirst());
        high = End.of(model, section.settings().getLast());
        slider = new RangeSlider(
                new RangeScale(low.setting(), high.setting()),
                SettingWords.name(low.setting()),
                value -> model.edit(low.setting().key(), value.toPlainString()),
                SettingWords.name(high.setting()),
                value -> model.edit(high.setting().key(), value.toPlainString()));
        problem = new ProblemLine(model::apply);
        HBox head = new HBox(
                8,
                Form.section(model, section, high.setting()),
                Form.spacer(),
                muted("min"),
                low.field(),
                muted("max"),
                high.field(),
                muted(high.setting().unit()));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setFillHeight(false);
        root.getChildren().addAll(head, problem, slider, facts);
        show();
    }

    @Override
    public Region root() {
        return root;
    }

    @Override
    public void show() {
        Problem first = mark(low);
        Problem second = mark(high);
        problem.show(first == null ? second : first);
        Optional<BigDecimal> least = number(low);
        Optional<BigDecimal> most = number(high);
        // A range the wrong way round is told as a problem once every other field is right.
        boolean range = least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) <= 0;
        if (range) {
            slider.show(least.get(), most.get());
            facts.show();
        }
        facts.setVisible(range);
    }

    private @Nullable Problem mark(End end) {
        end.show().run();
        Problem wrong = model.problem(end.setting().key()).orElse(null);
        problem.mark(end.field(), wrong, SettingWords.explained(end.setting()));
        return wrong;
    }

    private Optional<BigDecimal> number(End end) {
        String typed = model.setting(end.setting().key());
        return end.setting().problem(typed) == null ? Optional.of(new BigDecimal(typed.strip())) : Optional.empty();
    }

    private static Label muted(String text) {
        return Texts.cell(text, "td-muted");
    }

    @Override
    public Optional<Node> control(String field) {
        if (field.equals(low.setting().key())) {
            return Optional.of(low.field());
        }
        return field.equals(high.setting().key()) ? Optional.of(high.field()) : Optional.empty();
    }
}
