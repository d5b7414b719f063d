package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.ProgressArc;
import io.tapdeck.desk.common.Tag;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.synth.RuleFinding;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What cdk-nag's rules say of the template, and why those that are not followed are not. */
final class RulesCard extends VBox {
    private static final double RULE = 150;

    private final RulesModel model;
    private final EnvironmentDefinition definition;

    RulesCard(RulesModel model, EnvironmentDefinition definition) {
        this.model = model;
        this.definition = definition;
        getStyleClass().add("td-review-card");
    }

    /** Shows how far it is. */
    void show() {
        getChildren().clear();
        switch (model.state()) {
            case RulesModel.State.NotAsked _ -> {
                head("cdk-nag reads the template for what AWS Solutions advises; takes some seconds");
                row(Buttons.secondary("Check rules", Icons.LOOK, this::check));
            }
            case RulesModel.State.Checking _ -> {
                head("");
                row(new ProgressArc(7), Texts.cell("cdk-nag reads the template.", "td-muted"));
            }
            case RulesModel.State.Failed(String message) -> {
                head("");
                row(
                        Icons.PROBLEM_FILLED.view("td-danger"),
                        Form.growing(Texts.paragraph(message)),
                        Buttons.secondary("Try again", Icons.REFRESH, this::check));
            }
            case RulesModel.State.Checked checked -> showFindings(checked);
        }
    }

    private void check() {
        model.check(definition);
    }

    private void showFindings(RulesModel.State.Checked checked) {
        head("%d to look at, %d not followed for a reason"
                .formatted(checked.open().size(), checked.explained().size()));
        if (checked.findings().isEmpty()) {
            row(Icons.OK.view("td-success"), Texts.cell("Every rule is followed."));
        }
        grouped(checked.open()).forEach(this::finding);
        grouped(checked.explained()).forEach(this::finding);
    }

    /** One rule that several resources do not follow, for one reason, is told once. */
    private static Map<String, List<RuleFinding>> grouped(List<RuleFinding> findings) {
        return findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> finding.rule() + finding.suppressedBecause(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private void finding(String key, List<RuleFinding> same) {
        RuleFinding first = same.getFirst();
        String resources = same.stream().map(RuleFinding::resource).distinct().collect(Collectors.joining(", "));
        VBox words = new VBox(2, Texts.paragraph(first.text()), Texts.paragraph(resources, "td-muted"));
        String because = first.suppressedBecause();
        if (because != null) {
            words.getChildren().add(Texts.paragraph("Not followed because: " + because));
        }
        Tag tag = because != null
                ? new Tag("Explained", null, "")
                : first.error() ? new Tag("Error", null, "td-danger") : new Tag("Warning", null, "td-warning");
        Label rule = Form.wide(Texts.monoSmall(first.rule()), RULE);
        rule.setWrapText(true);
        row(rule, Form.growing(words), tag);
    }

    private void head(String remark) {
        HBox head = new HBox(
                8,
                Icons.LOOK.view("td-muted"),
                Texts.label("AwsSolutions rules"),
                Form.spacer(),
                Texts.cell(remark, "td-muted"));
        head.getStyleClass().add("td-review-head");
        getChildren().add(head);
    }

    private void row(Node... parts) {
        HBox row = new HBox(10, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("td-review-row");
        getChildren().add(row);
    }
}
