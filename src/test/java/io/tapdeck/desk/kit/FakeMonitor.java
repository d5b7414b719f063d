package io.tapdeck.desk.kit;

import io.tapdeck.monitor.Acknowledgement;
import io.tapdeck.monitor.AlarmChange;
import io.tapdeck.monitor.AlarmRing;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Glance;
import io.tapdeck.monitor.Monitor;
import io.tapdeck.monitor.MonitorException;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.TopicSubscriptions;
import io.tapdeck.monitor.Watch;
import io.tapdeck.monitor.Watched;
import io.tapdeck.monitor.Window;
import io.tapdeck.store.StoreException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Alarms and metrics that a test writes. */
public final class FakeMonitor implements Monitor {
    private final Map<String, Glance> glances = new ConcurrentHashMap<>();
    private volatile @Nullable BiFunction<Watched, Range, Watch> watches;
    private volatile @Nullable BiFunction<Watched, Window, Watch> windows;
    private final List<Window> asked = new CopyOnWriteArrayList<>();
    private volatile @Nullable MonitorException failure;
    private volatile boolean acknowledgementsFail;
    private final List<AlarmChange> news = new CopyOnWriteArrayList<>();
    private final Map<String, List<AlarmRing>> rings = new ConcurrentHashMap<>();
    private final List<Acknowledgement> acknowledgements = new CopyOnWriteArrayList<>();
    private final Map<String, TopicSubscriptions> topics = new ConcurrentHashMap<>();

    /** What is seen of a stack in a list. */
    public void glanceAt(String stackName, Glance glance) {
        glances.put(stackName, glance);
    }

    /** What an environment's page sees. */
    public void watchAs(BiFunction<Watched, Range, Watch> answer) {
        watches = answer;
    }

    /** What an environment's page sees of a window to which its reader went; without it, the range that is as long. */
    public void windowAs(BiFunction<Watched, Window, Watch> answer) {
        windows = answer;
    }

    /** The windows, not ranges, that CloudWatch was asked for so far. */
    public List<Window> asked() {
        return asked;
    }

    /** Every reading fails from now on; null mends it. */
    public void fail(@Nullable MonitorException reason) {
        failure = reason;
    }

    private void enter() {
        OffScreen.require();
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public Watch refresh(Watched environment, Range range) {
        enter();
        return known(environment, range);
    }

    @Override
    public Watch known(Watched environment, Range range) {
        OffScreen.require();
        BiFunction<Watched, Range, Watch> answer = watches;
        if (answer == null) {
            throw new IllegalStateException("no watch was prepared");
        }
        return answer.apply(environment, range);
    }

    @Override
    public Watch refresh(Watched environment, Window window) {
        enter();
        asked.add(window);
        return known(environment, window);
    }

    /** As over the shortest range that is as long. */
    @Override
    public Watch known(Watched environment, Window window) {
        BiFunction<Watched, Window, Watch> answer = windows;
        return answer == null ? known(environment, covering(window)) : answer.apply(environment, window);
    }

    private static Range covering(Window window) {
        return Stream.of(Range.values())
                .filter(range -> range.length().compareTo(window.length()) >= 0)
                .findFirst()
                .orElse(Range.YEAR);
    }

    @Override
    public Series history(Watched environment, String chartId, Window window) {
        enter();
        return known(environment, window).series(chartId).orElseThrow();
    }

    /** What went on; news until it is told. */
    public void newsOf(AlarmChange change) {
        news.add(change);
    }

    @Override
    public List<AlarmChange> news() {
        OffScreen.require();
        return List.copyOf(news);
    }

    @Override
    public void told(Collection<AlarmChange> changes) {
        OffScreen.require();
        news.removeAll(changes);
    }

    /** An alarm of a stack is so from now on. */
    public void nowIn(String stackName, AlarmState alarm) {
        glances.computeIfPresent(
                stackName,
                (stack, glance) -> new Glance(
                        glance.alarms().stream()
                                .map(each -> each.arn().equals(alarm.arn()) ? alarm : each)
                                .toList(),
                        glance.line()));
    }

    /** An alarm of a stack rang; it is in what is kept. */
    public void rang(String stackName, AlarmRing ring) {
        rings.computeIfAbsent(stackName, stack -> new CopyOnWriteArrayList<>()).addFirst(ring);
    }

    @Override
    public List<AlarmRing> rings(Watched environment, Instant start) {
        OffScreen.require();
        return rings.getOrDefault(environment.stackName(), List.of()).stream()
                .filter(ring -> !ring.from().isBefore(start))
                .toList();
    }

    @Override
    public Acknowledgement acknowledge(Watched environment, AlarmState alarm, String note) {
        enter();
        Acknowledgement acknowledgement = new Acknowledgement(
                alarm.arn(),
                alarm.name(),
                alarm.since(),
                "arn:aws:sts::000000000000:assumed-role/Administrator/test",
                note,
                null);
        acknowledgements.addFirst(acknowledgement);
        return acknowledgement;
    }

    /** Who has acknowledged what cannot be read from now on. */
    public void failAcknowledgements() {
        acknowledgementsFail = true;
    }

    @Override
    public List<Acknowledgement> acknowledgements(Watched environment) {
        enter();
        if (acknowledgementsFail) {
            throw new StoreException("The local database is locked.", new IllegalStateException());
        }
        return List.copyOf(acknowledgements);
    }

    /** Who hears what is published on a topic. */
    public void topic(String arn, TopicSubscriptions who) {
        topics.put(arn, who);
    }

    @Override
    public Map<String, TopicSubscriptions> subscriptions(Collection<String> topicArns) {
        enter();
        Map<String, TopicSubscriptions> found = new HashMap<>(topics);
        found.keySet().retainAll(topicArns);
        return found;
    }

    @Override
    public Map<String, Glance> glance(List<Watched> environments) {
        enter();
        Map<String, Glance> found = new HashMap<>();
        for (Watched environment : environments) {
            Glance glance = glances.get(environment.stackName());
            if (glance != null) {
                found.put(environment.stackName(), glance);
            }
        }
        return found;
    }
}
