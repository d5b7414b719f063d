package io.tapdeck.desk.alarms;

import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.home.HomeModel;
import io.tapdeck.desk.home.Knowledge;
import io.tapdeck.desk.message.DesktopMessages;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * After each reading of the environments: which alarms went on, and how many are on that nobody has acknowledged. For the
 * JavaFX thread only.
 */
public final class AlarmBell {
    /** So late at most a quiet ends, and what was acknowledged on another page is counted no more. */
    private static final Duration TICK = Duration.ofSeconds(10);

    private final PageContext context;
    private final HomeModel environments;
    private final Supplier<DesktopMessages> find;
    private final ZoneId zone = ZoneId.systemDefault();
    private final QuietMode mode;
    private final NewsTeller teller;
    private final ReadOnlyIntegerWrapper unseen = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper quietWords = new ReadOnlyStringWrapper("");
    private final ChangeListener<Knowledge> onReading = (observed, before, now) -> read();
    private final NewsRounds rounds;
    private Background.@Nullable Repeating ticking;
    private boolean stopped;
    /** Of the last counting: an older one that answers late changes nothing. */
    private int counts;

    /**
     * A bell that is silent until {@link #start}.
     *
     * @param inFront whether somebody looks at the window
     * @param find what this machine can show; asked on another thread
     */
    public AlarmBell(
            PageContext context, HomeModel environments, BooleanSupplier inFront, Supplier<DesktopMessages> find) {
        this.context = context;
        this.environments = environments;
        this.find = find;
        this.mode = new QuietMode(context);
        this.teller = new NewsTeller(context, mode, inFront, environments::now, zone);
        this.rounds = new NewsRounds(context.background(), environments, teller::tell);
    }

    /** How many alarms are on that nobody has acknowledged. */
    public ReadOnlyIntegerProperty unseenProperty() {
        return unseen.getReadOnlyProperty();
    }

    /** "quiet until 08:00, 3 not told"; empty where it is not quiet. */
    public ReadOnlyStringProperty quietWordsProperty() {
        return quietWords.getReadOnlyProperty();
    }

    /** What messages this machine shows, as a sentence. */
    public ReadOnlyStringProperty messageWordsProperty() {
        return teller.wordsProperty();
    }

    /** Whether it is quiet, and of which environments. */
    public QuietMode mode() {
        return mode;
    }

    HomeModel environments() {
        return environments;
    }

    /** What was found out at the start. */
    private record Start(DesktopMessages messages, QuietMode.Kept kept) {}

    /** Goes on as it was left, and takes news from then on. */
    public void start() {
        context.background().run(() -> new Start(find.get(), mode.kept()), this::begin, failure -> begin(null));
    }

    private void begin(@Nullable Start start) {
        if (stopped) {
            // The desk was closed while this was found out; a tray would keep its icon.
            if (start != null) {
                start.messages().close();
            }
            return;
        }
        teller.use(start == null ? DesktopMessages.none("What it can show was not found out.") : start.messages());
        if (start != null) {
            mode.restore(start.kept());
        }
        mode.quietProperty().addListener((observed, before, now) -> quietChanged());
        mode.untoldProperty().addListener((observed, before, now) -> tellQuiet());
        tellQuiet();
        environments.knowledgeProperty().addListener(onReading);
        read();
        ticking = context.background().every(TICK, this::tick);
    }

    /** Tells nothing any more. */
    public void stop() {
        stopped = true;
        environments.knowledgeProperty().removeListener(onReading);
        if (ticking != null) {
            ticking.close();
        }
        rounds.close();
        teller.close();
    }

    private void tick() {
        if (environments.knowledgeProperty().get().fromStore()) {
            // The store knows no alarms: whether those that came in the quiet are still on is said once AWS has
            // answered.
            return;
        }
        // A page of an environment acknowledges too.
        count();
        Quiet quiet = mode.quietProperty().get();
        if (!quiet.equals(Quiet.OFF) && !quiet.holds(now())) {
            mode.choose(Quiet.OFF);
        }
    }

    private void quietChanged() {
        if (!mode.quietProperty().get().holds(now())) {
            teller.afterQuiet(environments.knowledgeProperty().get().rows());
        }
        tellQuiet();
    }

    private void tellQuiet() {
        String words = mode.quietProperty().get().words(zone);
        String untold = mode.untoldWords();
        quietWords.set(words.isEmpty() || untold.isEmpty() ? words : words + ", " + untold);
    }

    /** Takes up what has been read, and what has been acknowledged. */
    void read() {
        if (environments.knowledgeProperty().get().fromStore()) {
            return;
        }
        rounds.go();
        count();
    }

    private void count() {
        AlarmBook book = AlarmBook.of(environments);
        int asked = ++counts;
        context.background()
                .run(
                        () -> (int) book.on().stream()
                                .filter(entry -> entry.seen() == null)
                                .count(),
                        counted -> {
                            if (asked == counts) {
                                unseen.set(counted);
                            }
                        },
                        failure -> System.getLogger(AlarmBell.class.getName())
                                .log(System.Logger.Level.WARNING, "what was acknowledged is not known", failure));
    }

    private Instant now() {
        return context.background().localClock().instant();
    }
}
