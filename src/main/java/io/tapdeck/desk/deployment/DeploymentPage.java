package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.ConfirmCard;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.signin.Expiry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One deployment: how far it is while it runs, why it failed, what it gave when it is up. */
public final class DeploymentPage extends BasePage {
    private static final double WIDE = 1000;
    private static final double INSPECTOR = 292;
    private static final double INSPECTOR_NARROW = 276;
    private static final double LEAST_TIMELINE = 160;
    private static final double LOG_PART = 0.19;
    private static final double LEAST_LOG = 124;

    private final PageContext context;
    private final RunningDeployments deployments;
    private final DeploymentModel model;
    private final ZoneId zone = ZoneId.systemDefault();
    private final DeploymentHead head;
    private final TimelineView timeline;
    private final Inspector inspector;
    private final EventLog log;
    private final VBox cards = new VBox(12);
    private final HBox middle;
    private final ChangeListener<Number> onChange = (observed, before, now) -> showSoon();
    private final DeploymentEnd end;
    private @Nullable Outcome carded;
    private String buttons = "";
    private final Expiry expiry;
    private boolean inspecting = true;
    private boolean due;

    /** A page over a deployment that lives on without it. */
    public DeploymentPage(PageContext context, RunningDeployments deployments, DeploymentModel model) {
        super(Section.DEPLOYMENTS, "Deployments", model.environment().suffix().toString());
        this.context = context;
        this.deployments = deployments;
        this.model = model;
        end = new DeploymentEnd(context, deployments, model, zone);
        head = new DeploymentHead(model, zone);
        timeline = new TimelineView(model);
        inspector = new Inspector(model, () -> inspect(false));
        log = new EventLog(model, zone);
        VBox.setVgrow(timeline, Priority.ALWAYS);
        VBox.setVgrow(log, Priority.SOMETIMES);
        timeline.setMinHeight(LEAST_TIMELINE);
        VBox left = new VBox(timeline, log);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        middle = new HBox(left, inspector);
        VBox.setVgrow(middle, Priority.ALWAYS);
        expiry = new Expiry(
                context,
                root,
                middle,
                "CloudFormation carries on with %s. Tapdeck cannot read its events until you sign in again. What happened"
                                .formatted(model.environment().suffix())
                        + " meanwhile is then filled in, in order.");
        VBox page = new VBox(head, cards, middle);
        cards.managedProperty().bind(cards.visibleProperty());
        cards.setVisible(false);
        cards.setPadding(new Insets(16, 24, 16, 24));
        root.getChildren().add(page);
        root.widthProperty().addListener((observed, before, now) -> width(now.doubleValue()));
        root.heightProperty().addListener((observed, before, now) -> {
            double height = Math.max(LEAST_LOG, now.doubleValue() * LOG_PART);
            log.setMinHeight(height);
            log.setPrefHeight(height);
        });
        width(INSPECTOR);
        show();
    }

    private void width(double width) {
        double side = width < WIDE ? INSPECTOR_NARROW : INSPECTOR;
        inspector.setMinWidth(side);
        inspector.setMaxWidth(side);
    }

    private void inspect(boolean open) {
        inspecting = open;
        showInspector();
    }

    private void showInspector() {
        // A failure reads across the whole width; the inspector comes when it is asked for.
        boolean open = inspecting && model.refusal() == null && !model.nothingToFollow();
        if (open != middle.getChildren().contains(inspector)) {
            if (open) {
                middle.getChildren().add(inspector);
            } else {
                middle.getChildren().remove(inspector);
            }
        }
    }

    /** Once for all events that come together: whoever attaches late hears a hundred at a time. */
    private void showSoon() {
        if (!due) {
            due = true;
            context.background().onScreen(() -> {
                due = false;
                show();
            });
        }
    }

    private void show() {
        head.show();
        timeline.show();
        inspector.show();
        log.show();
        showEnd();
        showInspector();
        expiry.show(model.expiredSince(), model.time());
        tellFresh(model.state().silentSince() == null);
        tell(DeploymentWords.status(model, zone));
    }

    private void showEnd() {
        showButtons();
        Outcome outcome = model.state().outcome();
        if (outcome == null || outcome.equals(carded)) {
            return;
        }
        carded = outcome;
        inspecting = inspecting && !(outcome instanceof Outcome.Failed);
        List<Region> shown = end.cards(outcome);
        cards.setVisible(!shown.isEmpty());
        cards.getChildren().setAll(shown);
        // The card takes room from the timeline; what is chosen comes into view when that has happened.
        context.background().onScreen(timeline::reveal);
    }

    /** Buttons stay as long as they mean the same, so that they keep the focus. */
    private void showButtons() {
        Outcome outcome = model.state().outcome();
        String meaning =
                "%s %s %s %s".formatted(outcome, cancellation(), model.refusal() != null, model.nothingToFollow());
        if (meaning.equals(buttons)) {
            return;
        }
        buttons = meaning;
        if (outcome != null) {
            head.actions(end.buttons(outcome));
        } else if (model.another()) {
            head.actions(List.of(end.situation("See how it stands"), end.other()));
        } else if (model.refusal() != null || model.nothingToFollow()) {
            head.actions(List.of(end.situation("See how it stands")));
        } else {
            head.actions(cancellation().stream()
                    .map(cancel -> Buttons.secondary("Cancel…", Icons.CLOSE, this::askToCancel))
                    .toList());
        }
    }

    /** How it is turned back: as long as AWS takes that, and where the session may. */
    private Optional<Recovery.CancelUpdate> cancellation() {
        return context.mayChange() ? model.cancellation() : Optional.empty();
    }

    private void askToCancel() {
        cancellation()
                .ifPresent(cancel -> context.overlays()
                        .show(
                                new ConfirmCard(
                                        "Cancel the update of "
                                                + model.environment().suffix(),
                                        new VBox(
                                                8,
                                                Texts.paragraph(
                                                        "AWS turns back what was changed so far. That takes about as"
                                                                + " long as the change did."),
                                                Texts.paragraph(
                                                        "If it cannot go back, the stack is stuck and needs you.")),
                                        "",
                                        "",
                                        "Cancel the update",
                                        context.overlays(),
                                        () -> deployments.cancel(model, cancel, context.overlays()::say)),
                                () -> {}));
    }

    @Override
    public List<KeyHint> keys() {
        List<KeyHint> keys = new ArrayList<>();
        if (expiry.asks()) {
            return expiry.keys();
        }
        if (causeShown().isPresent()) {
            keys.add(new KeyHint("Enter", "first remedy"));
            causeShown().flatMap(RootCauseCard::key).ifPresent(key -> keys.add(new KeyHint(key, "choose a remedy")));
            keys.add(new KeyHint("C", "copy the cause"));
        }
        if (model.another()) {
            keys.add(new KeyHint("Enter", "follow it"));
        }
        keys.add(new KeyHint("J K", "resource"));
        if (cancellation().isPresent()) {
            keys.add(new KeyHint("Ctrl .", "cancel"));
        }
        keys.add(new KeyHint("→ ←", "open, close group"));
        keys.add(new KeyHint("I", "inspector"));
        keys.add(new KeyHint("P", "problems"));
        return keys;
    }

    @Override
    public void onKey(KeyEvent event) {
        boolean used = false;
        if (expiry.asks()) {
            super.onKey(event);
            return;
        }
        if (event.isShortcutDown() && event.getCode() == KeyCode.PERIOD) {
            used = cancellation().isPresent();
            askToCancel();
        } else if (event.isAltDown() && event.getCode().isDigitKey()) {
            int number = event.getCode().getChar().charAt(0) - '0';
            used = causeShown().filter(cause -> cause.choose(number)).isPresent();
        }
        if (used) {
            event.consume();
        } else {
            super.onKey(event);
        }
    }

    @Override
    protected boolean onPlainKey(KeyEvent event) {
        return expiry.asks() ? useExpiry(event.getCode()) : onPageKey(event.getCode());
    }

    /** Nothing moves under a card that asks. */
    private boolean useExpiry(KeyCode code) {
        boolean used = expiry.use(code);
        tell(DeploymentWords.status(model, zone));
        return used;
    }

    private boolean onPageKey(KeyCode code) {
        boolean used = true;
        switch (code) {
            case J, DOWN -> move(1);
            case K, UP -> move(-1);
            case RIGHT -> model.foldSelected(false);
            case LEFT -> model.foldSelected(true);
            case I -> inspect(!inspecting);
            case P ->
                model.problemsOnlyProperty().set(!model.problemsOnlyProperty().get());
            case ENTER ->
                used = followOther()
                        || causeShown().filter(RootCauseCard::first).isPresent();
            case C -> used = copyCause();
            default -> used = false;
        }
        return used;
    }

    private void move(int rows) {
        model.selectBy(rows);
        timeline.reveal();
    }

    private boolean copyCause() {
        causeShown().ifPresent(RootCauseCard::copy);
        return causeShown().isPresent();
    }

    private boolean followOther() {
        if (model.another()) {
            end.followOther();
        }
        return model.another();
    }

    private Optional<RootCauseCard> causeShown() {
        return cards.getChildren().stream()
                .filter(RootCauseCard.class::isInstance)
                .map(RootCauseCard.class::cast)
                .findFirst();
    }

    @Override
    public void shown() {
        model.revisionProperty().addListener(onChange);
        show();
    }

    @Override
    public void left() {
        model.revisionProperty().removeListener(onChange);
        expiry.left();
    }
}
