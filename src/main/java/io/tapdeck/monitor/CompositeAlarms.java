package io.tapdeck.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the composite alarms over an environment's alarms. Their rules are CloudWatch's to evaluate. */
final class CompositeAlarms {
    /**
     * A function of a rule and its alarm, by name or ARN, with or without quotes (CloudWatch API reference,
     * PutCompositeAlarm, AlarmRule).
     */
    private static final Pattern CHILD = Pattern.compile(
            "\\b(?:ALARM|OK|INSUFFICIENT_DATA)\\s*\\(\\s*(?:\"([^\"]*)\"|'([^']*)'|([^()\\s]+))\\s*\\)");

    private CompositeAlarms() {}

    /** Those whose name begins with the stack's, or whose rule names one of the environment's alarms; by name. */
    static List<CompositeAlarm> of(Watched environment, List<AlarmState> own, AlarmReader.Alarms read) {
        if (read.composite().isEmpty()) {
            return List.of();
        }
        Map<String, AlarmState.State> states = new HashMap<>();
        read.metric().forEach(alarm -> states.put(alarm.alarmName(), AlarmStates.state(alarm.stateValue())));
        read.composite().forEach(alarm -> states.put(alarm.alarmName(), AlarmStates.state(alarm.stateValue())));
        List<String> names = own.stream().map(AlarmState::name).toList();
        List<CompositeAlarm> found = new ArrayList<>();
        for (var alarm : read.composite()) {
            Set<String> children = children(Objects.requireNonNullElse(alarm.alarmRule(), ""));
            if (alarm.alarmName().startsWith(environment.stackName() + "-")
                    || children.stream().anyMatch(names::contains)) {
                found.add(composite(alarm, children, states));
            }
        }
        found.sort(Comparator.comparing(CompositeAlarm::name));
        return found;
    }

    private static CompositeAlarm composite(
            software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm alarm,
            Set<String> children,
            Map<String, AlarmState.State> states) {
        return new CompositeAlarm(
                alarm.alarmName(),
                alarm.alarmArn(),
                AlarmStates.state(alarm.stateValue()),
                Objects.requireNonNullElse(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()),
                Objects.requireNonNullElse(alarm.stateReason(), ""),
                Objects.requireNonNullElse(alarm.alarmRule(), ""),
                children.stream()
                        .map(name -> new CompositeAlarm.Child(name, states.get(name)))
                        .toList(),
                new AlarmActions(
                        Boolean.TRUE.equals(alarm.actionsEnabled()),
                        alarm.alarmActions(),
                        alarm.okActions(),
                        alarm.insufficientDataActions()),
                // Absent unless they are suppressed (CloudWatch API reference, CompositeAlarm, ActionsSuppressedBy).
                alarm.actionsSuppressedBy() != null);
    }

    /** The names of the alarms in a rule, in its order. */
    static Set<String> children(String rule) {
        Set<String> names = new LinkedHashSet<>();
        Matcher child = CHILD.matcher(rule);
        while (child.find()) {
            String name =
                    child.group(1) != null ? child.group(1) : child.group(2) != null ? child.group(2) : child.group(3);
            int arn = name.indexOf(":alarm:");
            names.add(name.startsWith("arn:") && arn > 0 ? name.substring(arn + ":alarm:".length()) : name);
        }
        return names;
    }
}
