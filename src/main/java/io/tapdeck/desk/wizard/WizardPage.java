package io.tapdeck.desk.wizard;

import io.tapdeck.blueprint.auroramysql.AuroraSettings;
import io.tapdeck.deploy.AccountPin;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Skeleton;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Validation;
import io.tapdeck.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The wizard on a new draft, on a saved one, or on an environment that runs. */
public final class WizardPage implements Page {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final PageContext context;
    private final InstantSource time;
    private final String draftId;
    private final @Nullable EnvironmentKey changed;
    private AccountPin pin;
    private final StackPane root = new StackPane();
    private final ReadOnlyStringWrapper status;
    private @Nullable WizardModel model;
    private @Nullable WizardView view;
    private Background.@Nullable Repeating ticking;
    private boolean onScreen;
    private String verb = "Change";
    private Attempts attempts = new Attempts();

    /**
     * The wizard on a new draft.
     *
     * @param time of this computer, for the age of what was saved
     */
    public WizardPage(PageContext context, InstantSource time) {
        this(context, time, newId(), null);
        begin(DraftModel.fresh(context.services().blueprints(), region()), Step.WHERE, null);
    }

    /** The wizard on the saved draft {@code draftId}, where its author left it. */
    public static WizardPage onDraft(PageContext context, InstantSource time, String draftId) {
        WizardPage page = new WizardPage(context, time, draftId, null);
        page.read();
        return page;
    }

    /** The wizard on an environment that runs, to change it; what is deployed is kept in {@code attempts}. */
    public static WizardPage onRunning(
            PageContext context, InstantSource time, EnvironmentKey environment, Attempts attempts) {
        WizardPage page = new WizardPage(context, time, newId(), environment);
        page.attempts = attempts;
        page.readRunning(environment, EnvironmentDefinition::toDraft, Step.SIZE);
        return page;
    }

    /**
     * The wizard's review of another threshold of one alarm; where the threshold is not allowed, the step that says why.
     *
     * @param alarmId an {@link io.tapdeck.environment.AlarmDescription#id} of the environment's blueprint
     */
    public static WizardPage tuning(
            PageContext context,
            InstantSource time,
            EnvironmentKey environment,
            Attempts attempts,
            String alarmId,
            String threshold) {
        WizardPage page = new WizardPage(context, time, newId(), environment);
        page.attempts = attempts;
        page.readRunning(
                environment,
                running -> running.toDraft().with("alarm." + alarmId + ".threshold", threshold),
                Step.REVIEW);
        return page;
    }

    /** The wizard on an environment that runs, with what a failed change of it wanted, where that is known. */
    public static WizardPage retrying(
            PageContext context, InstantSource time, EnvironmentKey environment, Attempts attempts) {
        WizardPage page = new WizardPage(context, time, newId(), environment);
        page.attempts = attempts;
        page.readRunning(environment, running -> attempts.of(environment).orElseGet(running::toDraft), Step.SIZE);
        return page;
    }

    /** The wizard's review of what an environment was deployed with, to deploy it again. */
    public static WizardPage again(PageContext context, InstantSource time, EnvironmentKey environment) {
        WizardPage page = like(context, time, environment);
        page.readSettings(environment, settings -> page.begin(page.draft(settings), Step.REVIEW, null));
        return page;
    }

    /** The wizard on a new draft with the settings of an environment, where its suffix is asked. */
    public static WizardPage another(PageContext context, InstantSource time, EnvironmentKey environment) {
        WizardPage page = like(context, time, environment);
        page.readSettings(environment, settings -> page.begin(page.draft(settings.withSuffix("")), Step.SIZE, null));
        return page;
    }

    /** The wizard on a new draft that makes an environment again from a snapshot of its database. */
    public static WizardPage restoring(
            PageContext context, InstantSource time, EnvironmentKey environment, String snapshot) {
        WizardPage page = like(context, time, environment);
        Blueprint blueprint =
                context.services().blueprints().find(environment.blueprint()).orElseThrow();
        Draft wanted = Draft.of(blueprint, blueprint.presets().getFirst())
                .withSuffix(environment.suffix().value())
                .withSetting(AuroraSettings.RESTORE_FROM, snapshot);
        page.begin(page.draft(wanted), Step.SIZE, null);
        return page;
    }

    /** The wizard's review of taking over a stack that was deployed from a seed; its settings can be changed on the way. */
    public static WizardPage adopting(
            PageContext context, InstantSource time, EnvironmentKey environment, String stackName) {
        WizardPage page = new WizardPage(context, time, newId(), environment);
        page.verb = "Adopt";
        page.root.getChildren().setAll(new Skeleton(8, 40));
        context.background()
                .run(
                        () -> context.services().deployments().seed(stackName),
                        seed -> page.found(
                                environment,
                                seed,
                                "%s is not there, or was taken over meanwhile.".formatted(stackName),
                                definition -> page.begin(
                                        DraftModel.adopting(
                                                context.services().blueprints(), page.region(), definition, stackName),
                                        Step.REVIEW,
                                        null)),
                        page::unreadable);
        return page;
    }

    /** The wizard on a new draft, for the account of an environment. */
    private static WizardPage like(PageContext context, InstantSource time, EnvironmentKey environment) {
        WizardPage page = new WizardPage(context, time, newId(), null);
        page.pin = new AccountPin(environment.account());
        return page;
    }

    private DraftModel draft(Draft settings) {
        return new DraftModel(context.services().blueprints(), region(), settings);
    }

    /** Reads what an environment was deployed with; where that is not known any more, a new draft is begun. */
    private void readSettings(EnvironmentKey environment, Consumer<Draft> onRead) {
        root.getChildren().setAll(new Skeleton(8, 40));
        context.background()
                .run(
                        () -> context.services().deployments().definition(environment),
                        settings -> settings.filter(known -> context.services()
                                        .blueprints()
                                        .find(known.blueprint())
                                        .isPresent())
                                .ifPresentOrElse(
                                        onRead,
                                        () -> begin(
                                                DraftModel.fresh(
                                                        context.services().blueprints(), region()),
                                                Step.WHERE,
                                                null)),
                        this::unreadable);
    }

    private void unreadable(Exception problem) {
        unchangeable(
                problem instanceof DeployException refused
                        ? refused.getMessage() + " " + refused.remedy()
                        : "AWS does not answer. Try it again.");
    }

    private WizardPage(PageContext context, InstantSource time, String draftId, @Nullable EnvironmentKey changed) {
        this.context = context;
        this.time = time;
        this.draftId = draftId;
        this.changed = changed;
        this.pin = changed == null ? AccountPin.of(context.services().session()) : new AccountPin(changed.account());
        this.status = new ReadOnlyStringWrapper(context.services().connection());
        root.getStyleClass().add("td-page");
    }

    /** Unguessable it need not be; a secure random number would be read from a file, here on the JavaFX thread. */
    private static String newId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String region() {
        return context.services().session().region();
    }

    private void read() {
        root.getChildren().setAll(new Skeleton(8, 40));
        context.background()
                .run(
                        () -> context.services().store().draft(draftId),
                        this::found,
                        problem -> gone(String.valueOf(problem.getMessage())));
    }

    private void readRunning(EnvironmentKey environment, Function<EnvironmentDefinition, Draft> wanted, Step step) {
        model = null;
        view = null;
        verb = "Change";
        root.getChildren().setAll(new Skeleton(8, 40));
        context.background()
                .run(
                        () -> context.services().deployments().definition(environment),
                        running -> found(
                                environment,
                                running,
                                "Its stack holds no definition that this Tapdeck knows.",
                                definition -> begin(changing(definition, wanted.apply(definition)), step, null)),
                        this::unreadable);
    }

    private DraftModel changing(EnvironmentDefinition running, Draft wanted) {
        return DraftModel.changing(context.services().blueprints(), region(), running, wanted);
    }

    private void found(
            EnvironmentKey environment,
            Optional<Draft> running,
            String unknown,
            Consumer<EnvironmentDefinition> onFound) {
        Optional<Blueprint> blueprint = context.services().blueprints().find(environment.blueprint());
        if (running.isEmpty() || blueprint.isEmpty()) {
            unchangeable(unknown);
            return;
        }
        switch (Validation.of(blueprint.get(), running.get())) {
            case Validation.Valid(EnvironmentDefinition definition) -> onFound.accept(definition);
            case Validation.Invalid(List<Problem> problems) ->
                unchangeable("It runs with what this Tapdeck does not accept: "
                        + problems.getFirst().message());
        }
    }

    private void found(Optional<Store.SavedDraft> saved) {
        saved.filter(draft -> context.services()
                        .blueprints()
                        .find(draft.draft().blueprint())
                        .isPresent())
                .ifPresentOrElse(
                        draft -> begin(
                                new DraftModel(context.services().blueprints(), region(), draft.draft()),
                                Step.of(draft.step()),
                                draft),
                        () -> gone("This draft is not in the draft box any more."));
    }

    private void gone(String reason) {
        tell(
                "The draft cannot be opened",
                reason,
                context.mayChange()
                        ? Buttons.primary("New environment", Icons.ADD, context.navigator()::newEnvironment)
                        : Buttons.secondary("Back", Icons.ARROW_LEFT, context.navigator()::back));
    }

    private void unchangeable(String reason) {
        tell(
                "The environment cannot be changed here",
                reason,
                Buttons.secondary("Back", Icons.ARROW_LEFT, context.navigator()::back));
    }

    private void tell(String title, String reason, Button button) {
        VBox card = new VBox(12, Texts.ask(title), Texts.paragraph(reason), button);
        card.getStyleClass().addAll("td-card", "td-failure-card");
        card.setMaxSize(480, VBox.USE_PREF_SIZE);
        root.getChildren().setAll(card);
    }

    private void begin(DraftModel draft, Step step, Store.@Nullable SavedDraft saved) {
        if (saved != null && saved.account() != null) {
            pin = new AccountPin(saved.account());
        }
        boolean here = pin.allows(context.services().session()) || changed != null;
        WizardModel made = new WizardModel(
                context.services(),
                context.background(),
                time,
                draftId,
                draft,
                pin,
                here ? reachable(draft, step) : Step.WHERE);
        if (saved != null) {
            made.keeper().readAt(saved.savedAt());
        }
        WizardView shown = new WizardView(made, context, () -> deploy(made));
        model = made;
        view = shown;
        root.getChildren().setAll(shown);
        if (onScreen) {
            start(made, shown);
        }
    }

    /** The saved step, or the first one before it where something is to be mended. */
    private static Step reachable(DraftModel draft, Step step) {
        Step wanted = step == Step.DEPLOY ? Step.REVIEW : step;
        for (Step earlier : Step.values()) {
            if (earlier.compareTo(wanted) < 0
                    && !earlier.standingInTheWay(draft.problems()).isEmpty()) {
                return earlier;
            }
        }
        return wanted;
    }

    private void start(WizardModel started, WizardView shown) {
        started.start();
        shown.focusFirst();
        ticking = context.background().every(SECOND, shown::tick);
    }

    private void deploy(WizardModel from) {
        Review review = Foot.review(from.review().state());
        if (changed != null) {
            attempts.keep(changed, from.draft().draft());
        }
        from.deployed();
        context.navigator().deploy(review);
    }

    @Override
    public Section section() {
        return changed == null ? Section.DRAFTS : Section.ENVIRONMENTS;
    }

    @Override
    public List<String> path() {
        return changed == null
                ? List.of("Environments", "New environment")
                : List.of("Environments", changed.suffix().value(), verb);
    }

    @Override
    public Node root() {
        return root;
    }

    @Override
    public ObservableValue<String> status() {
        return status.getReadOnlyProperty();
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                new KeyHint("Ctrl Enter", "continue"),
                new KeyHint("Alt ←", "back"),
                new KeyHint("Ctrl P", "preview"),
                new KeyHint("F8", "next error"),
                new KeyHint("Esc", changed == null ? "keep draft and leave" : "leave"));
    }

    @Override
    public void onKey(KeyEvent event) {
        WizardView shown = view;
        if (shown != null) {
            shown.onKey(event);
        }
    }

    @Override
    public void shown() {
        onScreen = true;
        if (changed != null && model != null && model.step() == Step.DEPLOY) {
            // Back from the deployment: something else runs now.
            readRunning(changed, EnvironmentDefinition::toDraft, Step.SIZE);
        }
        WizardModel started = model;
        WizardView shown = view;
        if (started != null && shown != null) {
            start(started, shown);
        }
    }

    @Override
    public void left() {
        onScreen = false;
        if (ticking != null) {
            ticking.close();
            ticking = null;
        }
        WizardModel stopped = model;
        if (stopped != null) {
            stopped.stop();
        }
    }
}
