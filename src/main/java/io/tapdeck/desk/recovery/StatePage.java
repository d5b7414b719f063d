package io.tapdeck.desk.recovery;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.Situation;
import io.tapdeck.deploy.Situation.StackSituation;
import io.tapdeck.deploy.StackAction;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.ConfirmCard;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Navigator;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Skeleton;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.deployment.RemedyActions;
import io.tapdeck.desk.deployment.RootCauseCard;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How an environment's stacks stand: what it means, why, what follows, and what can be done. One layout for all states. */
public final class StatePage extends BasePage {
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final int SKELETON_ROWS = 6;
    private static final double SKELETON_ROW = 44;

    private final PageContext context;
    private final EnvironmentKey environment;
    private final DestroyFlow destroying;
    private final ZoneId zone = ZoneId.systemDefault();
    private io.tapdeck.desk.common.Background.@Nullable Repeating ageing;
    private @Nullable Instant readAt;
    private @Nullable RecoveryModel model;
    private @Nullable StackView view;

    /** A page that asks AWS when it is shown. */
    public StatePage(PageContext context, EnvironmentKey environment) {
        super(Section.ENVIRONMENTS, "Environments", environment.suffix().value(), "State");
        this.context = context;
        this.environment = environment;
        this.destroying = new DestroyFlow(context);
    }

    private void read() {
        readAt = null;
        root.getChildren().setAll(new Skeleton(SKELETON_ROWS, SKELETON_ROW));
        age();
        context.background()
                .run(() -> context.services().deployments().situation(environment), this::arrived, this::failed);
    }

    private void arrived(Situation situation) {
        readAt = context.services().clock().instant();
        show(situation, situation.foremost());
        age();
    }

    private void failed(Exception failure) {
        String why = failure instanceof DeployException refused
                ? refused.getMessage() + " " + refused.remedy()
                : "AWS does not answer. Try it again.";
        VBox card = new VBox(
                12,
                Texts.ask("It cannot be told how %s stands".formatted(environment.suffix())),
                Texts.paragraph(why),
                Buttons.primary("Read again", Icons.REFRESH, this::read));
        card.getStyleClass().addAll("td-card", "td-failure-card");
        card.setMaxSize(480, Region.USE_PREF_SIZE);
        root.getChildren().setAll(card);
        model = null;
        view = null;
        age();
    }

    private void show(Situation situation, StackSituation stack) {
        RecoveryModel chosen = new RecoveryModel(situation, stack, context.mayChange());
        StackView shown = new StackView(chosen, remedies(stack), zone);
        ScrollPane scroll = new ScrollPane(shown);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        StateHead head = new StateHead(
                situation, stack, context.services().clock().instant(), zone, other -> show(situation, other));
        root.getChildren().setAll(new VBox(head, scroll, new StateFoot(chosen, this::act)));
        model = chosen;
        view = shown;
        shown.actions().focus();
    }

    /** Only what the stack's state allows has a button; the rest is read. */
    private RemedyActions remedies(StackSituation stack) {
        if (!context.mayChange()) {
            return new RemedyActions(false, Map.of());
        }
        Navigator navigator = context.navigator();
        Map<Remedy.Action, Runnable> actions = new EnumMap<>(Remedy.Action.class);
        actions.put(Remedy.Action.OTHER_SUFFIX, () -> navigator.another(environment));
        if (stack.actions().contains(StackAction.UPDATE)) {
            actions.put(Remedy.Action.CHANGE_SETTINGS, () -> navigator.change(environment));
            actions.put(Remedy.Action.DEPLOY_AGAIN, () -> navigator.change(environment));
        } else if (stack.actions().contains(StackAction.CREATE)) {
            actions.put(Remedy.Action.CHANGE_SETTINGS, () -> navigator.again(environment));
            actions.put(Remedy.Action.DEPLOY_AGAIN, () -> navigator.again(environment));
        }
        if (stack.actions().contains(StackAction.DELETE)) {
            actions.put(Remedy.Action.DESTROY, () -> destroying.ask(environment));
        }
        return new RemedyActions(false, actions);
    }

    private void act() {
        RecoveryModel chosen = model;
        if (chosen == null || chosen.chosen().isEmpty() || !chosen.obstacle().isEmpty()) {
            return;
        }
        StackAction action = chosen.chosen().get();
        switch (action) {
            case CREATE -> context.navigator().again(environment);
            case UPDATE -> context.navigator().change(environment);
            case FOLLOW -> context.navigator().deployment(environment);
            case DELETE -> {
                if (chosen.destroys()) {
                    destroying.ask(environment);
                } else {
                    ask(chosen);
                }
            }
            default -> ask(chosen);
        }
    }

    private void ask(RecoveryModel chosen) {
        Recovery recovery = chosen.recovery().orElseThrow();
        Asking.of(chosen).ifPresentOrElse(asked -> ask(asked, chosen, recovery), () -> begin(recovery));
    }

    private void ask(Asking asked, RecoveryModel chosen, Recovery recovery) {
        VBox body = new VBox(8);
        asked.says().stream()
                .filter(sentence -> !sentence.isEmpty())
                .forEach(sentence -> body.getChildren().add(Texts.paragraph(sentence)));
        String suffix = environment.suffix().value();
        context.overlays()
                .show(
                        new ConfirmCard(
                                asked.title(),
                                body,
                                asked.typed() ? suffix : "",
                                "Type the suffix %s to allow it.".formatted(suffix),
                                ActionWords.of(chosen, recovery.action()).verb(),
                                context.overlays(),
                                () -> begin(recovery)),
                        () -> {});
    }

    private void begin(Recovery recovery) {
        context.navigator().recover(environment, recovery);
    }

    private void age() {
        Instant read = readAt;
        tell(
                read == null
                        ? context.services().connection()
                        : "Read "
                                + ago(Duration.between(
                                        read, context.services().clock().instant())));
    }

    private static String ago(Duration age) {
        return age.toSeconds() < 1 ? "just now" : TimeText.rough(age) + " ago";
    }

    @Override
    public List<KeyHint> keys() {
        List<KeyHint> keys = new ArrayList<>();
        int actions = model == null ? 0 : model.choosable().size();
        if (actions > 0) {
            keys.add(new KeyHint("Ctrl Enter", "do what is chosen"));
        }
        if (actions > 1) {
            keys.add(new KeyHint("1–" + actions, "choose"));
        }
        keys.add(new KeyHint("R", "read again"));
        RootCauseCard cause = causeShown();
        if (cause != null) {
            cause.key().ifPresent(key -> keys.add(new KeyHint(key, "choose a remedy")));
            keys.add(new KeyHint("C", "copy the cause"));
        }
        return keys;
    }

    private @Nullable RootCauseCard causeShown() {
        return view == null ? null : view.cause().orElse(null);
    }

    @Override
    public void onKey(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            act();
            event.consume();
        } else if (event.isAltDown() && event.getCode().isDigitKey()) {
            RootCauseCard cause = causeShown();
            if (cause != null && cause.choose(event.getCode().getChar().charAt(0) - '0')) {
                event.consume();
            }
        } else {
            super.onKey(event);
        }
    }

    @Override
    protected boolean onPlainKey(KeyEvent event) {
        KeyCode code = event.getCode();
        RootCauseCard cause = causeShown();
        if (code == KeyCode.R) {
            read();
            return true;
        }
        if (code == KeyCode.C && cause != null) {
            cause.copy();
            return true;
        }
        StackView shown = view;
        return code.isDigitKey()
                && shown != null
                && shown.actions().choose(code.getChar().charAt(0) - '0');
    }

    @Override
    public void shown() {
        read();
        ageing = context.background().every(TICK, this::age);
    }

    @Override
    public void left() {
        Objects.requireNonNull(ageing).close();
    }
}
