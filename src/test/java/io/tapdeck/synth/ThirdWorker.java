package io.tapdeck.synth;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.blueprint.thirdblueprint.NoteBoard;
import io.tapdeck.synth.worker.ThirdWorkerMain;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** A synthesizer whose worker knows the third blueprint. */
public final class ThirdWorker {
    /** What Tapdeck would offer with one line more in {@link Blueprints#builtIn}. */
    public static final Blueprints BLUEPRINTS = new Blueprints(List.of(new NoteBoard()));

    private ThirdWorker() {}

    /** Starts it; its files go below {@code temporary}. */
    public static Synthesizer start(Path temporary) {
        return new WorkerSynthesizer(
                BLUEPRINTS,
                WorkerLauncher.onThisJava(System.getenv(), temporary, ThirdWorkerMain.class.getName()),
                InstantSource.system(),
                WorkerSynthesizer.RECYCLE_AFTER);
    }
}
