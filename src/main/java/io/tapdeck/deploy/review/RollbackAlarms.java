package io.tapdeck.deploy.review;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.deploy.RollbackTriggers;
import io.tapdeck.deploy.RollbackTriggers.Alarm;
import io.tapdeck.deploy.RollbackTriggers.LeftOut;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.template.TemplateGraph;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.model.ResourceStatus;
import software.amazon.awssdk.services.cloudformation.model.RollbackTrigger;
import software.amazon.awssdk.services.cloudformation.model.Stack;
import software.amazon.awssdk.services.cloudformation.model.StackResourceSummary;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * Chooses the alarms that an update of a stack is rolled back by. A trigger whose alarm is missing at any time fails the
 * whole update, so only alarms count that exist before, during and after it (CloudFormation API reference,
 * RollbackTrigger).
 */
public final class RollbackAlarms {
    private static final Set<String> TYPES = Set.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm");

    private final AwsConnection connection;
    private final Calls calls;

    RollbackAlarms(AwsConnection connection, Calls calls) {
        this.connection = connection;
        this.calls = calls;
    }

    private record Found(String arn, StateValue state) {}

    /** What is watched where nothing is asked for: nothing, and what an earlier update watched is told. */
    public static RollbackTriggers none(Stack running) {
        return new RollbackTriggers(Duration.ZERO, List.of(), List.of(), watchedBefore(running));
    }

    /**
     * The alarms to watch.
     *
     * @param made the stack's resources as they are now
     * @param template what is deployed; an alarm that is not in it goes away
     * @param unsteady logical ids of alarms that a change set replaces or removes
     */
    RollbackTriggers choose(
            Stack running,
            Duration watchTime,
            List<StackResourceSummary> made,
            TemplateGraph template,
            Collection<String> unsteady) {
        List<StackResourceSummary> candidates = inOrder(template, made);
        Map<String, Found> known = states(candidates.stream()
                .map(StackResourceSummary::physicalResourceId)
                .toList());
        List<Alarm> watched = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        // An alarm without data tells nothing yet: others come first.
        candidates.stream()
                .sorted(Comparator.comparing(one -> silent(known.get(one.physicalResourceId()))))
                .forEach(alarm -> {
                    String name = alarm.physicalResourceId();
                    Found found = known.get(name);
                    boolean rings = found != null && found.state() == StateValue.ALARM;
                    if (found == null) {
                        leftOut.add(new LeftOut(name, "is missing in CloudWatch; watching it would roll back", false));
                    } else if (!template.logicalIds().contains(alarm.logicalResourceId())
                            || unsteady.contains(alarm.logicalResourceId())) {
                        leftOut.add(new LeftOut(name, "is replaced or removed by this change", rings));
                    } else if (rings) {
                        leftOut.add(new LeftOut(name, "is in ALARM now and may roll back at once", true));
                    } else if (watched.size() == RollbackTriggers.MOST) {
                        leftOut.add(new LeftOut(name, "is one too many: AWS watches five", false));
                    } else {
                        watched.add(new Alarm(alarm.logicalResourceId(), name, found.arn(), alarm.resourceType()));
                    }
                });
        List<String> names = watched.stream().map(Alarm::name).toList();
        return new RollbackTriggers(
                watched.isEmpty() ? Duration.ZERO : watchTime,
                watched,
                leftOut,
                watchedBefore(running).stream()
                        .filter(name -> !names.contains(name))
                        .toList());
    }

    private static boolean silent(@Nullable Found found) {
        return found == null || found.state() == StateValue.INSUFFICIENT_DATA;
    }

    private static List<StackResourceSummary> inOrder(TemplateGraph template, List<StackResourceSummary> made) {
        List<String> order = List.copyOf(template.logicalIds());
        return made.stream()
                .filter(resource -> TYPES.contains(resource.resourceType()))
                .filter(resource -> resource.resourceStatus() != ResourceStatus.DELETE_COMPLETE
                        && resource.physicalResourceId() != null)
                .sorted(Comparator.comparingInt(resource -> order.indexOf(resource.logicalResourceId())))
                .toList();
    }

    private Map<String, Found> states(List<String> names) {
        Map<String, Found> states = new LinkedHashMap<>();
        if (!names.isEmpty()) {
            calls.call(() -> connection
                            .cloudWatch()
                            .describeAlarmsPaginator(request -> request.alarmNames(names)
                                    .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM))
                            .stream()
                            .toList())
                    .forEach(page -> {
                        page.metricAlarms()
                                .forEach(alarm ->
                                        states.put(alarm.alarmName(), new Found(alarm.alarmArn(), alarm.stateValue())));
                        page.compositeAlarms()
                                .forEach(alarm ->
                                        states.put(alarm.alarmName(), new Found(alarm.alarmArn(), alarm.stateValue())));
                    });
        }
        return states;
    }

    private static List<String> watchedBefore(Stack running) {
        return Stream.ofNullable(running.rollbackConfiguration())
                .flatMap(configuration -> configuration.rollbackTriggers().stream())
                .map(RollbackTrigger::arn)
                .map(arn -> arn.substring(arn.indexOf(":alarm:") + ":alarm:".length()))
                .toList();
    }
}
