package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Switch;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Setting;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/**
 * The control of one setting, as its kind asks for.
 *
 * @param unit what stands after the control; empty where it says its unit itself
 * @param show shows the draft in it
 */
record SettingControl(Control control, String unit, Runnable show) {
    /** A quantity of at most so many values is chosen from a list. */
    private static final int FEW = 40;

    /** A character of the mono font at 12, and the padding of a field. */
    private static final double CHARACTER = 7.3;

    private static final double PADDING = 28;

    static SettingControl of(DraftModel model, Setting setting) {
        if (model.isFixed(setting)) {
            return text(model, setting);
        }
        return switch (setting) {
            case Setting.Quantity quantity -> quantity(model, quantity);
            case Setting.Choice choice ->
                combo(
                        model,
                        choice,
                        choice.options().stream()
                                .map(Setting.Choice.Option::value)
                                .toList());
            case Setting.Toggle toggle -> toggle(model, toggle);
            case Setting.Name name -> text(model, name, Math.min(name.maximumLength(), 20), name.whenEmpty());
            case Setting.Network network -> text(model, network, 18, network.whenEmpty());
        };
    }

    /** The value as text, where it cannot be changed. */
    private static SettingControl text(DraftModel model, Setting setting) {
        Label value = Texts.mono("");
        value.getStyleClass().add("td-fixed-value");
        return new SettingControl(value, "", () -> value.setText(setting.words(model.setting(setting.key()))));
    }

    private static SettingControl quantity(DraftModel model, Setting.Quantity quantity) {
        BigDecimal steps = quantity.maximum().subtract(quantity.minimum()).divideToIntegralValue(quantity.step());
        if (steps.compareTo(BigDecimal.valueOf(FEW)) > 0) {
            int digits = Math.max(6, quantity.maximum().toPlainString().length() + 2);
            return text(model, quantity, digits, null);
        }
        List<String> values = new ArrayList<>();
        for (BigDecimal value = quantity.minimum();
                value.compareTo(quantity.maximum()) <= 0;
                value = value.add(quantity.step())) {
            values.add(value.toPlainString());
        }
        return combo(model, quantity, values);
    }

    private static SettingControl text(DraftModel model, Setting setting, int characters, @Nullable String whenEmpty) {
        int room = whenEmpty == null ? characters : Math.max(characters, whenEmpty.length());
        TextField text = Form.wide(new TextField(), Math.ceil(room * CHARACTER + PADDING));
        text.getStyleClass().add("td-mono-field");
        text.setPromptText(whenEmpty == null ? "" : whenEmpty);
        String unit = setting instanceof Setting.Quantity quantity ? quantity.unit() : "";
        return new SettingControl(text, unit, Form.tie(text, model, setting.key(), () -> model.setting(setting.key())));
    }

    private static SettingControl combo(DraftModel model, Setting setting, List<String> values) {
        UnaryOperator<String> words = value -> setting.words(value);
        int longest = values.stream().map(words).mapToInt(String::length).max().orElse(0);
        ComboBox<String> combo = Form.wide(new ComboBox<>(), Math.max(112, Math.ceil(longest * 7 + 52)));
        combo.getItems().addAll(values);
        return new SettingControl(
                combo, "", Form.tie(combo, model, setting.key(), () -> model.setting(setting.key()), words));
    }

    private static SettingControl toggle(DraftModel model, Setting setting) {
        Switch toggle = new Switch(setting.label());
        return new SettingControl(
                toggle,
                "",
                Form.tie(toggle, model, setting.key(), () -> Boolean.parseBoolean(model.setting(setting.key()))));
    }
}
