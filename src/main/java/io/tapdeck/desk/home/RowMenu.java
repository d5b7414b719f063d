package io.tapdeck.desk.home;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/** What can be done with an environment; what cannot be done now is disabled. */
final class RowMenu extends ContextMenu {

    RowMenu(EnvironmentRow row, RowActions actions) {
        boolean deployed = row.deployed() != null;
        getItems()
                .setAll(
                        item("Watch", deployed, () -> actions.watch(row)),
                        item("Deployment", true, () -> actions.deployment(row)),
                        item("Change…", actions.changeable(row), () -> actions.change(row)),
                        item("Detect drift", actions.changeable(row), () -> actions.drift(row)),
                        item("Compare with…", deployed, () -> actions.compare(row)),
                        item("State…", true, () -> actions.situation(row)),
                        item("Destroy…", deployed && !row.look().busy(), () -> actions.destroy(row)));
        getItems().getLast().getStyleClass().add("td-destroy");
    }

    private static MenuItem item(String words, boolean possible, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setDisable(!possible);
        item.setOnAction(event -> action.run());
        return item;
    }
}
