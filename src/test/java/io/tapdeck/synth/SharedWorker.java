package io.tapdeck.synth;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.environment.EnvironmentDefinition;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a {@link Synthesizer}: one real worker for the whole run, since starting one takes seconds. Write
 * {@code @ExtendWith(SharedWorker.class)} and ask for a {@code Synthesizer} parameter; never close it.
 */
public final class SharedWorker implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Synthesizer.class;
    }

    @Override
    public Synthesizer resolveParameter(ParameterContext parameter, ExtensionContext context) {
        // The root store closes its values when the run ends.
        return context.getRoot()
                .getStore(Namespace.create(SharedWorker.class))
                .computeIfAbsent(
                        Synthesizer.class, _ -> WorkerSynthesizer.start(Blueprints.builtIn()), Synthesizer.class);
    }

    /** The assembly of a definition, or the {@link SynthesisException} that stands in its place. */
    public static CloudAssembly synthesize(Synthesizer synthesizer, EnvironmentDefinition definition) {
        try {
            return synthesizer.synthesize(definition).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof SynthesisException reason) {
                throw reason;
            }
            throw e;
        }
    }
}
