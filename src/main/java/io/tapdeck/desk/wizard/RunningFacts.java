package io.tapdeck.desk.wizard;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.EnvironmentDefinition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What a running environment is called, where it is and what it is made of: nothing of it can be changed. */
final class RunningFacts extends VBox {

    RunningFacts(EnvironmentDefinition running, Session session) {
        super(8);
        FlowPane facts = new FlowPane(16, 8);
        facts.getChildren()
                .addAll(
                        fact("Environment suffix", Texts.mono(running.suffix().value())),
                        fact(
                                "Place",
                                Texts.cell(session.name()),
                                Texts.mono11(session.accountText(), "td-muted"),
                                Texts.caption("·"),
                                Texts.mono11(session.region(), "td-muted")),
                        fact(
                                "Blueprint",
                                Texts.cell(running.blueprint()),
                                Texts.caption("·"),
                                Texts.cell(running.preset(), "td-muted")));
        HBox fixed = new HBox(
                6,
                Icons.LOCK.view("td-muted", "td-icon-13"),
                Texts.cell("Fixed after creation. Each setting below says what changing it costs.", "td-muted"));
        fixed.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(facts, fixed);
    }

    private static VBox fact(String name, Node... words) {
        HBox line = new HBox(6, words);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox fact = new VBox(6, Texts.label(name), line);
        return fact;
    }
}
