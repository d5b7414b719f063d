package io.tapdeck.desk.home;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What can be done with an environment: what cannot be done now is disabled, what may not be done is absent. */
final class RowMenu extends ContextMenu {
    /** After what is only looked at most. */
    private static final int BEFORE_CHANGE = 2;

    RowMenu(EnvironmentRow row, RowActions actions) {
        boolean deployed = row.deployed() != null;
        getItems()
                .setAll(
                        item("Watch", deployed, () -> actions.watch(row)),
                        item("Deployment", true, () -> actions.deployment(row)),
                        item("Detect drift", actions.settled(row), () -> actions.drift(row)),
                        item("Compare with…", deployed, () -> actions.compare(row)),
                        item("State…", true, () -> actions.situation(row)));
        if (actions.mayChange(row)) {
            getItems().add(BEFORE_CHANGE, item("Change…", actions.changeable(row), () -> actions.change(row)));
            MenuItem destroy = item("Destroy…", deployed && !row.look().busy(), () -> actions.destroy(row));
            destroy.getStyleClass().add("td-destroy");
            getItems().add(destroy);
        }
    }

    private static MenuItem item(String words, boolean possible, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setDisable(!possible);
        item.setOnAction(event -> action.run());
        return item;
    }
}
