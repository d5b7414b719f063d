package io.tapdeck.desk.alarms;

import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.home.EnvironmentRow;
import io.tapdeck.desk.home.HomeModel;
import io.tapdeck.desk.home.Knowledge;
import io.tapdeck.desk.home.Source;
import io.tapdeck.monitor.AlarmChange;
import io.tapdeck.store.StoreException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Takes news from the monitors to whoever tells them, and has them marked as told only then: what cannot be told now stays
 * for the next round. One round at a time, so that nothing is told twice. For the JavaFX thread only.
 */
final class NewsRounds {
    private final Background background;
    private final HomeModel environments;
    private final BiConsumer<List<News>, List<EnvironmentRow>> tell;
    private boolean running;
    private boolean again;
    private boolean closed;

    /**
     * No round yet.
     *
     * @param tell gets the news of a round, of which there may be none, and all rows as they were then
     */
    NewsRounds(Background background, HomeModel environments, BiConsumer<List<News>, List<EnvironmentRow>> tell) {
        this.background = background;
        this.environments = environments;
        this.tell = tell;
    }

    /** What one round brings. */
    private record Round(Knowledge known, List<News> news, Map<Source, List<AlarmChange>> changes) {}

    /** Tells what is new; after the round that runs, if one does. */
    void go() {
        again = running;
        if (running || closed) {
            return;
        }
        running = true;
        Knowledge known = environments.knowledgeProperty().get();
        List<Source> sources = environments.sources();
        background.run(
                () -> gather(sources, known), this::tell, failure -> ended("news of alarms are not known", failure));
    }

    /** Tells nothing any more; what was not told by now is news at the next start. */
    void close() {
        closed = true;
    }

    private static Round gather(List<Source> sources, Knowledge known) {
        List<News> news = new ArrayList<>();
        Map<Source, List<AlarmChange>> changes = new HashMap<>();
        for (Source source : sources) {
            for (AlarmChange change : source.monitor().news()) {
                // A page may have read of an environment that the list does not know yet: then the next round tells it.
                row(source, change, known).ifPresent(row -> {
                    news.add(new News(row, change));
                    changes.computeIfAbsent(source, from -> new ArrayList<>()).add(change);
                });
            }
        }
        return new Round(known, news, changes);
    }

    private static Optional<EnvironmentRow> row(Source source, AlarmChange change, Knowledge known) {
        return known.rows().stream()
                .filter(row -> row.session().equals(source.session())
                        && row.stackName().equals(change.stackName()))
                .findFirst();
    }

    private void tell(Round round) {
        if (closed) {
            return;
        }
        tell.accept(round.news(), round.known().rows());
        if (round.news().isEmpty()) {
            ended();
            return;
        }
        background.run(
                () -> {
                    round.changes().forEach(NewsRounds::told);
                    return round;
                },
                done -> ended(),
                failure -> ended("it is not known what was told", failure));
    }

    /** One account's store that cannot be written does not keep the others' news from being marked. */
    private static void told(Source source, List<AlarmChange> changes) {
        try {
            source.monitor().told(changes);
        } catch (StoreException e) {
            log("a restart tells again what was told", e);
        }
    }

    private void ended(String what, Exception failure) {
        log(what, failure);
        ended();
    }

    private void ended() {
        running = false;
        if (again) {
            go();
        }
    }

    private static void log(String what, Exception failure) {
        System.getLogger(NewsRounds.class.getName()).log(System.Logger.Level.WARNING, what, failure);
    }
}
