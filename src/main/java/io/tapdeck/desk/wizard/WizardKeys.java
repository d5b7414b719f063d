package io.tapdeck.desk.wizard;

import io.tapdeck.environment.Problem;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The wizard's keys. */
final class WizardKeys {
    private final WizardModel model;
    private final Runnable onContinue;
    private final Runnable onPreview;
    private final Consumer<String> onField;

    /** The field that was last gone to. */
    private String lastError = "";

    /**
     * Keys of one wizard.
     *
     * @param onPreview moves the focus to the preview
     * @param onField moves the focus to a field of the step that is shown
     */
    WizardKeys(WizardModel model, Runnable onContinue, Runnable onPreview, Consumer<String> onField) {
        this.model = model;
        this.onContinue = onContinue;
        this.onPreview = onPreview;
        this.onField = onField;
    }

    /** Does what a key means here and consumes it; leaves every other key alone. */
    void on(KeyEvent event) {
        boolean control = event.isShortcutDown() && !event.isAltDown() && !event.isShiftDown();
        KeyCode code = event.getCode();
        if (control && code == KeyCode.ENTER) {
            onContinue.run();
        } else if (control && code == KeyCode.P) {
            onPreview.run();
        } else if (control && code == KeyCode.Z && model.step() != Step.REVIEW) {
            model.draft().undo();
        } else if (event.isAltDown() && code == KeyCode.LEFT && !model.atFirst()) {
            model.go(model.step().previous());
        } else if (code == KeyCode.F8) {
            nextError();
        } else {
            return;
        }
        event.consume();
    }

    private void nextError() {
        model.suffixTouchedProperty().set(true);
        List<String> fields =
                model.draft().problems().stream().map(Problem::field).distinct().toList();
        if (fields.isEmpty()) {
            lastError = "";
            return;
        }
        lastError = fields.get((fields.indexOf(lastError) + 1) % fields.size());
        model.go(Step.ofField(lastError));
        onField.accept(lastError);
    }
}
