package io.tapdeck.desk.watch;

import io.tapdeck.aws.AwsFailures;
import io.tapdeck.aws.ServiceClock;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.Presence;
import io.tapdeck.desk.watch.chart.TimeWindow;
import io.tapdeck.monitor.Late;
import io.tapdeck.monitor.Monitor;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Watch;
import io.tapdeck.monitor.Watched;
import io.tapdeck.monitor.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the environment's page knows, and how it stays young: once a minute of the endpoint's time it asks again, less often
 * while nobody is at the desk, and not while a question is still open or the reader has paused it. Where the reader pans or
 * zooms to, it asks as soon as the window stands still. Each answer knows its question, and is shown only if that is still
 * what is looked at. A failure keeps what is known. For the JavaFX thread only.
 */
public final class WatchModel {
    /** How often the age is told anew, and whether it is time to ask; so never more often than this does it ask. */
    static final Duration TICK = Duration.ofSeconds(1);

    /** An answer that is overdue for so long is late. By the endpoint's clock. */
    static final Duration LATE = Duration.ofMinutes(2);

    /** A window that nobody moves any more for so long stands still. By the local clock. */
    static final Duration STILL = Duration.ofMillis(150);

    private final Watched environment;
    private final Monitor monitor;
    private final ServiceClock clock;
    private final Background background;
    private final Presence presence;

    private final ReadOnlyObjectWrapper<@Nullable Watch> watch = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Range> range = new ReadOnlyObjectWrapper<>(Range.THREE_HOURS);
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<@Nullable Late> late = new ReadOnlyObjectWrapper<>();
    private @Nullable Instant expiredSince;
    private final ObjectProperty<@Nullable Instant> crosshair = new SimpleObjectProperty<>();
    private final BooleanProperty live = new SimpleBooleanProperty(true);

    private Background.@Nullable Repeating ticking;
    private Background.@Nullable Repeating settling;
    private @Nullable Instant askedAt;
    private @Nullable Moved moved;
    private @Nullable Look asking;
    private @Nullable Look answered;

    /**
     * Where the reader panned or zoomed to.
     *
     * @param end null for as far as now, wherever that is by then
     * @param pixels how many there are for it
     */
    private record Moved(Duration length, @Nullable Instant end, int pixels) {
        Window window(Instant now) {
            Instant until = end == null ? now : end;
            return Window.of(until.minus(length), until, pixels);
        }
    }

    /**
     * What is looked at.
     *
     * @param moved null for the range itself
     */
    private record Look(Range range, @Nullable Moved moved) {}

    /** A model that knows nothing yet and asks nobody until {@link #start}. */
    public WatchModel(
            Watched environment, Monitor monitor, ServiceClock clock, Background background, Presence presence) {
        this.environment = environment;
        this.monitor = monitor;
        this.clock = clock;
        this.background = background;
        this.presence = presence;
        this.now = new ReadOnlyObjectWrapper<>(clock.instant());
    }

    /** What was read last; null before the first answer. */
    public ReadOnlyObjectProperty<@Nullable Watch> watchProperty() {
        return watch.getReadOnlyProperty();
    }

    /** How far back the charts look. */
    public ReadOnlyObjectProperty<Range> rangeProperty() {
        return range.getReadOnlyProperty();
    }

    /** The endpoint's time, told every second. */
    public ReadOnlyObjectProperty<Instant> nowProperty() {
        return now.getReadOnlyProperty();
    }

    /** Why the last question had no answer; empty if it had one. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** Since when CloudWatch has had no answer; null if it has one, or that is not known. */
    public ReadOnlyObjectProperty<@Nullable Late> lateProperty() {
        return late.getReadOnlyProperty();
    }

    /** The time that all charts point at; null for none. */
    public ObjectProperty<@Nullable Instant> crosshairProperty() {
        return crosshair;
    }

    /** Whether it asks by itself. */
    public BooleanProperty liveProperty() {
        return live;
    }

    /** Which blueprint's charts and alarms these are. */
    public Watched environment() {
        return environment;
    }

    /** In words how often it asks, where that is less often than usual; else empty. */
    public String pace() {
        return live.get() ? presence.pace(false).words() : "";
    }

    /** Shows what is known, asks, and goes on asking. */
    public void start() {
        ticking = background.every(TICK, this::tick);
        look();
    }

    /** Asks no more. */
    public void stop() {
        if (ticking != null) {
            ticking.close();
            ticking = null;
        }
        settled();
    }

    /** Shows another range: at once what is known of it, then what AWS says. */
    public void range(Range chosen) {
        if (chosen == range.get()) {
            return;
        }
        range.set(chosen);
        settled();
        moved = null;
        crosshair.set(null);
        look();
    }

    /**
     * Goes where a window is panned and zoomed to.
     *
     * @param pixels how many points side by side the page has room for
     */
    public void follow(TimeWindow window, IntSupplier pixels) {
        window.spanProperty().addListener(observed -> {
            settled();
            settling = background.every(STILL, () -> move(window, pixels.getAsInt()));
        });
    }

    private void settled() {
        if (settling != null) {
            settling.close();
            settling = null;
        }
    }

    private void move(TimeWindow window, int pixels) {
        settled();
        TimeWindow.Span span = window.span();
        Moved now = window.moved()
                ? new Moved(span.length(), window.upToNow() ? null : span.end(), Math.max(1, pixels))
                : null;
        if (!Objects.equals(now, moved)) {
            moved = now;
            look();
        }
    }

    /** The page's own range, up to the newest answer or, where the reader looks at the past, up to now. */
    public Window home() {
        Watch shown = watch.get();
        boolean past = moved != null && moved.end() != null;
        return Window.of(range.get(), shown == null || past ? now.get() : shown.end());
    }

    /** The period of what is shown; the range's where there is nothing. */
    static Duration period(Watch shown, Range range) {
        return shown.series().stream().map(Series::period).findFirst().orElse(range.period());
    }

    /** The next longer range for 1, the next shorter for -1; the ends hold. */
    public void zoom(int steps) {
        List<Range> all = List.of(Range.values());
        range(all.get(Math.clamp(all.indexOf(range.get()) + (long) steps, 0, all.size() - 1)));
    }

    /** Moves the crosshair by so many points of the chart, from the newest if there was none. */
    public void moveCrosshair(int points) {
        Watch shown = watch.get();
        if (shown == null) {
            return;
        }
        Instant newest = shown.series().stream()
                .flatMap(series -> series.points().stream())
                .map(point -> point.at())
                .max(Instant::compareTo)
                .orElse(shown.end());
        Instant from = crosshair.get();
        Duration step = period(shown, range.get()).multipliedBy(points);
        Instant to = from == null ? newest : from.plus(step);
        crosshair.set(to.isBefore(shown.start()) ? shown.start() : to.isAfter(newest) ? newest : to);
    }

    private Look looking() {
        return new Look(range.get(), moved);
    }

    /** Shows what is known of what is looked at now, and asks for the rest. */
    private void look() {
        Look look = looking();
        answered = null;
        background.run(() -> known(look), known -> remember(look, known), ignored -> ask());
    }

    private Watch known(Look look) {
        return look.moved() == null
                ? monitor.known(environment, look.range())
                : monitor.known(environment, look.moved().window(clock.instant()));
    }

    private Watch read(Look look) {
        return look.moved() == null
                ? monitor.refresh(environment, look.range())
                : monitor.refresh(environment, look.moved().window(clock.instant()));
    }

    /** Asks now; while a question is open its end is waited for. */
    public void ask() {
        if (asking != null) {
            return;
        }
        Look look = looking();
        asking = look;
        askedAt = clock.instant();
        background.run(() -> read(look), read -> answer(look, read), problem -> fail(look, problem));
    }

    private void tick() {
        now.set(clock.instant());
        Duration interval = presence.pace(false).interval();
        boolean due = askedAt == null || !clock.instant().isBefore(askedAt.plus(interval));
        if (live.get() && asking == null && due) {
            ask();
        }
    }

    /** What was known before may come when another range is looked at, or after the answer. */
    private void remember(Look look, Watch known) {
        if (!look.equals(looking())) {
            return;
        }
        boolean something =
                known.series().stream().anyMatch(series -> !series.points().isEmpty());
        if (something && !look.equals(answered)) {
            watch.set(known);
        }
        ask();
    }

    private void answer(Look look, Watch read) {
        asking = null;
        late.set(null);
        expiredSince = null;
        failure.set("");
        now.set(clock.instant());
        if (look.equals(looking())) {
            answered = look;
            watch.set(read);
        } else {
            ask();
        }
    }

    private void fail(Look look, Exception problem) {
        asking = null;
        now.set(clock.instant());
        if (!AwsFailures.needsSignIn(problem)) {
            expiredSince = null;
        } else if (expiredSince == null) {
            expiredSince = now.get();
        }
        failure.set(problem.getMessage() == null ? "CloudWatch did not answer." : problem.getMessage());
        if (look.equals(looking())) {
            background.run(() -> known(look), known -> tellLate(known.late()), ignored -> {});
        } else {
            ask();
        }
    }

    /** The monitor knows since when CloudWatch is silent, also from before this page was opened. */
    private void tellLate(@Nullable Late silent) {
        if (!failure.get().isEmpty()) {
            late.set(silent);
        }
    }

    /** Since when the session has expired; empty while it works, or as far as is known. */
    public Optional<Instant> expiredSince() {
        return Optional.ofNullable(expiredSince);
    }

    /** Whether what is shown is older than it should be. */
    public boolean late() {
        Watch shown = watch.get();
        return !failure.get().isEmpty()
                || (shown != null
                        && Duration.between(shown.asOf(), now.get())
                                        .compareTo(
                                                presence.pace(false).interval().plus(LATE))
                                > 0);
    }
}
