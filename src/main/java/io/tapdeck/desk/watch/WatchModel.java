package io.tapdeck.desk.watch;

import io.tapdeck.aws.ServiceClock;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.Presence;
import io.tapdeck.monitor.Monitor;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Watch;
import io.tapdeck.monitor.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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
 * while nobody is at the desk, and not while a question is still open or the reader has paused it. A failure keeps what is known. For the JavaFX thread only.
 */
public final class WatchModel {
    /** How often the age is told anew, and whether it is time to ask; so never more often than this does it ask. */
    static final Duration TICK = Duration.ofSeconds(1);

    /** An answer that is overdue for so long is late. By the endpoint's clock. */
    static final Duration LATE = Duration.ofMinutes(2);

    private final Watched environment;
    private final Monitor monitor;
    private final ServiceClock clock;
    private final Background background;
    private final Presence presence;

    private final ReadOnlyObjectWrapper<@Nullable Watch> watch = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Range> range = new ReadOnlyObjectWrapper<>(Range.THREE_HOURS);
    private final ReadOnlyObjectWrapper<Instant> now;
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private final ObjectProperty<@Nullable Instant> crosshair = new SimpleObjectProperty<>();
    private final BooleanProperty live = new SimpleBooleanProperty(true);

    private Background.@Nullable Repeating ticking;
    private @Nullable Instant askedAt;
    private @Nullable Range asking;
    /** The longest pace since the last answer: whoever comes back to a page that was slow does not find it late. */
    private Duration promised;

    /** A model that knows nothing yet and asks nobody until {@link #start}. */
    public WatchModel(
            Watched environment, Monitor monitor, ServiceClock clock, Background background, Presence presence) {
        this.environment = environment;
        this.monitor = monitor;
        this.clock = clock;
        this.background = background;
        this.presence = presence;
        this.promised = presence.pace(false).interval();
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
        background.run(() -> monitor.known(environment, range.get()), this::remember, ignored -> ask());
    }

    /** Asks no more. */
    public void stop() {
        if (ticking != null) {
            ticking.close();
            ticking = null;
        }
    }

    /** Shows another range: at once what is known of it, then what AWS says. */
    public void range(Range chosen) {
        if (chosen == range.get()) {
            return;
        }
        range.set(chosen);
        crosshair.set(null);
        background.run(() -> monitor.known(environment, chosen), this::remember, ignored -> ask());
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
        Duration step = range.get().period().multipliedBy(points);
        Instant to = from == null ? newest : from.plus(step);
        crosshair.set(to.isBefore(shown.start()) ? shown.start() : to.isAfter(newest) ? newest : to);
    }

    /** Asks now. */
    public void ask() {
        Range asked = range.get();
        if (asked == asking) {
            return;
        }
        asking = asked;
        askedAt = clock.instant();
        background.run(() -> monitor.refresh(environment, asked), this::answer, this::fail);
    }

    private void tick() {
        now.set(clock.instant());
        Duration interval = presence.pace(false).interval();
        promised = interval.compareTo(promised) > 0 ? interval : promised;
        boolean due = askedAt == null || !clock.instant().isBefore(askedAt.plus(interval));
        if (live.get() && asking == null && due) {
            ask();
        }
    }

    private void remember(Watch known) {
        boolean something =
                known.series().stream().anyMatch(series -> !series.points().isEmpty());
        if (something) {
            watch.set(known);
        }
        ask();
    }

    private void answer(Watch read) {
        Range asked = asking;
        asking = null;
        promised = presence.pace(false).interval();
        failure.set("");
        now.set(clock.instant());
        if (asked == range.get()) {
            watch.set(read);
        } else {
            ask();
        }
    }

    private void fail(Exception problem) {
        asking = null;
        now.set(clock.instant());
        failure.set(problem.getMessage() == null ? "CloudWatch did not answer." : problem.getMessage());
    }

    /** Whether what is shown is older than it should be. */
    public boolean late() {
        Watch shown = watch.get();
        return !failure.get().isEmpty()
                || (shown != null && Duration.between(shown.asOf(), now.get()).compareTo(promised.plus(LATE)) > 0);
    }
}
