package io.tapdeck.desk.wizard;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.TargetAdditions;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.store.TargetSettingsSource;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Where the environment is made: the session that the desk is connected to. */
final class WhereStep implements StepView {
    private final VBox root;
    private final ChoiceCard card;
    private final VBox added = new VBox();

    WhereStep(PageContext context, WizardModel model) {
        Session session = context.services().session();
        boolean sandbox = session.kind() == Session.Kind.SANDBOX;
        GridPane facts = new GridPane(16, 4);
        facts.addRow(0, muted("Account"), Texts.mono(session.accountText()));
        facts.addRow(1, muted("Region"), Texts.mono(session.region()));
        facts.addRow(2, muted(sandbox ? "Caller" : "Role"), Texts.mono(session.role()));
        facts.getStyleClass().add("td-choice-body");
        Label meaning = Texts.paragraph(
                sandbox
                        ? "The built-in sandbox plays AWS on this computer. Nothing costs money, nothing leaves it."
                        : "The environment is made in this account and is billed to it.",
                "td-muted",
                "td-choice-body");
        card = new ChoiceCard(
                sandbox ? Icons.SANDBOX : Icons.CLOUD,
                session.name(),
                sandbox ? "on this computer" : "AWS account",
                new ToggleGroup(),
                () -> {},
                facts,
                meaning);
        card.choose();
        card.setMaxWidth(480);
        if (sandbox) {
            card.getStyleClass().add("sandbox");
        }
        root = new VBox(
                Form.head("Where", Texts.cell("")),
                Texts.paragraph(
                        "The account and region in which the environment is made. They cannot be changed later."),
                new OtherAccountCard(model),
                card,
                Form.rule(),
                Form.section("Added to every stack", "for this account; the file is chosen in the settings"),
                added);
        root.getStyleClass().add("td-form");
        TargetSettingsSource source = context.services().targetSettings();
        context.background()
                .run(
                        () -> source.current(session.account()),
                        target -> added.getChildren().setAll(new TargetAdditions(target)),
                        problem -> added.getChildren()
                                .setAll(Texts.paragraph(String.valueOf(problem.getMessage()), "td-danger")));
    }

    private static Label muted(String text) {
        return Texts.cell(text, "td-muted");
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public Node first() {
        return card.radio();
    }
}
