package io.tapdeck.desk.watch.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * What all charts of a page look at: the same span of time, crosshair and time zone. It follows the page's range until
 * somebody pans or zooms, and again once it is put back. For the JavaFX thread only.
 */
public final class TimeWindow {
    /** No closer than this: CloudWatch has a point a minute at best. */
    public static final Duration LEAST = Duration.ofHours(1);

    /** No further than this: CloudWatch keeps no metric longer (CloudWatch user guide, "Metrics retention"). */
    public static final Duration MOST = Duration.ofDays(455);

    private final ReadOnlyObjectWrapper<Span> span;
    private final ObjectProperty<@Nullable Instant> crosshair = new SimpleObjectProperty<>();
    private final ObjectProperty<ZoneId> zone;
    private final ZoneId local;
    private Span home;

    /**
     * A span of time.
     *
     * @param start before {@code end}
     */
    public record Span(Instant start, Instant end) {
        /** How long it is. */
        public Duration length() {
            return Duration.between(start, end);
        }
    }

    /**
     * A window on a span that ends now.
     *
     * @param local the reader's time zone
     */
    public TimeWindow(Instant start, Instant end, ZoneId local) {
        this.home = new Span(start, end);
        this.span = new ReadOnlyObjectWrapper<>(home);
        this.local = local;
        this.zone = new SimpleObjectProperty<>(local);
    }

    /** What is shown. */
    public ReadOnlyObjectProperty<Span> spanProperty() {
        return span.getReadOnlyProperty();
    }

    /** What is shown now. */
    public Span span() {
        return span.get();
    }

    /** The time that all charts point at; null for none. */
    public ObjectProperty<@Nullable Instant> crosshairProperty() {
        return crosshair;
    }

    /** The zone of all times on screen. */
    public ObjectProperty<ZoneId> zoneProperty() {
        return zone;
    }

    /** Changes between local time and UTC. */
    public void toggleUtc() {
        zone.set(zone.get().equals(ZoneOffset.UTC) ? local : ZoneOffset.UTC);
    }

    /** "UTC" where that is shown instead of the reader's zone, else empty. */
    public String zoneName() {
        return zone.get().equals(local) ? "" : "UTC";
    }

    /** Words of a time in that zone, with its name where it is not the reader's: "12:42 UTC". */
    public String inZone(String time) {
        return zoneName().isEmpty() ? time : time + " " + zoneName();
    }

    /** Whether somebody panned or zoomed away from the page's range. */
    public boolean moved() {
        return !span.get().equals(home);
    }

    /** Whether it reaches up to now, and so goes along with it. */
    public boolean upToNow() {
        return span.get().end().equals(home.end());
    }

    /**
     * The page's range went on or is another one. Its end is now, which nobody may look past. A window that was moved
     * stays where it is, but goes along if it reaches up to now.
     */
    public void home(Instant start, Instant end) {
        Span before = home;
        Span shown = span.get();
        home = new Span(start, end);
        if (shown.equals(before)) {
            span.set(home);
        } else if (shown.end().equals(before.end())) {
            span.set(new Span(end.minus(shown.length()), end));
        } else {
            show(shown.start(), shown.length());
        }
    }

    /** Back to the page's range. */
    public void back() {
        span.set(home);
    }

    /** Moves by a time; negative to the past. */
    public void pan(Duration by) {
        Span shown = span.get();
        show(shown.start().plus(by), shown.length());
    }

    /**
     * Zooms.
     *
     * @param factor below 1 to see less time, above 1 to see more
     * @param around the time that keeps its place
     */
    public void zoom(double factor, Instant around) {
        Span shown = span.get();
        long before = shown.length().toMillis();
        long length = Math.clamp(Math.round(before * factor), LEAST.toMillis(), MOST.toMillis());
        double part = (double) Duration.between(shown.start(), around).toMillis() / before;
        show(around.minusMillis(Math.round(length * part)), Duration.ofMillis(length));
    }

    /** Shows a span as near to {@code start} as now and the past that AWS keeps allow. */
    private void show(Instant start, Duration length) {
        Instant now = home.end();
        Instant first = now.minus(MOST);
        Instant from = start.isBefore(first) ? first : start;
        Instant to = from.plus(length);
        span.set(to.isAfter(now) ? new Span(now.minus(length), now) : new Span(from, to));
    }
}
