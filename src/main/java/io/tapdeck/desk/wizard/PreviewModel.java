package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Background;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Suffix;
import io.tapdeck.environment.Validation;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.SynthesisException;
import io.tapdeck.synth.Synthesizer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * The template of the draft, made anew on every valid change. An answer that was overtaken by a newer change is dropped;
 * while the draft is not valid the last valid template stays, and {@link #noticeProperty} says so.
 */
final class PreviewModel {
    /** A spinner shows after this long. */
    static final Duration PATIENCE = Duration.ofMillis(150);

    /** The suffix that the preview uses until there is one. */
    private static final String EXAMPLE = "dev";

    /** A template that was made, and what is new in it. */
    record Shown(CloudAssembly assembly, Outline outline, OutlineChange change, MonthlyCost cost) {}

    private final Synthesizer synthesizer;
    private final Background background;
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable SynthesisException> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper slow = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(false);
    private int latest;

    /** What keeps the draft from being shown. */
    private List<Problem> wrong = List.of();

    private @Nullable EnvironmentDefinition wanted;
    private Background.@Nullable Repeating patience;

    PreviewModel(Synthesizer synthesizer, Background background) {
        this.synthesizer = synthesizer;
        this.background = background;
    }

    /** The last template that was made. */
    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** Why none could be made, while that is so. */
    ReadOnlyObjectProperty<@Nullable SynthesisException> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Says what is shown if it is not the draft; empty if it is. */
    ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Whether a template is being made, for longer than one has patience. */
    ReadOnlyBooleanProperty slowProperty() {
        return slow.getReadOnlyProperty();
    }

    /** Whether a template is being made. */
    ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** The draft was changed. */
    void show(DraftModel model) {
        Draft draft = model.draft();
        switch (model.validation()) {
            case Validation.Valid(EnvironmentDefinition definition) -> make(model, definition, false);
            case Validation.Invalid(List<Problem> problems) -> {
                Validation example =
                        draft.suffix().isEmpty() ? model.check(draft.withSuffix(EXAMPLE)) : model.validation();
                if (example instanceof Validation.Valid(EnvironmentDefinition definition)) {
                    make(model, definition, true);
                } else {
                    wrong = problems;
                    notice.set(lastValid());
                }
            }
        }
    }

    /** Tries again what failed. */
    void retry(DraftModel model) {
        wanted = null;
        show(model);
    }

    /** Stops the spinner; answers that still come are dropped. */
    void close() {
        latest++;
        wanted = null;
        arrived();
    }

    private void make(DraftModel model, EnvironmentDefinition definition, boolean example) {
        Blueprint blueprint = model.blueprint();
        EnvironmentDefinition running = model.running().orElse(null);
        wrong = List.of();
        notice.set(example ? "Shows %s as an example.".formatted(EXAMPLE) : "");
        if (definition.equals(wanted)) {
            return;
        }
        wanted = definition;
        int number = ++latest;
        working.set(true);
        waitPatiently();
        Shown last = shown.get();
        background.run(
                () -> made(
                        blueprint,
                        synthesize(definition),
                        MonthlyCost.of(blueprint, model.region(), definition, running),
                        last),
                made -> {
                    if (number == latest) {
                        arrived();
                        failure.set(null);
                        shown.set(made);
                        if (!wrong.isEmpty()) {
                            // It was asked for before the draft became wrong.
                            notice.set(lastValid());
                        }
                    }
                },
                problem -> {
                    if (number == latest) {
                        arrived();
                        wanted = null;
                        failed(problem);
                    }
                });
    }

    private CloudAssembly synthesize(EnvironmentDefinition definition) throws Exception {
        try {
            return synthesizer.synthesize(definition).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static Shown made(Blueprint blueprint, CloudAssembly assembly, MonthlyCost cost, @Nullable Shown last) {
        Outline outline = Outline.of(blueprint, assembly);
        OutlineChange change = last == null ? OutlineChange.NONE : OutlineChange.between(last.outline(), outline);
        return new Shown(assembly, outline, change, cost);
    }

    private void failed(Exception problem) {
        switch (problem) {
            case SynthesisException known -> failure.set(known);
            case CancellationException _ -> failure.set(null);
            default ->
                failure.set(new SynthesisException(
                        "The template could not be made: %s.".formatted(problem.getMessage()),
                        "Change a value to try again; the log has the details."));
        }
        Shown last = shown.get();
        if (last != null && failure.get() != null) {
            notice.set("Shows %s as it was before."
                    .formatted(last.assembly().definition().suffix()));
        }
    }

    private String lastValid() {
        Shown last = shown.get();
        if (last == null) {
            return "Nothing to show until the fields are mended.";
        }
        boolean suffix = wrong.stream().anyMatch(problem -> problem.field().equals(Suffix.FIELD));
        return suffix
                ? "Shows %s, the last valid suffix."
                        .formatted(last.assembly().definition().suffix())
                : "Shows the last valid values.";
    }

    private void waitPatiently() {
        if (patience == null) {
            patience = background.every(PATIENCE, () -> {
                endPatience();
                slow.set(working.get());
            });
        }
    }

    private void arrived() {
        endPatience();
        working.set(false);
        slow.set(false);
    }

    private void endPatience() {
        if (patience != null) {
            patience.close();
            patience = null;
        }
    }
}
