package io.tapdeck.synth;

import io.tapdeck.environment.EnvironmentDefinition;
import java.util.concurrent.CompletableFuture;

/** Turns definitions into templates. Thread-safe. */
public interface Synthesizer extends AutoCloseable {

    /**
     * Synthesizes a definition. A newer request cancels an older one that has not started: its future ends with
     * {@link java.util.concurrent.CancellationException}.
     *
     * @return completes with the assembly, or exceptionally with a {@link SynthesisException}; its dependents run on a
     *     virtual thread, never on the caller's
     */
    CompletableFuture<CloudAssembly> synthesize(SynthesisRequest request);

    /** {@link #synthesize(SynthesisRequest)} of a plain definition. */
    default CompletableFuture<CloudAssembly> synthesize(EnvironmentDefinition definition) {
        return synthesize(SynthesisRequest.of(definition));
    }

    /** Ends the worker; requests that wait fail. */
    @Override
    void close();
}
