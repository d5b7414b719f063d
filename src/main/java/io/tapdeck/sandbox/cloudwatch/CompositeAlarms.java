package io.tapdeck.sandbox.cloudwatch;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.cloudwatch.rule.AlarmRule;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * The composite alarms of an account and region (user guide, "Combining alarms"): each is evaluated when it is put, and
 * whenever an alarm of its rule has changed its state. Which rules and words are AWS's own is in this package's README.
 */
final class CompositeAlarms {
    private static final DateTimeFormatter IN_TEXT = DateTimeFormatter.ofPattern(
                    "EEEE dd MMMM, yyyy HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter IN_DATA = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Function<String, Optional<AlarmStanding>> metricAlarms;
    private final AlarmHistory history;
    private final TreeMap<String, Entry> entries = new TreeMap<>();

    private record Entry(CompositeAlarm alarm, AlarmRule rule) {

        AlarmStanding standing() {
            return AlarmStanding.of(alarm);
        }

        boolean looksAt(AlarmStanding child) {
            return rule.alarms().stream().anyMatch(child::isCalled);
        }
    }

    /**
     * No composite alarms.
     *
     * @param metricAlarms by name or ARN
     */
    CompositeAlarms(Function<String, Optional<AlarmStanding>> metricAlarms, AlarmHistory history) {
        this.metricAlarms = metricAlarms;
        this.history = history;
    }

    /** All of them, by name. */
    List<CompositeAlarm> all() {
        return entries.values().stream().map(Entry::alarm).toList();
    }

    Optional<CompositeAlarm> find(String name) {
        return Optional.ofNullable(entries.get(name)).map(Entry::alarm);
    }

    /** The names of those whose rule looks at an alarm. */
    List<String> above(AlarmStanding child) {
        return entries.values().stream()
                .filter(entry -> entry.looksAt(child))
                .map(entry -> entry.alarm.alarmName())
                .toList();
    }

    /** The alarm of either type that a rule means; empty when there is none. */
    Optional<AlarmStanding> standing(String nameOrArn) {
        return metricAlarms
                .apply(nameOrArn)
                .or(() -> entries.values().stream()
                        .map(Entry::standing)
                        .filter(one -> one.isCalled(nameOrArn))
                        .findFirst());
    }

    /**
     * Makes a composite alarm, or changes one but for its state, and evaluates it.
     *
     * @param configuration an alarm without state
     * @param rule its rule, whose alarms exist
     */
    void put(CompositeAlarm configuration, AlarmRule rule, Instant at) {
        Entry known = entries.get(configuration.alarmName());
        CompositeAlarm.Builder changed = configuration.toBuilder().alarmConfigurationUpdatedTimestamp(at);
        if (known == null) {
            changed.stateValue(StateValue.INSUFFICIENT_DATA)
                    .stateReason(Alarms.INITIALLY)
                    .stateUpdatedTimestamp(at)
                    .stateTransitionedTimestamp(at);
        } else {
            changed.stateValue(known.alarm.stateValue())
                    .stateReason(known.alarm.stateReason())
                    .stateReasonData(known.alarm.stateReasonData())
                    .stateUpdatedTimestamp(known.alarm.stateUpdatedTimestamp())
                    .stateTransitionedTimestamp(known.alarm.stateTransitionedTimestamp());
        }
        Entry entry = new Entry(changed.build(), rule);
        entries.put(configuration.alarmName(), entry);
        history.configurationUpdate(entry.standing(), known == null ? "Create" : "Update", at);
        List<AlarmStanding> children = new ArrayList<>();
        rule.alarms().forEach(name -> standing(name).ifPresent(children::add));
        String cause = "%s was %s and its alarm rule evaluates to "
                .formatted(configuration.alarmArn(), known == null ? "created" : "updated");
        StateValue state = state(rule);
        enterIfOther(entry, state, cause + state, children, at, new HashSet<>());
    }

    void delete(String name, Instant at) {
        Entry removed = entries.remove(name);
        if (removed != null) {
            history.configurationUpdate(removed.standing(), "Delete", at);
        }
    }

    /** Switches an alarm's actions on or off. */
    void enableActions(String name, boolean enabled, Instant at) {
        Entry entry = Objects.requireNonNull(entries.get(name));
        CompositeAlarm changed = entry.alarm.toBuilder()
                .actionsEnabled(enabled)
                .alarmConfigurationUpdatedTimestamp(at)
                .build();
        entries.put(name, new Entry(changed, entry.rule));
        history.configurationUpdate(AlarmStanding.of(changed), "Update", at);
    }

    /** Puts an alarm into a state until an alarm of its rule changes. */
    void set(String name, StateValue state, String reason, String reasonData, Instant at) {
        enter(Objects.requireNonNull(entries.get(name)), state, reason, reasonData, at, new HashSet<>());
    }

    /** Evaluates what looks at an alarm that has changed its state. */
    void changed(AlarmStanding child, Instant at) {
        changed(child, at, new HashSet<>());
    }

    /** Stops where it comes round to an alarm again (API reference, "PutCompositeAlarm", on cycles). */
    private void changed(AlarmStanding child, Instant at, Set<String> seen) {
        String cause = "%s transitioned to %s at %s".formatted(child.arn(), child.state(), IN_TEXT.format(at));
        for (Entry entry : List.copyOf(entries.values())) {
            if (entry.looksAt(child)) {
                enterIfOther(entry, state(entry.rule), cause, List.of(child), at, seen);
            }
        }
    }

    private void enterIfOther(
            Entry entry, StateValue state, String reason, List<AlarmStanding> triggers, Instant at, Set<String> seen) {
        if (entry.alarm.stateValue() != state) {
            enter(entry, state, reason, data(triggers), at, seen);
        }
    }

    private void enter(Entry entry, StateValue state, String reason, String reasonData, Instant at, Set<String> seen) {
        AlarmStanding before = entry.standing();
        boolean transition = before.state() != state;
        CompositeAlarm after = entry.alarm.toBuilder()
                .stateValue(state)
                .stateReason(reason)
                .stateReasonData(reasonData.isEmpty() ? null : reasonData)
                .stateUpdatedTimestamp(at)
                .stateTransitionedTimestamp(transition ? at : entry.alarm.stateTransitionedTimestamp())
                .build();
        entries.put(after.alarmName(), new Entry(after, entry.rule));
        if (transition) {
            AlarmStanding now = AlarmStanding.of(after);
            history.transition(before, now, at);
            if (seen.add(after.alarmName())) {
                changed(now, at, seen);
            }
        }
    }

    private StateValue state(AlarmRule rule) {
        return rule.holds(name -> standing(name).map(AlarmStanding::state)) ? StateValue.ALARM : StateValue.OK;
    }

    private static String data(List<AlarmStanding> triggers) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        ArrayNode alarms = data.putArray("triggeringAlarms");
        for (AlarmStanding trigger : triggers) {
            alarms.addObject()
                    .put("arn", trigger.arn())
                    .putObject("state")
                    .put("value", trigger.state().toString())
                    .put("timestamp", IN_DATA.format(trigger.since()));
        }
        return data.toString();
    }
}
