package io.tapdeck.desk.drift;

import io.tapdeck.deploy.Drift;
import io.tapdeck.deploy.Review;
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

/** An environment beside its templates: where they differ, and the way back. */
public final class DriftPage extends BasePage implements DriftModel.Reader {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int SKELETON_ROWS = 5;
    private static final double SKELETON_ROW = 44;

    private final PageContext context;
    private final DriftChecks checks;
    private final EnvironmentKey environment;
    private final ZoneId zone = ZoneId.systemDefault();
    private final StackPane glyph = new StackPane();
    private final Label title = Texts.title("");
    private final Label facts = Texts.number("", "td-muted");
    private final HBox actions = new HBox(8);
    private final StackPane body = new StackPane();
    private final ChangeListener<State> onState = (observed, before, now) -> show(now);
    private Background.@Nullable Repeating ageing;
    private DriftModel model;

    /** A page that compares at once, unless that was done in this run of the desk. */
    public DriftPage(PageContext context, DriftChecks checks, EnvironmentKey environment) {
        super(Section.ENVIRONMENTS, "Environments", environment.suffix().value(), "Drift");
        this.context = context;
        this.checks = checks;
        this.environment = environment;
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
        String suffix = environment.suffix().value();
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
            case State.Compared compared -> {
                showDrift(compared.drift());
                List<Node> buttons = new ArrayList<>(List.of(again()));
                if (revertible(compared)) {
                    buttons.add(Buttons.primary("Revert…", Icons.ROLLED_BACK, model::revert));
                }
                actions.getChildren().setAll(buttons);
            }
            case State.Reverting reverting -> {
                showDrift(reverting.drift());
                actions.getChildren().setAll(new ProgressArc(7), Texts.cell("AWS makes the change set.", "td-muted"));
            }
        }
        age();
    }

    private boolean revertible(State.Compared compared) {
        return context.mayChange() && !compared.drift().resources().isEmpty();
    }

    private void showDrift(Drift drift) {
        String suffix = environment.suffix().value();
        int drifted = drift.resources().size();
        if (drifted == 0) {
            look(Icons.RUNNING.view("td-success", "td-icon-20"), "%s is as its template says".formatted(suffix));
        } else {
            look(
                    Icons.WARNING.view("td-warning", "td-icon-20"),
                    drifted == 1
                            ? "1 resource of %s differs from its template".formatted(suffix)
                            : "%d resources of %s differ from its template".formatted(drifted, suffix));
        }
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

    @Override
    public void made(Review review) {
        context.navigator().review(review);
    }

    @Override
    public void refused(String words) {
        context.overlays().say(words);
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
            case State.Compared compared -> age(compared.drift(), now);
            case State.Reverting reverting -> age(reverting.drift(), now);
        }
    }

    private void age(Drift drift, Instant now) {
        String open = drift.notChecked().isEmpty()
                ? ""
                : " · %d cannot be compared".formatted(drift.notChecked().size());
        facts.setText("compared at %s (%s)%s"
                .formatted(TimeText.minute(drift.at(), now, zone), TimeText.ago(drift.at(), now), open));
        tell("Compared " + TimeText.ago(drift.at(), now));
    }

    @Override
    public List<KeyHint> keys() {
        List<KeyHint> keys = new ArrayList<>();
        if (model.state() instanceof State.Compared compared && revertible(compared)) {
            keys.add(new KeyHint("V", "revert"));
        }
        if (model.state() instanceof State.Compared || model.state() instanceof State.Failed) {
            keys.add(new KeyHint("R", "compare again"));
        }
        return keys;
    }

    @Override
    protected boolean onPlainKey(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.R) {
            model.again();
        } else if (code == KeyCode.V && context.mayChange()) {
            model.revert();
        }
        return code == KeyCode.R || (code == KeyCode.V && context.mayChange());
    }

    @Override
    public void shown() {
        model = checks.of(environment);
        model.readBy(this);
        model.stateProperty().addListener(onState);
        ageing = context.background().every(TICK, this::age);
        show(model.state());
    }

    @Override
    public void left() {
        model.readBy(null);
        model.stateProperty().removeListener(onState);
        if (ageing != null) {
            ageing.close();
        }
    }
}
