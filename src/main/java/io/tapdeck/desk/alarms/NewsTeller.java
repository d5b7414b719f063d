package io.tapdeck.desk.alarms;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.desk.common.Overlays;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.home.EnvironmentRow;
import io.tapdeck.desk.message.DesktopMessage;
import io.tapdeck.desk.message.DesktopMessages;
import io.tapdeck.monitor.AlarmState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
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
    private final ZoneId zone;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("Finding out what this desktop can show.");
    private final List<News> standing = new ArrayList<>();
    private DesktopMessages messages = DesktopMessages.none("");

    NewsTeller(PageContext context, QuietMode mode, BooleanSupplier inFront, ZoneId zone) {
        this.context = context;
        this.mode = mode;
        this.inFront = inFront;
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
            return;
        }
        if (mode.quietProperty().get().holds(now())) {
            mode.add(loud);
            return;
        }
        standing.addAll(loud);
        notice(standing.size() == 1 ? NewsWords.one(loud.getFirst(), now(), zone) : NewsWords.many(standing), standing);
        message(NewsWords.message(loud, now(), zone));
    }

    /** One line for all that came in the quiet, once that is over. */
    void afterQuiet(List<EnvironmentRow> rows) {
        List<Untold> untold = mode.take();
        if (untold.isEmpty()) {
            return;
        }
        Set<String> stacks = new HashSet<>();
        untold.forEach(each -> stacks.add(each.stackName()));
        List<String> names = rows.stream()
                .filter(row -> stacks.contains(row.stackName()))
                .map(EnvironmentRow::suffix)
                .distinct()
                .toList();
        long on = untold.stream().filter(each -> on(each, rows)).count();
        // An environment may be gone by now; its stack's name still says which it was.
        List<String> shown = names.isEmpty() ? List.copyOf(stacks) : names;
        String sentence = NewsWords.afterQuiet(untold.size(), shown, on);
        notice(sentence, List.of());
        message(new DesktopMessage("The quiet is over", sentence));
    }

    private static boolean on(Untold untold, List<EnvironmentRow> rows) {
        return rows.stream()
                .filter(row -> row.stackName().equals(untold.stackName()))
                .flatMap(row -> row.alarms().stream())
                .anyMatch(alarm -> alarm.arn().equals(untold.alarmArn())
                        && alarm.state() == AlarmState.State.ALARM
                        && !alarm.since().isAfter(untold.from().plusSeconds(5)));
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

    private Instant now() {
        return context.services().clock().instant();
    }

    void close() {
        messages.close();
    }
}
