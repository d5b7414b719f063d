package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.Suffix;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** The environment's name, its size, its network and what protects it. */
final class SizeStep implements StepView {
    private final SuffixField suffix;
    private final CapacityField capacity;
    private final DetailsRow details;
    private final ProtectionCards protection;
    private final MoreSwitches more;
    private final VBox root;

    SizeStep(WizardModel wizard) {
        DraftModel model = wizard.draft();
        suffix = new SuffixField(wizard);
        capacity = new CapacityField(model);
        details = new DetailsRow(model);
        protection = new ProtectionCards(model);
        more = new MoreSwitches(model);
        Label remark = Texts.cell(remark(model), "td-muted");
        model.draftProperty().addListener((observed, before, now) -> remark.setText(remark(model)));
        root = new VBox(
                Form.head("Name and size", remark),
                suffix,
                Form.rule(),
                capacity,
                Form.rule(),
                details,
                Form.rule(),
                protection,
                Form.rule(),
                more);
        root.getStyleClass().addAll("td-form", "td-form-dense");
    }

    private static String remark(DraftModel model) {
        return "%s, preset %s".formatted(model.blueprint().id(), model.preset().title());
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Node first() {
        return suffix.control();
    }

    @Override
    public Optional<Node> control(String field) {
        return switch (field) {
            case Suffix.FIELD -> Optional.of(suffix.control());
            case Protection.KEY -> Optional.of(protection.control());
            default -> capacity.control(field).or(() -> details.control(field)).or(() -> more.control(field));
        };
    }
}
