package io.tapdeck.desk.alarms;

import io.tapdeck.desk.common.PageContext;
import io.tapdeck.environment.EnvironmentKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is kept to itself: until when, of which environments, and what came meanwhile. For the JavaFX thread only. */
public final class QuietMode {
    private static final String QUIET = "alarms.quiet";
    private static final String MUTED = "alarms.muted";
    private static final String UNTOLD = "alarms.untold";

    /** More are not kept, however long it is quiet; then it is said that there were more. */
    private static final int MOST = 200;

    private final PageContext context;
    private final ReadOnlyObjectWrapper<Quiet> quiet = new ReadOnlyObjectWrapper<>(Quiet.OFF);
    private final ReadOnlyObjectWrapper<Set<String>> muted = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyObjectWrapper<List<Untold>> untold = new ReadOnlyObjectWrapper<>(List.of());

    /** What is to be written down after what is being written. */
    private final Map<String, String> unkept = new LinkedHashMap<>();

    private boolean keeping;

    QuietMode(PageContext context) {
        this.context = context;
    }

    /** As it was kept. */
    record Kept(Quiet quiet, Set<String> muted, List<Untold> untold) {}

    /** Reads what was kept. Blocks. */
    Kept kept() {
        return new Kept(
                preference(QUIET).map(Quiet::of).orElse(Quiet.OFF),
                preference(MUTED).map(text -> Set.copyOf(text.lines().toList())).orElse(Set.of()),
                preference(UNTOLD).map(Untold::read).orElse(List.of()));
    }

    private Optional<String> preference(String key) {
        return context.services().store().preference(key);
    }

    /** Goes on as it was kept. */
    void restore(Kept kept) {
        quiet.set(kept.quiet());
        muted.set(kept.muted());
        untold.set(kept.untold());
    }

    /** Until when it is quiet. */
    public ReadOnlyObjectProperty<Quiet> quietProperty() {
        return quiet.getReadOnlyProperty();
    }

    /** What came while it was quiet, oldest first. */
    ReadOnlyObjectProperty<List<Untold>> untoldProperty() {
        return untold.getReadOnlyProperty();
    }

    /** The environments whose news are never told. */
    ReadOnlyObjectProperty<Set<String>> mutedProperty() {
        return muted.getReadOnlyProperty();
    }

    /** Is quiet, or is not any more, also when the desk is opened the next time. */
    public void choose(Quiet chosen) {
        quiet.set(chosen);
        keep(QUIET, chosen.text());
    }

    /** Whether news of an environment are never told. */
    boolean muted(EnvironmentKey environment) {
        return muted.get().contains(name(environment));
    }

    /** Tells no news of an environment any more, or tells them again. */
    void toggle(EnvironmentKey environment) {
        Set<String> next = new TreeSet<>(muted.get());
        if (!next.remove(name(environment))) {
            next.add(name(environment));
        }
        muted.set(Set.copyOf(next));
        keep(MUTED, next.stream().collect(Collectors.joining("\n")));
    }

    /** Keeps news for later. */
    void add(List<News> news) {
        List<Untold> all = new ArrayList<>(untold.get());
        news.stream().map(Untold::of).forEach(all::add);
        setUntold(all.subList(Math.max(0, all.size() - MOST - 1), all.size()));
    }

    /** "3 not told", "more than 200 not told", or nothing. */
    String untoldWords() {
        int count = untold.get().size();
        return count == 0 ? "" : (more(untold.get()) ? "more than " + MOST : String.valueOf(count)) + " not told";
    }

    /** Whether more came than were kept. */
    static boolean more(List<Untold> untold) {
        return untold.size() > MOST;
    }

    /** Gives what was kept for later; it is told then. */
    List<Untold> take() {
        List<Untold> all = untold.get();
        if (!all.isEmpty()) {
            setUntold(List.of());
        }
        return all;
    }

    private void setUntold(List<Untold> all) {
        untold.set(List.copyOf(all));
        keep(UNTOLD, Untold.text(all));
    }

    /** One write after the other, so that the last choice is the one that stays. */
    private void keep(String key, String value) {
        unkept.put(key, value);
        if (!keeping) {
            keepNext();
        }
    }

    private void keepNext() {
        Map<String, String> next = Map.copyOf(unkept);
        unkept.clear();
        keeping = !next.isEmpty();
        if (!keeping) {
            return;
        }
        context.background()
                .run(
                        () -> {
                            next.forEach(context.services().store()::setPreference);
                            return next;
                        },
                        kept -> keepNext(),
                        failure -> {
                            context.overlays()
                                    .say("The quiet mode holds until Tapdeck is closed. It could not be saved: "
                                            + failure.getMessage());
                            keepNext();
                        });
    }

    private static String name(EnvironmentKey environment) {
        return "%s/%s/%s".formatted(environment.account(), environment.region(), environment.stackName());
    }
}
