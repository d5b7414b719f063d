package io.tapdeck.monitor;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.AwsFailures;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/** The monitor on CloudWatch, of one account and region. Thread-safe. */
public final class CloudWatchMonitor implements Monitor {
    /** Stacks of ours begin so, and CloudFormation begins an alarm's name with its stack's. */
    private static final String OUR_STACKS = "tapdeck-";

    private final AwsConnection connection;
    private final AlarmReader alarmReader;
    private final AlarmHistory alarmHistory;
    private final MetricHistory metrics;
    private final TopicReader topics;
    private final SeenAlarms seen;
    private final AlarmNews news;
    private final Acknowledgements acknowledgements;
    private final Lateness lateness = new Lateness();

    /** A monitor of the connection's account and region, its history kept in {@code store}. */
    public CloudWatchMonitor(AwsConnection connection, Store store) {
        this(connection, store, BackOff.real());
    }

    CloudWatchMonitor(AwsConnection connection, Store store, BackOff backOff) {
        this.connection = connection;
        this.alarmReader = new AlarmReader(connection.cloudWatch(), backOff);
        this.alarmHistory = new AlarmHistory(connection.cloudWatch(), backOff, store.alarms());
        this.metrics = new MetricHistory(new MetricReader(connection.cloudWatch(), backOff), store.metrics());
        this.topics = new TopicReader(connection, backOff);
        this.seen = new SeenAlarms(store.alarms());
        this.news = new AlarmNews(store.alarms());
        this.acknowledgements = new Acknowledgements(store.alarms());
    }

    @Override
    public Watch refresh(Watched environment, Range range) {
        return refresh(environment, Window.of(range, now()));
    }

    @Override
    public Watch refresh(Watched environment, Window window) {
        asking(() -> {
            Instant now = now();
            metrics.update(sources(environment), window, now);
            AlarmReader.Alarms found = alarmReader.beginningWith(environment.stackName() + "-");
            List<AlarmState> alarms = take(environment, found, new AlarmStates(found.metric()), now);
            alarmHistory.update(alarms, now.minus(Range.MONTH.length()), now);
            return alarms;
        });
        return watch(environment, window);
    }

    @Override
    public Watch known(Watched environment, Range range) {
        return known(environment, Window.of(range, now()));
    }

    @Override
    public Watch known(Watched environment, Window window) {
        return watch(environment, window);
    }

    @Override
    public Series history(Watched environment, String chartId, Window window) {
        return asking(() -> {
            ChartDescription chart = environment.blueprint().charts().stream()
                    .filter(candidate -> candidate.id().equals(chartId))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("No chart " + chartId));
            metrics.update(MetricSource.of(environment, chart.metric()).stream().toList(), window, now());
            return series(environment, chart.id(), "", chart.metric(), window);
        });
    }

    @Override
    public Map<String, Glance> glance(List<Watched> environments) {
        return asking(() -> {
            Instant now = now();
            Window day = Window.of(Range.DAY, now);
            metrics.update(
                    environments.stream()
                            .map(environment -> MetricSource.of(
                                    environment, firstChart(environment).metric()))
                            .flatMap(Optional::stream)
                            .toList(),
                    day,
                    now);
            AlarmReader.Alarms found = alarmsOf(environments);
            AlarmStates states = new AlarmStates(found.metric());
            Map<String, Glance> glances = new HashMap<>();
            for (Watched environment : environments) {
                ChartDescription chart = firstChart(environment);
                glances.put(
                        environment.stackName(),
                        new Glance(
                                take(environment, found, states, now),
                                series(environment, chart.id(), "", chart.metric(), day)));
            }
            return glances;
        });
    }

    private AlarmReader.Alarms alarmsOf(List<Watched> environments) {
        AlarmReader.Alarms found =
                environments.isEmpty() ? AlarmReader.Alarms.none() : alarmReader.beginningWith(OUR_STACKS);
        // A stack that was taken over has kept its name, and what it has made is known by name.
        found.add(alarmReader.named(environments.stream()
                .filter(environment -> !environment.stackName().startsWith(OUR_STACKS))
                .flatMap(environment -> environment.resources().stream())
                .filter(resource -> resource.resourceType().equals("AWS::CloudWatch::Alarm"))
                .map(resource -> resource.physicalId())
                .toList()));
        return found;
    }

    /** Takes up what was read of an environment's alarms. */
    private List<AlarmState> take(Watched environment, AlarmReader.Alarms found, AlarmStates states, Instant now) {
        List<AlarmState> alarms = states.of(environment);
        List<CompositeAlarm> composites = CompositeAlarms.of(environment, alarms, found);
        seen.put(environment, new SeenAlarms.Seen(now, alarms, composites));
        findNews(environment, alarms, composites, now);
        acknowledgements.read(environment, alarms);
        return alarms;
    }

    private void findNews(Watched environment, List<AlarmState> alarms, List<CompositeAlarm> composites, Instant now) {
        for (AlarmState alarm : news.changed(alarms)) {
            boolean complete = readHistory(alarm, now);
            List<AlarmTransition> history =
                    alarmHistory.transitions(List.of(alarm), now.minus(Range.MONTH.length()), now.plusSeconds(1));
            boolean hushed = !alarm.actionsEnabled()
                    || composites.stream().anyMatch(composite -> composite.suppresses(alarm.name()));
            news.read(environment.stackName(), alarm, history, complete, hushed);
        }
    }

    /** Whether it could be read: the states of alarms are told without their history rather than not at all. */
    private boolean readHistory(AlarmState alarm, Instant now) {
        try {
            alarmHistory.update(List.of(alarm), now.minus(Range.MONTH.length()), now);
            return true;
        } catch (SdkException e) {
            System.getLogger(CloudWatchMonitor.class.getName())
                    .log(System.Logger.Level.WARNING, "an alarm's history cannot be read", e);
            return false;
        }
    }

    @Override
    public List<AlarmChange> news() {
        return news.untold();
    }

    @Override
    public void told(Collection<AlarmChange> changes) {
        news.told(changes);
    }

    @Override
    public List<AlarmRing> rings(Watched environment, Instant start) {
        return AlarmRing.of(alarmHistory.transitions(seen.get(environment).alarms(), start, now().plusSeconds(1)));
    }

    @Override
    public Acknowledgement acknowledge(Watched environment, AlarmState alarm, String note) {
        return acknowledgements.write(environment, alarm, connection.session().callerArn(), note, now());
    }

    @Override
    public List<Acknowledgement> acknowledgements(Watched environment) {
        return acknowledgements.all(environment);
    }

    @Override
    public Map<String, TopicSubscriptions> subscriptions(Collection<String> topicArns) {
        Map<String, TopicSubscriptions> all = new LinkedHashMap<>();
        topicArns.stream().distinct().forEach(topic -> all.put(topic, topics.read(topic)));
        return all;
    }

    private Watch watch(Watched environment, Window window) {
        SeenAlarms.Seen last = seen.get(environment);
        return new Watch(
                last.asOf(),
                window.start(),
                window.end(),
                lines(environment, chart -> Stream.of(series(environment, chart.id(), "", chart.metric(), window))),
                last.alarms(),
                alarmHistory.transitions(
                        last.alarms(), window.start(), window.end().plusSeconds(1)),
                lines(
                        environment,
                        chart -> chart.members().stream()
                                .map(member ->
                                        series(environment, chart.id(), member.label(), member.metric(), window))),
                last.composites(),
                acknowledgements.current(environment),
                lateness.late().orElse(null));
    }

    private static List<Series> lines(Watched environment, Function<ChartDescription, Stream<Series>> ofChart) {
        return environment.blueprint().charts().stream().flatMap(ofChart).toList();
    }

    private Series series(Watched environment, String chartId, String label, MetricDescription metric, Window window) {
        return MetricSource.of(environment, metric)
                .map(source -> metrics.series(source, chartId, label, window))
                .orElseGet(() -> withoutSource(chartId, label, window));
    }

    /** What measures nothing has no points, and that is all there is to know of it. */
    private static Series withoutSource(String chartId, String label, Window window) {
        Duration period = window.resolution().period();
        Series.Stretch all = new Series.Stretch(Times.floor(window.start(), period), window.end(), period);
        return new Series(chartId, label, period, List.of(), List.of(all));
    }

    private static List<MetricSource> sources(Watched environment) {
        List<MetricSource> sources = new ArrayList<>();
        for (ChartDescription chart : environment.blueprint().charts()) {
            MetricSource.of(environment, chart.metric()).ifPresent(sources::add);
            chart.members()
                    .forEach(member ->
                            MetricSource.of(environment, member.metric()).ifPresent(sources::add));
        }
        return sources;
    }

    private static ChartDescription firstChart(Watched environment) {
        return environment.blueprint().charts().getFirst();
    }

    private Instant now() {
        return connection.clock().instant();
    }

    private <T> T asking(Supplier<T> question) {
        try {
            T answer = question.get();
            lateness.answered(now());
            return answer;
        } catch (SdkException e) {
            throw failed(new MonitorException(words(e), e));
        } catch (MonitorException e) {
            throw failed(e);
        }
    }

    private String words(SdkException thrown) {
        AwsException explained = AwsFailures.explain(thrown, "CloudWatch");
        if (explained.kind() == AwsException.Kind.NEEDS_SIGN_IN) {
            return "Your session %s has expired. What was read before is still shown. %s"
                    .formatted(connection.session().name(), explained.remedy());
        }
        return thrown instanceof SdkClientException
                ? "CloudWatch does not answer. What was read before is still shown."
                : "CloudWatch refuses to answer: " + thrown.getMessage();
    }

    private MonitorException failed(MonitorException failure) {
        lateness.failed(now(), String.valueOf(failure.getMessage()));
        return failure;
    }
}
