package io.tapdeck.desk.wizard;

import atlantafx.base.controls.ToggleSwitch;
import io.tapdeck.blueprint.auroramysql.AuroraSettings;
import io.tapdeck.desk.common.FormField;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.PhysicalName;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.Suffix;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The environment's name, its size, its network and what protects it. */
final class SizeStep implements StepView {
    /** The name that stands for all that carry the suffix. */
    private static final String EXAMPLE_NAME = "alarm topic";

    private final WizardModel wizard;
    private final DraftModel model;
    private final Map<String, FormField> fields = new HashMap<>();
    private final Map<String, Node> controls = new HashMap<>();
    private final Map<String, Problem> shownProblems = new HashMap<>();
    private final TextField suffix = new TextField();
    private final CapacityField capacity;
    private final ProtectionCards protection;
    private final VBox root = new VBox();

    SizeStep(WizardModel wizard) {
        this.wizard = wizard;
        this.model = wizard.draft();
        Form.tie(suffix, model, Suffix.FIELD, draft -> draft.suffix());
        suffix.setPromptText("such as dev or qa7");
        FormField name = field(Suffix.FIELD, "Environment suffix", Form.wide(suffix, 220), "");
        capacity = new CapacityField(model);
        protection = new ProtectionCards(model);
        Label remark = Texts.cell("", "td-muted");
        root.getChildren()
                .addAll(
                        Form.head("Name and size", remark),
                        name,
                        Form.rule(),
                        capacity,
                        Form.rule(),
                        details(),
                        Form.rule(),
                        protection,
                        Form.rule(),
                        more());
        root.getStyleClass().add("td-form");
        model.draftProperty().addListener((observed, before, now) -> show(name, remark));
        wizard.suffixTouchedProperty().addListener((observed, before, now) -> show(name, remark));
        show(name, remark);
    }

    private FlowPane details() {
        FlowPane row = new FlowPane(16, 12);
        row.getChildren()
                .addAll(
                        text(AuroraSettings.VPC_CIDR, 160),
                        choice(AuroraSettings.ENGINE_VERSION, 112),
                        days(AuroraSettings.BACKUP_RETENTION_DAYS, 112),
                        text(AuroraSettings.DATABASE_NAME, 120));
        return row;
    }

    private FormField text(String key, double width) {
        TextField field = Form.wide(new TextField(), width);
        field.getStyleClass().add("td-mono-field");
        Form.tie(field, model, key, draft -> model.setting(key));
        return field(key, model.blueprint().setting(key).label(), field, "");
    }

    private FormField choice(String key, double width) {
        ComboBox<String> combo = Form.wide(new ComboBox<>(), width);
        if (model.blueprint().setting(key) instanceof Setting.Choice setting) {
            setting.options().forEach(option -> combo.getItems().add(option.value()));
        }
        Form.tie(combo, model, key, draft -> model.setting(key), value -> value);
        return field(key, model.blueprint().setting(key).label(), combo, "");
    }

    private FormField days(String key, double width) {
        ComboBox<String> combo = Form.wide(new ComboBox<>(), width);
        if (model.blueprint().setting(key) instanceof Setting.Quantity setting) {
            for (BigDecimal day = setting.minimum();
                    day.compareTo(setting.maximum()) <= 0;
                    day = day.add(setting.step())) {
                combo.getItems().add(day.toPlainString());
            }
        }
        Form.tie(
                combo, model, key, draft -> model.setting(key), value -> value.equals("1") ? "1 day" : value + " days");
        return field(key, model.blueprint().setting(key).label(), combo, "");
    }

    private FormField field(String key, String label, Control control, String help) {
        FormField field =
                new FormField(label, control, help.isEmpty() && key.equals(Suffix.FIELD) ? " " : help, model::apply);
        fields.put(key, field);
        controls.put(key, control);
        return field;
    }

    private VBox more() {
        HBox switches = new HBox(24);
        for (String key : List.of(
                AuroraSettings.PERFORMANCE_INSIGHTS, AuroraSettings.GENERAL_LOG, AuroraSettings.INSTANCE_ALARMS)) {
            Setting setting = model.blueprint().setting(key);
            ToggleSwitch toggle = new ToggleSwitch();
            toggle.setAccessibleText(setting.label());
            toggle.setAccessibleHelp(setting.help());
            toggle.selectedProperty().addListener((observed, before, now) -> {
                if (now != Boolean.parseBoolean(model.setting(key))) {
                    model.edit(key, Boolean.toString(now));
                }
            });
            Runnable show = () -> toggle.setSelected(Boolean.parseBoolean(model.setting(key)));
            model.draftProperty().addListener((observed, before, now) -> show.run());
            show.run();
            controls.put(key, toggle);
            HBox head = new HBox(8, toggle, Texts.label(setting.label()));
            head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            VBox entry = new VBox(4, head, Texts.paragraph(setting.help(), "td-muted"));
            entry.setPrefWidth(180);
            switches.getChildren().add(Form.growing(entry));
        }
        return new VBox(8, Form.section("More", ""), switches);
    }

    private void show(FormField name, Label remark) {
        remark.setText(
                "%s, preset %s".formatted(model.blueprint().id(), model.preset().title()));
        String typed = model.draft().suffix();
        Optional<Problem> wrong = model.problem(Suffix.FIELD);
        String example = wrong.map(Problem::fix)
                .map(Problem.Fix::value)
                .orElse(typed.isEmpty() || wrong.isPresent() ? "dev" : typed);
        name.help(
                "Becomes part of every name, such as %s. It cannot be changed later.".formatted(exampleName(example)));
        fields.forEach((key, field) -> {
            Problem problem = key.equals(Suffix.FIELD)
                            && typed.isEmpty()
                            && !wizard.suffixTouchedProperty().get()
                    ? null
                    : model.problem(key).orElse(null);
            // Untouched where nothing is new, so that a screen reader hears each problem once.
            if (!Objects.equals(problem, shownProblems.get(key))) {
                if (problem == null) {
                    shownProblems.remove(key);
                } else {
                    shownProblems.put(key, problem);
                }
                field.show(problem);
            }
        });
    }

    private String exampleName(String example) {
        List<PhysicalName> names = new ArrayList<>(model.blueprint().physicalNames());
        return names.stream()
                .filter(name -> name.what().equals(EXAMPLE_NAME))
                .findFirst()
                .orElse(names.getFirst())
                .with(example);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Node first() {
        return suffix;
    }

    @Override
    public Optional<Node> control(String field) {
        if (field.equals(AuroraSettings.PROTECTION)) {
            return Optional.of(protection.control());
        }
        return Optional.ofNullable(controls.get(field)).or(() -> capacity.control(field));
    }
}
