package io.tapdeck.desk.wizard;

import io.tapdeck.blueprint.auroramysql.AuroraSettings;
import io.tapdeck.desk.common.FormField;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Setting;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Network, version, backups and database name in one row; what is wrong stands under it, so that nothing moves. */
final class DetailsRow extends VBox {
    private final DraftModel model;
    private final Map<String, Control> controls = new LinkedHashMap<>();
    private final ProblemLine problem;

    DetailsRow(DraftModel model) {
        super(8);
        this.model = model;
        problem = new ProblemLine(model::apply);
        HBox row = new HBox(
                16,
                text(AuroraSettings.VPC_CIDR, 160),
                choice(AuroraSettings.ENGINE_VERSION, 112, UnaryOperator.identity()),
                choice(AuroraSettings.BACKUP_RETENTION_DAYS, 112, days -> days.equals("1") ? "1 day" : days + " days"),
                text(AuroraSettings.DATABASE_NAME, 120));
        getChildren().addAll(row, problem);
        model.draftProperty().addListener((observed, before, now) -> show());
        show();
    }

    /** The control of a field, if it stands here. */
    Optional<Node> control(String field) {
        return Optional.ofNullable(controls.get(field));
    }

    private FormField text(String key, double width) {
        TextField text = Form.wide(new TextField(), width);
        text.getStyleClass().add("td-mono-field");
        Form.tie(text, model, key, draft -> model.setting(key));
        return field(key, text);
    }

    private FormField choice(String key, double width, UnaryOperator<String> words) {
        ComboBox<String> combo = Form.wide(new ComboBox<>(), width);
        switch (model.blueprint().setting(key)) {
            case Setting.Choice choice ->
                choice.options().forEach(option -> combo.getItems().add(option.value()));
            case Setting.Quantity quantity -> {
                for (BigDecimal value = quantity.minimum();
                        value.compareTo(quantity.maximum()) <= 0;
                        value = value.add(quantity.step())) {
                    combo.getItems().add(value.toPlainString());
                }
            }
            default -> throw new IllegalArgumentException(key + " is not chosen from a list");
        }
        Form.tie(combo, model, key, draft -> model.setting(key), words);
        return field(key, combo);
    }

    private FormField field(String key, Control control) {
        controls.put(key, control);
        return new FormField(model.blueprint().setting(key).label(), control, "", model::apply);
    }

    private void show() {
        Problem first = null;
        for (Map.Entry<String, Control> entry : controls.entrySet()) {
            Problem wrong = model.problem(entry.getKey()).orElse(null);
            problem.mark(entry.getValue(), wrong);
            first = first == null ? wrong : first;
        }
        problem.show(first);
    }
}
