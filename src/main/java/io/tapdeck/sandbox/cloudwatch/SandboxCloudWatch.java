package io.tapdeck.sandbox.cloudwatch;

import io.tapdeck.sandbox.cloudwatch.metrics.MetricKey;
import io.tapdeck.sandbox.cloudwatch.metrics.MetricSource;
import io.tapdeck.sandbox.cloudwatch.metrics.Metrics;
import io.tapdeck.sandbox.cloudwatch.rule.AlarmRule;
import io.tapdeck.sandbox.cloudwatch.workload.Workloads;
import io.tapdeck.sandbox.wire.Partitions;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DeleteDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DeleteDashboardsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmHistoryResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsForMetricResponse;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.DimensionFilter;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DisableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsRequest;
import software.amazon.awssdk.services.cloudwatch.model.EnableAlarmActionsResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetDashboardResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricStatisticsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListDashboardsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListMetricsResponse;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutDashboardResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmResponse;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateRequest;
import software.amazon.awssdk.services.cloudwatch.model.SetAlarmStateResponse;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.cloudwatch.model.Tag;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.TagResourceResponse;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceRequest;
import software.amazon.awssdk.services.cloudwatch.model.UntagResourceResponse;

/**
 * CloudWatch over what is deployed: a workload's metrics for every Aurora cluster, queue, table and bucket, the alarms of the deployed templates,
 * and whatever callers put. Every call first brings it up to the clock's time; it depends on nothing but its calls, the
 * clock and the world. Calls come one at a time.
 */
public final class SandboxCloudWatch implements CloudWatchClient {
    private static final String ALARM = "AWS::CloudWatch::Alarm";
    private static final int METRICS_A_PAGE = 500;
    private static final Duration METRICS_LISTED = Duration.ofDays(14);

    private final InstantSource clock;
    private final ResourceWorld world;
    private final List<MetricSource> sources = new ArrayList<>();
    private final PutMetrics put = new PutMetrics();
    private final Metrics metrics;
    private final AlarmHistory history = new AlarmHistory();
    private final Alarms alarms;
    private final CompositeAlarms composites;
    private final AlarmConfigurations configurations;
    private final Dashboards dashboards;
    private final Map<String, TreeMap<String, String>> tags = new LinkedHashMap<>();

    /**
     * A CloudWatch where nobody has put anything.
     *
     * @param clock the sandbox's time; never runs backwards
     * @param world what CloudFormation has made
     * @param account 12 digits
     * @param region such as {@code us-east-1}
     */
    public SandboxCloudWatch(InstantSource clock, ResourceWorld world, String account, String region) {
        this(clock, world, account, region, AlarmRecord.none());
    }

    /**
     * A CloudWatch where nobody has put anything yet, of whose alarms something is known all the same: they will be put
     * again, and then it holds.
     *
     * @param clock the sandbox's time; never runs backwards
     * @param world what CloudFormation has made
     * @param account 12 digits
     * @param region such as {@code us-east-1}
     */
    public SandboxCloudWatch(
            InstantSource clock, ResourceWorld world, String account, String region, AlarmRecord record) {
        this.clock = clock;
        this.world = world;
        sources.addAll(Workloads.of(world, clock));
        sources.add(put);
        metrics = new Metrics(sources);
        alarms = new Alarms(new AlarmCheck(metrics), history, this::changed, record);
        composites = new CompositeAlarms(alarms::standing, history);
        configurations = new AlarmConfigurations(account, region);
        dashboards = new Dashboards(account, Partitions.of(region), world.account());
        world.alarms(this::stateOf);
    }

    private Optional<String> stateOf(String arn, Instant at) {
        advanceTo(at);
        return composites.standing(arn).map(alarm -> alarm.state().toString());
    }

    private void changed(AlarmStanding alarm, Instant at) {
        composites.changed(alarm, at);
    }

    /** Everything that is due happens, as at the beginning of every call; returns the time that it has come to. */
    public Instant advance() {
        Instant now = clock.instant();
        advanceTo(now);
        return now;
    }

    private void advanceTo(Instant now) {
        sources.forEach(MetricSource::advance);
        Map<MetricAlarm, Instant> deployed = new LinkedHashMap<>();
        for (LiveResource resource : world.ofType(ALARM)) {
            deployed.put(configurations.of(resource), resource.createdAt());
        }
        alarms.deployed(deployed, now);
        alarms.advance(now);
    }

    /** Lets CloudFormation see what was changed of an alarm that a stack has made. */
    private void show(String name, Instant now) {
        alarms.find(name)
                .ifPresent(alarm -> world.find(ALARM, name)
                        .ifPresent(live -> world.put(live.with(AlarmProperties.of(alarm, live.properties()), now))));
    }

    @Override
    public GetMetricDataResponse getMetricData(GetMetricDataRequest request) {
        return new MetricDataQueries(metrics).answer(request, advance());
    }

    @Override
    public GetMetricStatisticsResponse getMetricStatistics(GetMetricStatisticsRequest request) {
        return new StatisticsQuery(metrics).answer(request, advance());
    }

    @Override
    public ListMetricsResponse listMetrics(ListMetricsRequest request) {
        Instant now = advance();
        Instant from =
                now.minus("PT3H".equals(request.recentlyActiveAsString()) ? Duration.ofHours(3) : METRICS_LISTED);
        List<MetricKey> chosen = metrics.metrics(from, now).stream()
                .filter(metric ->
                        request.namespace() == null || request.namespace().equals(metric.namespace()))
                .filter(metric ->
                        request.metricName() == null || request.metricName().equals(metric.name()))
                .filter(metric -> request.dimensions().stream().allMatch(filter -> matches(metric, filter)))
                .toList();
        Page<MetricKey> page = Page.of(chosen, request.nextToken(), METRICS_A_PAGE);
        return ListMetricsResponse.builder()
                .metrics(page.items().stream().map(MetricKey::toMetric).toList())
                .nextToken(page.nextToken())
                .build();
    }

    private static boolean matches(MetricKey metric, DimensionFilter filter) {
        String value = metric.dimensions().get(filter.name());
        return value != null && (filter.value() == null || filter.value().equals(value));
    }

    @Override
    public PutMetricDataResponse putMetricData(PutMetricDataRequest request) {
        put.put(request, advance());
        return PutMetricDataResponse.builder().build();
    }

    @Override
    public DescribeAlarmsResponse describeAlarms(DescribeAlarmsRequest request) {
        advance();
        return new AlarmQueries(alarms, composites).answer(request);
    }

    @Override
    public DescribeAlarmsForMetricResponse describeAlarmsForMetric(DescribeAlarmsForMetricRequest request) {
        advance();
        return new AlarmQueries(alarms, composites).answer(request);
    }

    @Override
    public DescribeAlarmHistoryResponse describeAlarmHistory(DescribeAlarmHistoryRequest request) {
        return history.answer(request, advance());
    }

    @Override
    public PutMetricAlarmResponse putMetricAlarm(PutMetricAlarmRequest request) {
        Instant now = advance();
        MetricAlarm alarm = configurations.of(request);
        boolean known = alarms.find(alarm.alarmName()).isPresent();
        alarms.put(alarm, now);
        show(alarm.alarmName(), now);
        // Tags are for new alarms only (API reference, "PutMetricAlarm").
        if (!known) {
            tag(alarm.alarmArn(), request.tags());
        }
        return PutMetricAlarmResponse.builder().build();
    }

    @Override
    public PutCompositeAlarmResponse putCompositeAlarm(PutCompositeAlarmRequest request) {
        Instant now = advance();
        CompositeAlarm alarm = configurations.of(request);
        if (alarms.find(alarm.alarmName()).isPresent()) {
            throw Refusals.validation("A metric alarm has the name " + alarm.alarmName() + " already.");
        }
        AlarmRule rule = Refusals.rule(alarm.alarmRule());
        for (String child : rule.alarms()) {
            if (composites.standing(child).isEmpty()) {
                throw Refusals.validation("The alarm " + child + " of AlarmRule does not exist.");
            }
        }
        boolean known = composites.find(alarm.alarmName()).isPresent();
        composites.put(alarm, rule, now);
        if (!known) {
            tag(alarm.alarmArn(), request.tags());
        }
        return PutCompositeAlarmResponse.builder().build();
    }

    /** Deletes all of them or, if one is missing or looked at by a composite alarm that stays, none. */
    @Override
    public DeleteAlarmsResponse deleteAlarms(DeleteAlarmsRequest request) {
        Instant now = advance();
        List<AlarmStanding> found = existing(request.alarmNames());
        if (found.stream().filter(SandboxCloudWatch::isComposite).count() > 1) {
            throw Refusals.validation("Only one composite alarm can be deleted at a time.");
        }
        for (AlarmStanding alarm : found) {
            if (!request.alarmNames().containsAll(composites.above(alarm))) {
                throw Refusals.validation(
                        "Cannot delete " + alarm.name() + " as there are composite alarm(s) depending on it.");
            }
        }
        for (AlarmStanding alarm : found) {
            if (isComposite(alarm)) {
                composites.delete(alarm.name(), now);
            } else {
                alarms.delete(alarm.name(), now);
                world.remove(ALARM, alarm.name());
            }
            tags.remove(alarm.arn());
        }
        return DeleteAlarmsResponse.builder().build();
    }

    @Override
    public SetAlarmStateResponse setAlarmState(SetAlarmStateRequest request) {
        Instant now = advance();
        if (request.stateValue() == StateValue.UNKNOWN_TO_SDK_VERSION) {
            throw Refusals.validation(("1 validation error detected: Value '%s' at 'stateValue' failed to satisfy"
                            + " constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]")
                    .formatted(request.stateValueAsString()));
        }
        String reasonData = Objects.requireNonNullElse(request.stateReasonData(), "");
        if (isComposite(existing(List.of(request.alarmName())).getFirst())) {
            composites.set(request.alarmName(), request.stateValue(), request.stateReason(), reasonData, now);
        } else {
            alarms.set(request.alarmName(), request.stateValue(), request.stateReason(), reasonData, now);
        }
        return SetAlarmStateResponse.builder().build();
    }

    @Override
    public EnableAlarmActionsResponse enableAlarmActions(EnableAlarmActionsRequest request) {
        enableActions(request.alarmNames(), true);
        return EnableAlarmActionsResponse.builder().build();
    }

    @Override
    public DisableAlarmActionsResponse disableAlarmActions(DisableAlarmActionsRequest request) {
        enableActions(request.alarmNames(), false);
        return DisableAlarmActionsResponse.builder().build();
    }

    private void enableActions(List<String> names, boolean enabled) {
        Instant now = advance();
        for (AlarmStanding alarm : existing(names)) {
            if (isComposite(alarm)) {
                composites.enableActions(alarm.name(), enabled, now);
            } else {
                alarms.enableActions(alarm.name(), enabled, now);
                show(alarm.name(), now);
            }
        }
    }

    private List<AlarmStanding> existing(List<String> names) {
        List<AlarmStanding> found = new ArrayList<>();
        for (String name : names) {
            found.add(composites.standing(name).orElseThrow(Refusals::noSuchAlarm));
        }
        return found;
    }

    private static boolean isComposite(AlarmStanding alarm) {
        return alarm.type() == AlarmType.COMPOSITE_ALARM;
    }

    @Override
    public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
        TreeMap<String, String> byKey = tags.getOrDefault(request.resourceARN(), new TreeMap<>());
        return ListTagsForResourceResponse.builder()
                .tags(byKey.entrySet().stream()
                        .map(tag -> Tag.builder()
                                .key(tag.getKey())
                                .value(tag.getValue())
                                .build())
                        .toList())
                .build();
    }

    @Override
    public TagResourceResponse tagResource(TagResourceRequest request) {
        tag(request.resourceARN(), request.tags());
        return TagResourceResponse.builder().build();
    }

    @Override
    public UntagResourceResponse untagResource(UntagResourceRequest request) {
        tags.getOrDefault(request.resourceARN(), new TreeMap<>()).keySet().removeAll(request.tagKeys());
        return UntagResourceResponse.builder().build();
    }

    private void tag(String arn, List<Tag> added) {
        TreeMap<String, String> byKey = tags.computeIfAbsent(arn, _ -> new TreeMap<>());
        added.forEach(tag -> byKey.put(tag.key(), tag.value()));
    }

    @Override
    public PutDashboardResponse putDashboard(PutDashboardRequest request) {
        dashboards.put(request, clock.instant());
        return PutDashboardResponse.builder()
                .dashboardValidationMessages(List.of())
                .build();
    }

    @Override
    public GetDashboardResponse getDashboard(GetDashboardRequest request) {
        return dashboards.get(request);
    }

    @Override
    public ListDashboardsResponse listDashboards(ListDashboardsRequest request) {
        return dashboards.list(request);
    }

    @Override
    public DeleteDashboardsResponse deleteDashboards(DeleteDashboardsRequest request) {
        dashboards.delete(request, clock.instant());
        return DeleteDashboardsResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
