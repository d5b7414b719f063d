package io.tapdeck.sandbox.cloudwatch.workload;

import io.tapdeck.sandbox.cloudwatch.metrics.MetricKey;
import io.tapdeck.sandbox.cloudwatch.metrics.MetricSource;
import io.tapdeck.sandbox.cloudwatch.metrics.StatisticSet;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of the Aurora clusters that CloudFormation has made (Aurora user guide, "Amazon CloudWatch metrics for Amazon
 * Aurora" and "Dimensions for Aurora metrics"): one value a minute per instance, also under the cluster's dimension, where
 * the statistics are over its instances, and under the cluster's and the instance's role. A minute is there once it is
 * over.
 */
final class AuroraMetrics implements MetricSource {
    private static final String NAMESPACE = "AWS/RDS";
    private static final String BY_CLUSTER = "DBClusterIdentifier";
    private static final String BY_ROLE = "Role";
    private static final String BY_INSTANCE = "DBInstanceIdentifier";
    private static final Map<String, String> UNITS = new TreeMap<>(Map.of(
            "ServerlessDatabaseCapacity", "Count",
            "ACUUtilization", "Percent",
            "CPUUtilization", "Percent",
            "DatabaseConnections", "Count"));

    /** A paused instance reports its capacity of zero, and that only now and then. */
    private static final Set<String> WHILE_PAUSED = Set.of("ServerlessDatabaseCapacity", "ACUUtilization");

    private static final int PAUSED_EVERY_MINUTES = 5;

    private final ResourceWorld world;
    private final InstantSource clock;
    private final AuroraParameters parameters;
    private final Map<String, TreeMap<Instant, AuroraWorkload.Scaling>> scalings = new HashMap<>();
    private final Map<MinuteOfInstance, Optional<AuroraWorkload.Load>> loads = new RecentLoads();
    private List<Serving> serving = List.of();
    private Map<Map<String, String>, List<Serving>> byDimension = Map.of();

    /** An instance, its cluster and its workload. */
    private record Serving(LiveResource cluster, LiveResource instance, boolean writes, AuroraWorkload workload) {
        Map<String, String> ofCluster() {
            return Map.of(BY_CLUSTER, cluster.physicalId());
        }

        Map<String, String> ofRole() {
            return Map.of(BY_CLUSTER, cluster.physicalId(), BY_ROLE, writes ? "WRITER" : "READER");
        }

        Map<String, String> ofInstance() {
            return Map.of(BY_INSTANCE, instance.physicalId());
        }
    }

    private record MinuteOfInstance(String instance, Instant minute) {}

    /** One day of five instances: alarms and charts look at the same minutes again and again. */
    private static final class RecentLoads extends LinkedHashMap<MinuteOfInstance, Optional<AuroraWorkload.Load>> {
        private static final long serialVersionUID = 1;
        private static final int MOST = 7200;

        @Override
        protected boolean removeEldestEntry(Map.Entry<MinuteOfInstance, Optional<AuroraWorkload.Load>> eldest) {
            return size() > MOST;
        }
    }

    AuroraMetrics(ResourceWorld world, InstantSource clock, AuroraParameters parameters) {
        this.world = world;
        this.clock = clock;
        this.parameters = parameters;
    }

    /** Takes up what exists now, and changed capacity ranges; the values before such a change stay. */
    @Override
    public void advance() {
        Instant now = clock.instant();
        List<Serving> found = new ArrayList<>();
        Map<String, List<LiveResource>> instances = world.ofType("AWS::RDS::DBInstance").stream()
                .collect(Collectors.groupingBy(instance -> instance.property("/DBClusterIdentifier", "")));
        for (LiveResource cluster : clusters()) {
            TreeMap<Instant, AuroraWorkload.Scaling> known =
                    scalings.computeIfAbsent(cluster.physicalId(), _ -> new TreeMap<>());
            AuroraWorkload.Scaling scaling = scaling(cluster);
            if (known.isEmpty()) {
                known.put(Instant.MIN, scaling);
            } else if (!known.lastEntry().getValue().equals(scaling)) {
                known.put(now.truncatedTo(ChronoUnit.MINUTES), scaling);
            }
            found.addAll(serving(cluster, instances.getOrDefault(cluster.physicalId(), List.of())));
        }
        serving = found;
        Map<Map<String, String>, List<Serving>> index = new HashMap<>();
        for (Serving one : found) {
            index.computeIfAbsent(one.ofCluster(), _ -> new ArrayList<>()).add(one);
            index.computeIfAbsent(one.ofRole(), _ -> new ArrayList<>()).add(one);
            index.computeIfAbsent(one.ofInstance(), _ -> new ArrayList<>()).add(one);
        }
        byDimension = index;
    }

    private List<Serving> serving(LiveResource cluster, List<LiveResource> ofCluster) {
        // The writer is the oldest; the cluster serves from then on.
        List<LiveResource> instances = ofCluster.stream()
                .sorted(Comparator.comparing(LiveResource::createdAt))
                .toList();
        long seed = cluster.physicalId().hashCode() * 0x9E3779B97F4A7C15L;
        return instances.stream()
                .map(instance -> new Serving(
                        cluster,
                        instance,
                        instance.equals(instances.getFirst()),
                        new AuroraWorkload(
                                parameters,
                                seed,
                                instances.getFirst().createdAt(),
                                instance.equals(instances.getFirst()) ? 1 : parameters.readerShare())))
                .toList();
    }

    @Override
    public List<MetricKey> metrics(Instant from, Instant to) {
        Set<MetricKey> metrics = new LinkedHashSet<>();
        for (Serving one : serving) {
            if (one.instance.createdAt().isBefore(to)) {
                for (String name : UNITS.keySet()) {
                    metrics.add(new MetricKey(NAMESPACE, name, one.ofCluster()));
                    metrics.add(new MetricKey(NAMESPACE, name, one.ofRole()));
                    metrics.add(new MetricKey(NAMESPACE, name, one.ofInstance()));
                }
            }
        }
        return List.copyOf(metrics);
    }

    @Override
    public Set<String> units(MetricKey metric) {
        String unit = UNITS.get(metric.name());
        return unit == null || !metric.namespace().equals(NAMESPACE) ? Set.of() : Set.of(unit);
    }

    @Override
    public Optional<StatisticSet> statistics(MetricKey metric, Instant from, Instant to, String unit) {
        if (!units(metric).contains(unit)) {
            return Optional.empty();
        }
        Optional<StatisticSet> all = Optional.empty();
        for (Serving one : byDimension.getOrDefault(metric.dimensions(), List.of())) {
            all = StatisticSet.both(all, statistics(metric.name(), one, from, to));
        }
        return all;
    }

    private Optional<StatisticSet> statistics(String name, Serving one, Instant from, Instant to) {
        Instant begin = fullMinute(later(from, one.instance.createdAt()));
        Instant end = earlier(to, clock.instant().truncatedTo(ChronoUnit.MINUTES));
        StatisticSet all = null;
        for (Instant minute = begin; minute.isBefore(end); minute = minute.plusSeconds(60)) {
            Double value = value(name, one, minute);
            if (value != null) {
                StatisticSet single = StatisticSet.of(value);
                all = all == null ? single : all.plus(single);
            }
        }
        return Optional.ofNullable(all);
    }

    private @Nullable Double value(String name, Serving one, Instant minute) {
        AuroraWorkload.Scaling scaling = scaling(one.cluster, minute);
        Optional<AuroraWorkload.Load> load = loads.computeIfAbsent(
                new MinuteOfInstance(one.instance.physicalId(), minute), _ -> one.workload.at(minute, scaling));
        if (load.isEmpty()) {
            boolean reports = minute.getEpochSecond() / 60 % PAUSED_EVERY_MINUTES == 0;
            return reports && WHILE_PAUSED.contains(name) ? 0.0 : null;
        }
        return switch (name) {
            case "ServerlessDatabaseCapacity" -> load.get().capacity();
            case "ACUUtilization" -> 100 * load.get().capacity() / scaling.maximum();
            case "CPUUtilization" -> load.get().cpu();
            default -> load.get().connections();
        };
    }

    private AuroraWorkload.Scaling scaling(LiveResource cluster, Instant minute) {
        TreeMap<Instant, AuroraWorkload.Scaling> known = scalings.get(cluster.physicalId());
        return known == null ? scaling(cluster) : known.floorEntry(minute).getValue();
    }

    private static AuroraWorkload.Scaling scaling(LiveResource cluster) {
        String configuration = "/ServerlessV2ScalingConfiguration/";
        return new AuroraWorkload.Scaling(
                Double.parseDouble(cluster.property(configuration + "MinCapacity", "0.5")),
                Double.parseDouble(cluster.property(configuration + "MaxCapacity", "1")),
                Integer.parseInt(cluster.property(configuration + "SecondsUntilAutoPause", "300")));
    }

    private List<LiveResource> clusters() {
        return world.ofType("AWS::RDS::DBCluster").stream()
                .filter(cluster -> cluster.properties().has("ServerlessV2ScalingConfiguration"))
                .toList();
    }

    private static Instant fullMinute(Instant time) {
        Instant minute = time.truncatedTo(ChronoUnit.MINUTES);
        return minute.equals(time) ? minute : minute.plus(Duration.ofMinutes(1));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
