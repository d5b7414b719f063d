package io.tapdeck.desk.wizard;

import java.util.Optional;
import javafx.scene.Node;

/** The form of one step. */
interface StepView {
    /** What stands in the form's place. */
    Node root();

    /** Where the focus goes when the step is entered. */
    Node first();

    /** The control of a field, if it stands here. */
    default Optional<Node> control(String field) {
        return Optional.empty();
    }
}
