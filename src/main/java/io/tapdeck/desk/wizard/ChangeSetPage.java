package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.RollbackTriggers;
import io.tapdeck.deploy.StackReview;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.ConfirmCard;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Blueprint;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A review that did not come from the wizard's form, such as that of a reverted drift: read, then deployed or thrown away. */
public final class ChangeSetPage extends BasePage {
    private static final double ROOMY = 1016;
    private static final double SIDE = 320;
    private static final double NARROW_SIDE = 300;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final PageContext context;
    private final Review review;
    private final ReviewHead head;
    private final Button back;
    private final Button deploy;
    private Background.@Nullable Repeating ageing;
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
        back = Buttons.secondary(
                "Back", Icons.ARROW_LEFT, () -> context.navigator().back());
        head = new ReviewHead(
                review, context.accounts(), context.services().clock().instant());
        ScrollPane scroll = new ScrollPane(content());
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("td-form-scroll");
        VBox side = side();
        BorderPane page = new BorderPane(scroll, null, side, foot(), null);
        page.getStyleClass().addAll("td-page", "td-wizard");
        page.widthProperty()
                .addListener(
                        (observed, before, now) -> Form.wide(side, now.doubleValue() < ROOMY ? NARROW_SIDE : SIDE));
        root.getChildren().add(page);
        tell("Not executed yet");
    }

    private VBox content() {
        VBox content = new VBox(head);
        content.getStyleClass().add("td-form");
        String suffix = review.environment().suffix().value();
        Blueprint blueprint = context.services()
                .blueprints()
                .find(review.environment().blueprint())
                .orElseThrow();
        content.getChildren()
                .addAll(ReviewBody.of(blueprint, review, "%s already is as its template says.".formatted(suffix)));
        return content;
    }

    private VBox side() {
        VBox side = new VBox();
        side.getStyleClass().add("td-preview");
        HBox title = new HBox(Texts.name("Summary"));
        title.getStyleClass().add("td-side-head");
        ReviewFigures figures = new ReviewFigures();
        figures.show(review, Integer.toString(review.changes().size()));
        side.getChildren().addAll(title, figures);
        if (!review.nothingChanges()) {
            VBox alarms = new VBox(4, Texts.label("Roll back on alarm"));
            alarms.getStyleClass().add("td-figures");
            alarms.getChildren().addAll(RollbackCard.sentences(watchTime(), rollbacks()));
            side.getChildren().add(alarms);
        }
        FindingsList findings = new FindingsList(null);
        findings.show(ReviewFigures.findings(review));
        VBox.setVgrow(findings, Priority.ALWAYS);
        side.getChildren().add(findings);
        return side;
    }

    private List<RollbackTriggers> rollbacks() {
        return review.stacks().stream().map(StackReview::rollback).toList();
    }

    /** Null if no alarm is watched. */
    private @Nullable Duration watchTime() {
        return rollbacks().stream()
                .filter(RollbackTriggers::watches)
                .map(RollbackTriggers::watchTime)
                .findFirst()
                .orElse(null);
    }

    private HBox foot() {
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
            // A stray Enter goes back, and deploys nothing.
            back.requestFocus();
            ageing = context.background()
                    .every(SECOND, () -> head.age(context.services().clock().instant()));
        }
    }

    @Override
    public void left() {
        if (ageing != null) {
            ageing.close();
            ageing = null;
        }
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
