package io.tapdeck.synth;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.environment.EnvironmentDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A process of its own that edits one field of an environment again and again, and prints the median of what the
 * template took: {@code WarmProbe EDITS}.
 */
public final class WarmProbe {
    private static final int WARM_UPS = 10;

    private WarmProbe() {}

    /** Runs it. */
    public static void main(String[] args) {
        int edits = Integer.parseInt(args[0]);
        List<Double> times = new ArrayList<>();
        try (Synthesizer synthesizer = WorkerSynthesizer.start(Blueprints.builtIn())) {
            for (int edit = 0; edit < WARM_UPS + edits; edit++) {
                EnvironmentDefinition edited = AuroraDefinitions.valid(
                        AuroraDefinitions.draft().withSetting("maxCapacity", Integer.toString(edit + 2)));
                long begun = System.nanoTime();
                synthesizer.synthesize(edited).join();
                if (edit >= WARM_UPS) {
                    times.add((System.nanoTime() - begun) / 1e6);
                }
            }
        }
        Collections.sort(times);
        System.out.printf("warm %.1f ms, median of %d edits%n", times.get(edits / 2), edits);
    }
}
