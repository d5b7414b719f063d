package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.ConfirmCard;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.environment.Blueprint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A review that did not come from the wizard's form, such as that of a reverted drift: read, then deployed or thrown away. */
public final class ChangeSetPage extends BasePage {
    private final PageContext context;
    private final Review review;
    private final Button deploy;
    private boolean handedOver;

    /** A page over change sets that were made; whoever leaves it without deploying throws them away. */
    public ChangeSetPage(PageContext context, Review review) {
        super(
                Section.ENVIRONMENTS,
                "Environments",
                review.environment().suffix().value(),
                "Review");
        this.context = context;
        this.review = review;
        Optional<Confirmation> asked = Confirmation.of(review);
        deploy = asked.isPresent()
                ? Buttons.danger(asked.get().button() + "…", Icons.DEPLOYMENTS, this::deploy)
                : Buttons.primary("Deploy", Icons.DEPLOYMENTS, this::deploy);
        deploy.setDisable(review.nothingChanges());
        ScrollPane scroll = new ScrollPane(content());
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.getChildren().add(new VBox(scroll, foot()));
        tell("Nothing has been changed yet");
    }

    private VBox content() {
        VBox content = new VBox(12);
        content.setPadding(new Insets(16, 24, 16, 24));
        String suffix = review.environment().suffix().value();
        Region space = Form.spacer();
        Label name = Texts.mono11(review.changeSetName(), "td-muted");
        HBox head = new HBox(8, Texts.title("Review the change to " + suffix), space, name);
        head.setAlignment(Pos.CENTER_LEFT);
        Duration age =
                Duration.between(review.madeAt(), context.services().clock().instant());
        HBox made = new HBox(
                6,
                Icons.LOOK.view("td-muted"),
                Form.growing(Texts.paragraph(
                        "Nothing has been changed yet. The change set was made by AWS %s and costs nothing."
                                .formatted(age.toSeconds() < 1 ? "just now" : TimeText.rough(age) + " ago"),
                        "td-muted")));
        content.getChildren().addAll(head, made);
        review.warnings().forEach(warning -> content.getChildren().add(warning(warning)));
        Blueprint blueprint = context.services()
                .blueprints()
                .find(review.environment().blueprint())
                .orElseThrow();
        for (ResourceChange.Risk risk : ResourceChange.Risk.values()) {
            List<ResourceChange> changes = ChangeGroups.of(review.changes(), risk);
            if (!changes.isEmpty()) {
                content.getChildren().add(new ReviewCard(blueprint, risk, changes));
            }
        }
        return content;
    }

    private static HBox warning(String warning) {
        HBox line = new HBox(8, Icons.WARNING.view("td-warning"), Form.growing(Texts.paragraph(warning)));
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private HBox foot() {
        Button back = Buttons.secondary(
                "Back", Icons.ARROW_LEFT, () -> context.navigator().back());
        Label why = Texts.cell(review.nothingChanges() ? "Nothing to deploy" : "", "td-muted");
        HBox foot = new HBox(12, back, Form.spacer(), why, deploy);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("td-foot");
        return foot;
    }

    private void deploy() {
        if (review.nothingChanges()) {
            return;
        }
        Confirmation.of(review).ifPresentOrElse(this::ask, this::handOver);
    }

    private void ask(Confirmation asked) {
        context.overlays()
                .show(
                        new ConfirmCard(
                                asked.title(),
                                Texts.paragraph(asked.request()),
                                review.environment().suffix().value(),
                                "Type the suffix %s."
                                        .formatted(review.environment().suffix()),
                                asked.button(),
                                context.overlays(),
                                this::handOver),
                        () -> {});
    }

    private void handOver() {
        handedOver = true;
        context.navigator().deploy(review);
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("Ctrl Enter", "deploy"), new KeyHint("Alt ←", "back"));
    }

    @Override
    public void onKey(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            deploy();
            event.consume();
        }
    }

    @Override
    public void shown() {
        if (handedOver) {
            // Back from the deployment: this change set is used up.
            context.navigator().back();
        } else {
            deploy.requestFocus();
        }
    }

    @Override
    public void left() {
        if (!handedOver) {
            handedOver = true;
            context.background()
                    .run(
                            () -> {
                                context.services().deployments().discard(review);
                                return review;
                            },
                            discarded -> {},
                            // What is left over costs nothing, and the next review takes its place.
                            failure -> {});
        }
    }
}
