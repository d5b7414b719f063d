package io.tapdeck.desk.wizard;

import io.tapdeck.environment.SettingSection;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** The controls of one section of settings. It hears nothing by itself: whoever holds it says when the draft changes. */
interface SectionView {
    /** What stands in the form. */
    Region root();

    /** The control of a field, if it stands here. */
    Optional<Node> control(String field);

    /** Shows the draft as it is now. */
    void show();

    /** The controls in the form that the blueprint asks for. */
    static SectionView of(DraftModel model, SettingSection section) {
        return switch (section.form()) {
            case FIELDS -> new SettingFields(model, section);
            case RANGE -> new RangeField(model, section);
            case CARDS -> new OptionCards(model, section);
            case SWITCHES -> new Switches(model, section);
        };
    }
}
