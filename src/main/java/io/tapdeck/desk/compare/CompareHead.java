package io.tapdeck.desk.compare;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.DescribedEnvironment;
import io.tapdeck.desk.common.AccountMarks;
import io.tapdeck.desk.common.AccountName;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.StateLabel;
import io.tapdeck.desk.common.StateLook;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentKey;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Which two, how their stacks stand, and where they live. */
final class CompareHead extends GridPane {
    private static final double HALF = 47;

    private final AccountMarks accounts;
    private final Button button;

    CompareHead(AccountMarks accounts, Runnable swap) {
        super(12, 0);
        this.accounts = accounts;
        this.button = Buttons.icon(Icons.REPLACED, "Swap sides (S)", swap);
        getColumnConstraints().setAll(half(), new ColumnConstraints(), half());
    }

    private static ColumnConstraints half() {
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(HALF);
        return half;
    }

    void show(CompareModel.Pair pair) {
        getChildren().clear();
        addRow(0, half(pair.left(), true), button, half(pair.right(), false));
    }

    private VBox half(SideModel model, boolean first) {
        DescribedEnvironment read = model.describedProperty().get();
        DeployedEnvironment environment = read == null ? model.side().environment() : read.deployed();
        EnvironmentKey key = environment.key();
        Label suffix = Texts.title(key.suffix().value());
        suffix.setWrapText(true);
        suffix.setMinSize(0, Region.USE_PREF_SIZE);
        StateLook look = StateLook.of(environment.status());
        HBox name = new HBox(10, new Swatch(first), suffix, new AccountName(accounts, key.account(), true));
        name.setAlignment(Pos.CENTER_LEFT);
        Blueprint blueprint = model.side().blueprint();
        VBox words = new VBox(
                4,
                name,
                new StateLabel(look, environment.status().name()),
                Texts.paragraph(
                        "%s · %s · %s"
                                .formatted(
                                        Session.grouped(key.account()),
                                        key.region(),
                                        blueprint == null ? key.blueprint() : blueprint.title()),
                        "td-muted"));
        words.setMinWidth(0);
        return words;
    }
}
