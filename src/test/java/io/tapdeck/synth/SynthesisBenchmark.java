package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.environment.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures for the README: {@code mvn -Pbench verify}. Measures, and judges nothing. */
@Tag("bench")
class SynthesisBenchmark {
    private static final int WARM_UPS = 10;
    private static final int EDITS = 50;

    @TempDir
    private Path folder;

    @Test
    void warmSynthesis() {
        try (Synthesizer synthesizer = WorkerSynthesizer.start(Blueprints.builtIn())) {
            List<Long> micros = new ArrayList<>();
            for (int edit = 0; edit < WARM_UPS + EDITS; edit++) {
                Draft edited = AuroraDefinitions.draft().withSetting("maxCapacity", Integer.toString(edit + 2));
                long start = System.nanoTime();
                CloudAssembly assembly = SharedWorker.synthesize(synthesizer, AuroraDefinitions.valid(edited));
                long took = System.nanoTime() - start;
                assertThat(assembly.stacks()).hasSize(1);
                if (edit >= WARM_UPS) {
                    micros.add(took / 1000);
                }
            }
            Collections.sort(micros);
            print("warm synthesis, median of %d edits of one field".formatted(EDITS), micros.get(EDITS / 2));
            print("warm synthesis, 95th percentile", micros.get(EDITS * 95 / 100));
        }
    }

    @Test
    void coldProcessToFirstTemplate() throws IOException {
        String request = new WorkerRequest(AuroraDefinitions.draft(), null, false).write();
        List<Long> micros = new ArrayList<>();
        for (int run = 0; run < 5; run++) {
            long start = System.nanoTime();
            try (WorkerProcess worker =
                    WorkerLauncher.onThisJava(System.getenv(), folder).launch()) {
                assertThat(worker.ask(request, Duration.ofMinutes(2)).stacks()).hasSize(1);
                micros.add((System.nanoTime() - start) / 1000);
            }
        }
        Collections.sort(micros);
        print("cold process to first template, median of 5", micros.get(2));
    }

    private static void print(String what, long micros) {
        System.out.printf("BENCH %-55s %,8.1f ms%n", what, micros / 1000.0);
    }
}
