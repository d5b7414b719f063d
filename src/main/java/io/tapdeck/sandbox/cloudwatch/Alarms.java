package io.tapdeck.sandbox.cloudwatch;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * The alarms of an account and region, advanced over time: every evaluation that is due takes place at its own moment.
 * What is on record of earlier ones happens again without them.
 */
final class Alarms {
    static final String INITIALLY = "Unchecked: Initial alarm creation";

    private final AlarmCheck check;
    private final AlarmHistory history;
    private final BiConsumer<AlarmStanding, Instant> transitions;
    private final AlarmRecord record;
    private final Deque<AlarmTransition> remembered;
    private final TreeMap<String, Entry> entries = new TreeMap<>();

    /**
     * An alarm and the time of its last evaluation.
     *
     * @param deployed as CloudFormation last made it; null if it did not. What others change since is theirs.
     */
    private record Entry(
            AlarmMetric metric, Instant evaluated, @Nullable MetricAlarm deployed) {

        MetricAlarm alarm() {
            return metric.alarm();
        }

        Entry with(MetricAlarm alarm, @Nullable MetricAlarm deployed) {
            return new Entry(new AlarmMetric(alarm), evaluated, deployed);
        }

        /** The first moment after the last one, and after another time. */
        Instant next(Instant known) {
            Instant last = known.isAfter(evaluated) ? known : evaluated;
            long seconds = AlarmCheck.interval(metric).toSeconds();
            return Instant.ofEpochSecond((Math.floorDiv(last.getEpochSecond(), seconds) + 1) * seconds);
        }
    }

    /**
     * No alarms.
     *
     * @param transitions told of every change of state
     * @param record of alarms that there will be
     */
    Alarms(AlarmCheck check, AlarmHistory history, BiConsumer<AlarmStanding, Instant> transitions, AlarmRecord record) {
        this.check = check;
        this.history = history;
        this.transitions = transitions;
        this.record = record;
        this.remembered = new ArrayDeque<>(record.known());
    }

    /** All of them, by name. */
    List<MetricAlarm> all() {
        return entries.values().stream().map(Entry::alarm).toList();
    }

    Optional<MetricAlarm> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::alarm);
    }

    /** By name or ARN. */
    Optional<AlarmStanding> standing(String nameOrArn) {
        String name = nameOrArn.startsWith("arn:") ? nameOrArn.replaceFirst("^.*:alarm:", "") : nameOrArn;
        return find(name).map(AlarmStanding::of).filter(alarm -> alarm.isCalled(nameOrArn));
    }

    /**
     * Makes an alarm, or changes one but for its state.
     *
     * @param configuration an alarm without state
     */
    void put(MetricAlarm configuration, Instant at) {
        Entry known = entries.get(configuration.alarmName());
        put(configuration, at, known == null ? null : known.deployed);
    }

    private void put(MetricAlarm configuration, Instant at, @Nullable MetricAlarm deployed) {
        Entry known = entries.get(configuration.alarmName());
        if (known == null) {
            MetricAlarm created = configuration.toBuilder()
                    .alarmConfigurationUpdatedTimestamp(at)
                    .stateValue(StateValue.INSUFFICIENT_DATA)
                    .stateReason(INITIALLY)
                    .stateUpdatedTimestamp(at)
                    .stateTransitionedTimestamp(at)
                    .build();
            entries.put(created.alarmName(), new Entry(new AlarmMetric(created), at, deployed));
            history.configurationUpdate(AlarmStanding.of(created), "Create", at);
        } else if (!configuration(known.alarm()).equals(configuration)) {
            MetricAlarm changed = withState(configuration, known.alarm()).toBuilder()
                    .alarmConfigurationUpdatedTimestamp(at)
                    .build();
            entries.put(changed.alarmName(), known.with(changed, deployed));
            history.configurationUpdate(AlarmStanding.of(changed), "Update", at);
        } else {
            entries.put(configuration.alarmName(), new Entry(known.metric, known.evaluated, deployed));
        }
    }

    void delete(String name, Instant at) {
        Entry removed = entries.remove(name);
        if (removed != null) {
            history.configurationUpdate(AlarmStanding.of(removed.alarm()), "Delete", at);
        }
    }

    /**
     * Takes up what CloudFormation has made, changed and deleted.
     *
     * @param deployed configurations by the time of their creation
     */
    void deployed(Map<MetricAlarm, Instant> deployed, Instant now) {
        deployed.forEach((configuration, createdAt) -> {
            Entry known = entries.get(configuration.alarmName());
            if (known == null || !configuration.equals(known.deployed)) {
                put(configuration, known == null ? createdAt : now, configuration);
            }
        });
        Collection<String> names =
                deployed.keySet().stream().map(MetricAlarm::alarmName).toList();
        entries.values().stream()
                .filter(entry ->
                        entry.deployed != null && !names.contains(entry.alarm().alarmName()))
                .map(entry -> entry.alarm().alarmName())
                .toList()
                .forEach(name -> delete(name, now));
    }

    /** Evaluates every alarm at every moment that has come, those of one moment by name. */
    void advance(Instant now) {
        while (!remembered.isEmpty() && !remembered.getFirst().at().isAfter(now)) {
            enter(remembered.removeFirst());
        }
        Optional<Instant> moment = nextMoment();
        while (moment.isPresent() && !moment.get().isAfter(now)) {
            Instant at = moment.get();
            List.copyOf(entries.values()).stream()
                    .filter(entry -> entry.next(record.until()).equals(at))
                    .map(entry -> entry.alarm().alarmName())
                    .forEach(name -> evaluate(name, at));
            moment = nextMoment();
        }
    }

    private Optional<Instant> nextMoment() {
        return entries.values().stream()
                .map(entry -> entry.next(record.until()))
                .min(Comparator.naturalOrder());
    }

    private void evaluate(String name, Instant at) {
        Entry entry = entries.get(name);
        if (entry == null) {
            // What another alarm of this moment has set off may have ended it.
            return;
        }
        AlarmReason found = check.at(entry.metric, at);
        MetricAlarm alarm = entry.alarm();
        entries.put(name, new Entry(entry.metric, at, entry.deployed));
        if (found.state() != alarm.stateValue()) {
            AlarmTransition transition = new AlarmTransition(name, found.state(), found.text(), found.data(), at);
            record.found().accept(transition);
            enter(transition);
        }
    }

    /** An alarm that is gone by now enters nothing. */
    private void enter(AlarmTransition transition) {
        find(transition.alarm())
                .ifPresent(alarm -> enter(
                        alarm,
                        alarm.toBuilder()
                                .stateValue(transition.state())
                                .stateReason(transition.reason())
                                .stateReasonData(transition.reasonData()),
                        transition.at()));
    }

    /** Puts an alarm into a state until its next evaluation. */
    void set(String name, StateValue state, String reason, String reasonData, Instant at) {
        MetricAlarm alarm = find(name).orElseThrow();
        MetricAlarm.Builder changed = alarm.toBuilder().stateValue(state).stateReason(reason);
        enter(alarm, changed.stateReasonData(reasonData.isEmpty() ? null : reasonData), at);
    }

    private void enter(MetricAlarm before, MetricAlarm.Builder changed, Instant at) {
        boolean transition = before.stateValue() != changed.build().stateValue();
        MetricAlarm after = changed.stateUpdatedTimestamp(at)
                .stateTransitionedTimestamp(transition ? at : before.stateTransitionedTimestamp())
                .build();
        replace(after);
        if (transition) {
            AlarmStanding now = AlarmStanding.of(after);
            history.transition(AlarmStanding.of(before), now, at);
            transitions.accept(now, at);
        }
    }

    /** Switches an alarm's actions on or off. */
    void enableActions(String name, boolean enabled, Instant at) {
        MetricAlarm changed = find(name).orElseThrow().toBuilder()
                .actionsEnabled(enabled)
                .alarmConfigurationUpdatedTimestamp(at)
                .build();
        replace(changed);
        history.configurationUpdate(AlarmStanding.of(changed), "Update", at);
    }

    private void replace(MetricAlarm alarm) {
        entries.computeIfPresent(alarm.alarmName(), (_, entry) -> entry.with(alarm, entry.deployed));
    }

    private static MetricAlarm configuration(MetricAlarm alarm) {
        return alarm.toBuilder()
                .alarmConfigurationUpdatedTimestamp(null)
                .stateValue((StateValue) null)
                .stateReason(null)
                .stateReasonData(null)
                .stateUpdatedTimestamp(null)
                .stateTransitionedTimestamp(null)
                .build();
    }

    private static MetricAlarm withState(MetricAlarm configuration, MetricAlarm state) {
        return configuration.toBuilder()
                .stateValue(state.stateValue())
                .stateReason(state.stateReason())
                .stateReasonData(state.stateReasonData())
                .stateUpdatedTimestamp(state.stateUpdatedTimestamp())
                .stateTransitionedTimestamp(state.stateTransitionedTimestamp())
                .build();
    }
}
