package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Navigator;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.environment.EnvironmentKey;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
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
    private final StackPane card = new StackPane();
    private final HBox middle;
    private final ChangeListener<Number> onChange = (observed, before, now) -> showSoon();
    private @Nullable Outcome carded;
    private boolean inspecting = true;
    private boolean due;

    /** A page over a deployment that lives on without it. */
    public DeploymentPage(PageContext context, RunningDeployments deployments, DeploymentModel model) {
        super(Section.DEPLOYMENTS, "Deployments", model.environment().suffix().toString());
        this.context = context;
        this.deployments = deployments;
        this.model = model;
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
        VBox page = new VBox(head, card, middle);
        card.managedProperty().bind(card.visibleProperty());
        card.setVisible(false);
        card.setPadding(new Insets(16, 24, 16, 24));
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
        tellFresh(model.state().silentSince() == null);
        tell(DeploymentWords.status(model, zone));
    }

    private void showEnd() {
        Outcome outcome = model.state().outcome();
        if (outcome == null || outcome.equals(carded)) {
            return;
        }
        carded = outcome;
        Node shown = switch (outcome) {
            case Outcome.Failed failed -> failure(failed);
            case Outcome.Up up -> up.outputs().isEmpty() ? null : new UpCard(up);
            default -> null;
        };
        card.setVisible(shown != null);
        card.getChildren().setAll(shown == null ? List.of() : List.of(shown));
        head.actions(actions(outcome));
        // The card takes room from the timeline; what is chosen comes into view when that has happened.
        context.background().onScreen(timeline::reveal);
    }

    private RootCauseCard failure(Outcome.Failed failed) {
        inspecting = false;
        String name = model.state()
                .resource(failed.cause().id())
                .map(resource -> resource.planned().displayName())
                .orElse(failed.cause().id());
        return new RootCauseCard(failed.cause(), name, model.state().log().size(), zone, remedies());
    }

    private RemedyActions remedies() {
        Navigator navigator = context.navigator();
        EnvironmentKey environment = model.environment();
        boolean creating = model.state().operation() == Operation.CREATE;
        return new RemedyActions(
                true,
                Map.of(
                        Remedy.Action.DEPLOY_AGAIN,
                        () -> {
                            if (creating) {
                                navigator.again(environment);
                            } else {
                                navigator.change(environment);
                            }
                        },
                        Remedy.Action.CHANGE_SETTINGS,
                        () -> {
                            if (creating) {
                                navigator.again(environment);
                            } else {
                                navigator.change(environment);
                            }
                        },
                        Remedy.Action.OTHER_SUFFIX,
                        () -> navigator.another(environment),
                        Remedy.Action.RECOVER,
                        () -> navigator.situation(environment),
                        Remedy.Action.DESTROY,
                        () -> navigator.situation(environment)));
    }

    private List<Node> actions(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up up -> List.of(Buttons.primary("Watch", Icons.WATCH, this::watch));
            case Outcome.UpToDate same -> List.of(Buttons.primary("Watch", Icons.WATCH, this::watch));
            case Outcome.RolledBack same -> List.of(Buttons.primary("Watch", Icons.WATCH, this::watch));
            case Outcome.Gone gone ->
                List.of(Buttons.secondary("Environments", Icons.ENVIRONMENTS, context.navigator()::home));
            case Outcome.Failed failed ->
                failed.status().equals("ROLLBACK_COMPLETE")
                        ? List.of(Buttons.secondary("Delete the empty stack", Icons.DESTROY, this::deleteEmpty))
                        : List.of();
        };
    }

    private void watch() {
        context.background()
                .run(
                        () -> context.services().deployments().find(model.environment()),
                        found -> found.ifPresent(context.navigator()::watch),
                        failure -> context.overlays()
                                .say("AWS does not answer, so the charts cannot be shown yet. Try it again."));
    }

    /** Nothing is lost: a stack in ROLLBACK_COMPLETE has no resources. */
    private void deleteEmpty() {
        deployments.destroy(model.environment());
        context.navigator().deployment(model.environment());
    }

    @Override
    public List<KeyHint> keys() {
        KeyHint resource = new KeyHint("J K", "resource");
        KeyHint problems = new KeyHint("P", "problems");
        return model.state().outcome() instanceof Outcome.Failed
                ? List.of(resource, new KeyHint("C", "copy the cause"), new KeyHint("I", "inspector"), problems)
                : List.of(resource, new KeyHint("→ ←", "open, close group"), new KeyHint("I", "inspector"), problems);
    }

    @Override
    protected boolean onPlainKey(KeyEvent event) {
        boolean used = true;
        switch (event.getCode()) {
            case J, DOWN -> move(1);
            case K, UP -> move(-1);
            case RIGHT -> model.foldSelected(false);
            case LEFT -> model.foldSelected(true);
            case I -> inspect(!inspecting);
            case P ->
                model.problemsOnlyProperty().set(!model.problemsOnlyProperty().get());
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
        boolean failed = !card.getChildren().isEmpty() && card.getChildren().getFirst() instanceof RootCauseCard;
        if (failed) {
            ((RootCauseCard) card.getChildren().getFirst()).copy();
        }
        return failed;
    }

    @Override
    public void shown() {
        model.revisionProperty().addListener(onChange);
        show();
    }

    @Override
    public void left() {
        model.revisionProperty().removeListener(onChange);
    }
}
