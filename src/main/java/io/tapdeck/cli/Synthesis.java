package io.tapdeck.cli;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.SynthesisException;
import io.tapdeck.synth.SynthesisRequest;
import io.tapdeck.synth.Synthesizer;
import java.util.concurrent.CompletionException;

/** Waits for a synthesis, as a command may. */
final class Synthesis {
    private Synthesis() {}

    /** The assembly of a definition, or the reason as a failure. */
    static CloudAssembly of(Synthesizer synthesizer, EnvironmentDefinition definition) {
        return of(synthesizer, SynthesisRequest.of(definition));
    }

    /** The assembly of a request, or the reason as a failure. */
    static CloudAssembly of(Synthesizer synthesizer, SynthesisRequest request) {
        try {
            return synthesizer.synthesize(request).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SynthesisException failure) {
                throw CommandFailure.failed(failure.getMessage() + " " + failure.remedy());
            }
            throw e;
        }
    }
}
