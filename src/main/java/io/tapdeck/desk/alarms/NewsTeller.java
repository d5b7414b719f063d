package io.tapdeck.desk.alarms;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.desk.common.Overlays;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.home.EnvironmentRow;
import io.tapdeck.desk.message.DesktopMessage;
import io.tapdeck.desk.message.DesktopMessages;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Tells news: in the window, several gathered in one line; by the operating system too while the window is not in front;
 * and not at all while it is quiet. For the JavaFX thread only.
 */
final class NewsTeller {
    private final PageContext context;
    private final QuietMode mode;
    private final BooleanSupplier inFront;
    /** By the clock of where a row is from. */
    private final Function<EnvironmentRow, Instant> now;

    private final ZoneId zone;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("Finding out what this desktop can show.");
    /** What the line in the window tells, by alarm: of each the newest. */
    private final Map<String, News> standing = new LinkedHashMap<>();

    private DesktopMessages messages = DesktopMessages.none("");

    NewsTeller(
            PageContext context,
            QuietMode mode,
            BooleanSupplier inFront,
            Function<EnvironmentRow, Instant> now,
            ZoneId zone) {
        this.context = context;
        this.mode = mode;
        this.inFront = inFront;
        this.now = now;
        this.zone = zone;
    }

    /** What works on this machine, as a sentence. */
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }

    void use(DesktopMessages found) {
        messages = found;
        words.set(found.words());
    }

    /** Tells what is to be told; what comes in the quiet is kept for later. */
    void tell(List<News> news, List<EnvironmentRow> rows) {
        List<News> loud = news.stream()
                .filter(each ->
                        !each.change().hushed() && !mode.muted(each.row().key()))
                .toList();
        if (loud.isEmpty()) {
            again(rows);
            return;
        }
        if (mode.quietProperty().get().holds(context.background().localClock().instant())) {
            mode.add(loud);
            return;
        }
        Map<String, News> fresh = new LinkedHashMap<>();
        loud.forEach(each -> fresh.put(each.subject(), each));
        standing.putAll(fresh);
        notice(rows);
        List<News> shown = List.copyOf(fresh.values());
        message(NewsWords.message(
                shown, stillOn(shown, rows), now.apply(shown.getFirst().row()), zone));
    }

    /** What stands in the window must not say that an alarm is on which has ended meanwhile. */
    private void again(List<EnvironmentRow> rows) {
        if (!standing.isEmpty()) {
            notice(rows);
        }
    }

    private void notice(List<EnvironmentRow> rows) {
        List<News> told = List.copyOf(standing.values());
        News first = told.getFirst();
        boolean ended = first.change().ring().to() == null && !first.on(rows);
        notice(
                told.size() == 1 && !ended
                        ? NewsWords.one(first, now.apply(first.row()), zone)
                        : NewsWords.many(told, stillOn(told, rows)),
                told);
    }

    private static long stillOn(List<News> news, List<EnvironmentRow> rows) {
        return news.stream().filter(each -> each.on(rows)).count();
    }

    /** One line for all that came in the quiet, once that is over. */
    void afterQuiet(List<EnvironmentRow> rows) {
        List<Untold> untold = mode.take();
        if (untold.isEmpty()) {
            return;
        }
        List<String> names = untold.stream()
                .map(Untold::stackName)
                .distinct()
                .sorted()
                .map(stack -> name(stack, rows))
                .toList();
        Map<String, Untold.Now> alarms = new HashMap<>();
        // The newest of an alarm stands last, and tells how the alarm is now.
        untold.forEach(each -> alarms.put(each.subject(), each.now(rows)));
        String sentence = NewsWords.afterQuiet(
                alarms.size(),
                QuietMode.more(untold),
                names,
                Collections.frequency(alarms.values(), Untold.Now.ON),
                Collections.frequency(alarms.values(), Untold.Now.UNKNOWN));
        standing.clear();
        notice(sentence, List.of());
        message(new DesktopMessage("The quiet is over", sentence));
    }

    /** An environment may be gone by now; its stack's name still says which it was. */
    private static String name(String stack, List<EnvironmentRow> rows) {
        return rows.stream()
                .filter(row -> row.stackName().equals(stack))
                .map(EnvironmentRow::suffix)
                .findFirst()
                .orElse(stack);
    }

    private void notice(String sentence, List<News> about) {
        DeployedEnvironment only = about.size() == 1 ? about.getFirst().row().deployed() : null;
        if (only == null) {
            say(sentence, "Alarms", () -> context.navigator().alarms());
        } else {
            String alarm = about.getFirst().change().alarm().alarmId();
            say(sentence, "Watch", () -> context.navigator().watch(only, alarm));
        }
    }

    private void say(String sentence, String action, Runnable go) {
        context.overlays().news(new Overlays.News(sentence, action, go), standing::clear);
    }

    private void message(DesktopMessage message) {
        if (!messages.supported() || inFront.getAsBoolean()) {
            return;
        }
        DesktopMessages by = messages;
        context.background()
                .run(
                        () -> {
                            by.show(message);
                            return by.words();
                        },
                        words::set,
                        failure -> words.set("The last message was not shown: %s Tapdeck shows them in its own window."
                                .formatted(failure.getMessage())));
    }

    void close() {
        messages.close();
    }
}
