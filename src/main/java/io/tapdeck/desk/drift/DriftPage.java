package io.tapdeck.desk.drift;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Drift;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.ProgressArc;
import io.tapdeck.desk.common.Skeleton;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.drift.DriftModel.State;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** An environment beside its templates: what somebody changed by hand, and the way back. */
public final class DriftPage extends BasePage {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int SKELETON_ROWS = 5;
    private static final double SKELETON_ROW = 44;

    private final PageContext context;
    private final DriftModel model;
    private final ZoneId zone = ZoneId.systemDefault();
    private final StackPane glyph = new StackPane();
    private final Label title = Texts.title("");
    private final Label facts = Texts.number("", "td-muted");
    private final HBox actions = new HBox(8);
    private final StackPane body = new StackPane();
    private final ChangeListener<State> onState = (observed, before, now) -> show(now);
    private Background.@Nullable Repeating ageing;
    private boolean reverting;

    /** A page that compares at once, unless that was done in this run of the desk. */
    public DriftPage(PageContext context, DriftChecks checks, EnvironmentKey environment) {
        super(Section.ENVIRONMENTS, "Environments", environment.suffix().value(), "Drift");
        this.context = context;
        this.model = checks.of(environment);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox first = new HBox(10, glyph, title, space, actions);
        first.setAlignment(Pos.CENTER_LEFT);
        first.setMinHeight(28);
        actions.setAlignment(Pos.CENTER);
        VBox head = new VBox(8, first, facts);
        head.getStyleClass().add("td-deployment-head");
        VBox.setVgrow(body, Priority.ALWAYS);
        body.setAlignment(Pos.TOP_LEFT);
        root.getChildren().add(new VBox(head, body));
        show(model.state());
    }

    private void show(State state) {
        reverting = false;
        String suffix = model.environment().suffix().value();
        switch (state) {
            case State.Comparing comparing -> {
                look(new ProgressArc(9), "Comparing %s with its template".formatted(suffix));
                actions.getChildren().clear();
                body.getChildren().setAll(new Skeleton(SKELETON_ROWS, SKELETON_ROW));
            }
            case State.Failed failed -> {
                look(Icons.PROBLEM.view("td-danger", "td-icon-20"), "%s was not compared".formatted(suffix));
                actions.getChildren().setAll(again());
                VBox why = new VBox(Texts.paragraph(failed.words()));
                why.setPadding(new Insets(16, 24, 16, 24));
                body.getChildren().setAll(why);
            }
            case State.Compared compared -> showDrift(compared.drift());
        }
        age();
    }

    private void showDrift(Drift drift) {
        String suffix = model.environment().suffix().value();
        int drifted = drift.resources().size();
        if (drifted == 0) {
            look(Icons.RUNNING.view("td-success", "td-icon-20"), "%s is as its template says".formatted(suffix));
        } else {
            look(
                    Icons.WARNING.view("td-warning", "td-icon-20"),
                    drifted == 1
                            ? "1 resource of %s was changed by hand".formatted(suffix)
                            : "%d resources of %s were changed by hand".formatted(drifted, suffix));
        }
        List<Node> buttons = new ArrayList<>(List.of(again()));
        if (drifted > 0) {
            buttons.add(Buttons.primary("Revert…", Icons.ROLLED_BACK, this::revert));
        }
        actions.getChildren().setAll(buttons);
        ScrollPane scroll = new ScrollPane(new DriftView(drift));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        body.getChildren().setAll(scroll);
    }

    private void look(Node shown, String words) {
        glyph.getChildren().setAll(shown);
        title.setText(words);
    }

    private Button again() {
        return Buttons.secondary("Compare again", Icons.REFRESH, model::again);
    }

    private void revert() {
        if (!(model.state() instanceof State.Compared compared)
                || compared.drift().resources().isEmpty()
                || reverting) {
            return;
        }
        reverting = true;
        actions.getChildren().setAll(new ProgressArc(7), Texts.cell("AWS makes the change set.", "td-muted"));
        context.background()
                .run(
                        () -> context.services().deployments().revert(compared.drift()),
                        context.navigator()::review,
                        failure -> {
                            show(model.state());
                            context.overlays()
                                    .say(
                                            failure instanceof DeployException refused
                                                    ? refused.getMessage() + " " + refused.remedy()
                                                    : "AWS does not answer, so nothing is reverted. Try it again.");
                        });
    }

    private void age() {
        Instant now = context.services().clock().instant();
        switch (model.state()) {
            case State.Comparing comparing -> {
                facts.setText("%s so far. It usually takes a few minutes; this page can be left meanwhile."
                        .formatted(TimeText.exact(Duration.between(comparing.since(), now))));
                tell("AWS compares. Nothing is changed by it.");
            }
            case State.Failed failed -> {
                facts.setText("Nothing was changed.");
                tell("Not compared");
            }
            case State.Compared compared -> {
                Drift drift = compared.drift();
                String open = drift.notChecked().isEmpty()
                        ? ""
                        : " · %d cannot be compared"
                                .formatted(drift.notChecked().size());
                facts.setText("compared at %s (%s)%s"
                        .formatted(TimeText.minute(drift.at(), zone), TimeText.ago(drift.at(), now), open));
                tell("Compared " + TimeText.ago(drift.at(), now));
            }
        }
    }

    @Override
    public List<KeyHint> keys() {
        List<KeyHint> keys = new ArrayList<>();
        if (model.state() instanceof State.Compared compared
                && !compared.drift().resources().isEmpty()) {
            keys.add(new KeyHint("V", "revert"));
        }
        if (!(model.state() instanceof State.Comparing)) {
            keys.add(new KeyHint("R", "compare again"));
        }
        return keys;
    }

    @Override
    protected boolean onPlainKey(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.R) {
            model.again();
        } else if (code == KeyCode.V) {
            revert();
        }
        return code == KeyCode.R || code == KeyCode.V;
    }

    @Override
    public void shown() {
        model.stateProperty().addListener(onState);
        ageing = context.background().every(TICK, this::age);
        show(model.state());
    }

    @Override
    public void left() {
        model.stateProperty().removeListener(onState);
        if (ageing != null) {
            ageing.close();
        }
    }
}
