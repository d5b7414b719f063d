package io.tapdeck.sandbox.cloudwatch.workload;

import io.tapdeck.sandbox.cloudwatch.metrics.StatisticSet;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The metrics that blueprints describe by data, see {@link Wave}. */
final class WaveWorkload implements Workload {

    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int SPIKES = 41;

    private final ResourceWorld world;
    private final Map<String, List<Wave>> byBlueprint = new HashMap<>();

    WaveWorkload(ResourceWorld world) {
        this.world = world;
    }

    @Override
    public List<Series> series() {
        List<Series> all = new ArrayList<>();
        for (LiveResource resource : world.all()) {
            String blueprint = resource.tags().getOrDefault("tapdeck:blueprint", "");
            for (Wave wave : byBlueprint.computeIfAbsent(blueprint, WaveWorkload::waves)) {
                if (wave.resourceType().equals(resource.type())) {
                    all.add(series(resource, wave));
                }
            }
        }
        return all;
    }

    private static List<Wave> waves(String blueprint) {
        return blueprint.matches("[a-z0-9-]+") ? WorkloadFile.waves(blueprint) : List.of();
    }

    private static Series series(LiveResource resource, Wave wave) {
        String value = wave.value().equals("Ref")
                ? resource.physicalId()
                : resource.attributes().path(wave.value()).asText();
        Noise noise = Noise.of(resource.physicalId() + wave.metric());
        return Series.everyMinute(
                wave.namespace(),
                wave.metric(),
                Map.of(wave.dimension(), value),
                wave.unit(),
                resource.createdAt(),
                at -> Optional.of(StatisticSet.of(value(wave, noise, resource.createdAt(), at))));
    }

    private static double value(Wave wave, Noise noise, Instant since, Instant at) {
        int minuteOfDay = at.atZone(ZoneOffset.UTC).getHour() * 60
                + at.atZone(ZoneOffset.UTC).getMinute();
        double noon = (1 - Math.cos(2 * Math.PI * minuteOfDay / MINUTES_A_DAY)) / 2;
        double smooth = wave.base() + wave.amplitude() * noon;
        long minute = Duration.between(since, at).toMinutes();
        double spike = wave.spikes().stream()
                .filter(spikes -> spikes.episodes().at(minute, noise, SPIKES).isPresent())
                .mapToDouble(Wave.Spikes::height)
                .sum();
        return Math.max(0, (smooth + spike) * (1 + wave.noise() * noise.around(minute, 1)));
    }
}
