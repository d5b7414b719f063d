package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Skeleton;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.store.Store;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The wizard on a new draft or on a saved one. */
public final class WizardPage implements Page {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final PageContext context;
    private final InstantSource time;
    private final String draftId;
    private final StackPane root = new StackPane();
    private final ReadOnlyStringWrapper status;
    private @Nullable WizardModel model;
    private @Nullable WizardView view;
    private Background.@Nullable Repeating ticking;
    private boolean onScreen;

    /**
     * The wizard on a new draft.
     *
     * @param time of this computer, for the age of what was saved
     */
    public WizardPage(PageContext context, InstantSource time) {
        this(context, time, newId());
        begin(DraftModel.fresh(context.services().blueprints(), region()), Step.WHERE, null);
    }

    /** The wizard on the saved draft {@code draftId}, where its author left it. */
    public static WizardPage onDraft(PageContext context, InstantSource time, String draftId) {
        WizardPage page = new WizardPage(context, time, draftId);
        page.read();
        return page;
    }

    private WizardPage(PageContext context, InstantSource time, String draftId) {
        this.context = context;
        this.time = time;
        this.draftId = draftId;
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
        VBox card = new VBox(
                12,
                Texts.ask("The draft cannot be opened"),
                Texts.paragraph(reason),
                Buttons.primary("New environment", Icons.ADD, context.navigator()::newEnvironment));
        card.getStyleClass().addAll("td-card", "td-failure-card");
        card.setMaxSize(480, VBox.USE_PREF_SIZE);
        root.getChildren().setAll(card);
    }

    private void begin(DraftModel draft, Step step, Store.@Nullable SavedDraft saved) {
        WizardModel made =
                new WizardModel(context.services(), context.background(), time, draftId, draft, reachable(draft, step));
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
        from.deployed();
        context.navigator().deploy(review);
    }

    @Override
    public Section section() {
        return Section.DRAFTS;
    }

    @Override
    public List<String> path() {
        return List.of("Environments", "New environment");
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
                new KeyHint("Esc", "keep draft and leave"));
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
