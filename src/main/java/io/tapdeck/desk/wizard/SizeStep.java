package io.tapdeck.desk.wizard;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Mutability;
import io.tapdeck.environment.SettingSection;
import io.tapdeck.environment.Suffix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * The environment's name, and every setting of its blueprint, section by section as the blueprint describes them. Of a
 * running environment: what is fixed as text, and under each section what was changed.
 */
final class SizeStep implements StepView {
    private final DraftModel model;
    private final SuffixField suffix;
    private final Label remark = Texts.cell("", "td-muted");
    private final VBox sectionBox = new VBox();
    private final List<SectionView> sections = new ArrayList<>();
    private final List<SettingChanges> changes = new ArrayList<>();
    private final VBox root;
    private String shownBlueprint = "";

    SizeStep(WizardModel wizard, Session session) {
        model = wizard.draft();
        suffix = new SuffixField(wizard);
        sectionBox.getStyleClass().add("td-form-sections");
        Node name = model.running()
                .<Node>map(running -> new RunningFacts(running, session))
                .orElse(suffix);
        root = new VBox(Form.head("Name and size", remark), name, sectionBox);
        root.getStyleClass().addAll("td-form", "td-form-dense");
        model.draftProperty().addListener((observed, before, now) -> show());
        show();
    }

    private void show() {
        if (model.running().isEmpty()) {
            remark.setText(
                    "%s · %s".formatted(model.blueprint().id(), model.preset().id()));
        }
        if (shownBlueprint.equals(model.blueprint().id())) {
            sections.forEach(SectionView::show);
            changes.forEach(SettingChanges::show);
        } else {
            shownBlueprint = model.blueprint().id();
            fill();
        }
    }

    private void fill() {
        sections.clear();
        changes.clear();
        sectionBox.getChildren().clear();
        for (SettingSection section : model.blueprint().sections()) {
            SectionView view = SectionView.of(model, section);
            sections.add(view);
            sectionBox.getChildren().addAll(Form.rule(), view.root());
            if (model.running().isPresent()) {
                SettingChanges changed = new SettingChanges(model, section.settings());
                changes.add(changed);
                sectionBox.getChildren().add(changed);
            }
        }
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Node first() {
        return model.running().isEmpty()
                ? suffix.control()
                : model.blueprint().settings().stream()
                        .filter(setting -> setting.mutability() != Mutability.FIXED)
                        .flatMap(setting -> control(setting.key()).stream())
                        .findFirst()
                        .orElse(root);
    }

    @Override
    public Optional<Node> control(String field) {
        return field.equals(Suffix.FIELD)
                ? Optional.of(suffix.control())
                : sections.stream()
                        .flatMap(view -> view.control(field).stream())
                        .findFirst();
    }
}
