package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.FormField;
import io.tapdeck.environment.PhysicalName;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Suffix;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The environment's name, with an example of what it becomes part of. */
final class SuffixField extends VBox {
    /** The name that stands for all that carry the suffix. */
    private static final String EXAMPLE_NAME = "alarm topic";

    private static final String EXAMPLE = "dev";

    private final WizardModel wizard;
    private final DraftModel model;
    private final TextField text = Form.wide(new TextField(), 220);
    private final FormField field;
    private @Nullable Problem shown;

    SuffixField(WizardModel wizard) {
        this.wizard = wizard;
        this.model = wizard.draft();
        Runnable typed = Form.tie(text, model, Suffix.FIELD, () -> model.draft().suffix());
        text.setPromptText("such as dev or qa7");
        field = new FormField("Environment suffix", text, help(EXAMPLE), model::apply);
        getChildren().add(field);
        model.draftProperty().addListener((observed, before, now) -> {
            typed.run();
            show();
        });
        wizard.suffixTouchedProperty().addListener((observed, before, now) -> show());
        show();
    }

    TextField control() {
        return text;
    }

    private void show() {
        String typed = model.draft().suffix();
        Problem wrong = model.problem(Suffix.FIELD).orElse(null);
        Problem.Fix fix = wrong == null ? null : wrong.fix();
        field.help(help(wrong == null ? typed : fix == null ? EXAMPLE : fix.value()));
        boolean early = typed.isEmpty() && !wizard.suffixTouchedProperty().get();
        Problem told = early ? null : wrong;
        // Left alone where nothing is new, so that a screen reader says each problem once.
        if (!Objects.equals(told, shown)) {
            shown = told;
            field.show(told);
        }
    }

    private String help(String suffix) {
        List<PhysicalName> names = model.blueprint().physicalNames();
        String name = names.stream()
                .filter(candidate -> candidate.what().equals(EXAMPLE_NAME))
                .findFirst()
                .or(() -> names.stream()
                        .filter(candidate -> !candidate.with(suffix).contains("{"))
                        .findFirst())
                .orElse(names.getFirst())
                .with(suffix);
        return "Becomes part of every name, such as %s. It cannot be changed later.".formatted(name);
    }
}
