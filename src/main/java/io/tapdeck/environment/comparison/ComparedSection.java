package io.tapdeck.environment.comparison;

import java.util.List;

/**
 * Values that stand together, as in the wizard.
 *
 * @param title the words above them, such as "Network"
 * @param values in the wizard's order
 */
public record ComparedSection(String title, List<ComparedValue> values) {
    public ComparedSection {
        values = List.copyOf(values);
    }

    /** Those values in which the two differ. */
    public List<ComparedValue> differences() {
        return values.stream().filter(ComparedValue::differs).toList();
    }
}
