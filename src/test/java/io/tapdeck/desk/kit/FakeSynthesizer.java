package io.tapdeck.desk.kit;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Finding;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.RuleFinding;
import io.tapdeck.synth.StackTemplate;
import io.tapdeck.synth.SynthesisException;
import io.tapdeck.synth.SynthesisRequest;
import io.tapdeck.synth.Synthesizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers at once with a template that a test prepares; a small one if it prepares none. */
public final class FakeSynthesizer implements Synthesizer {
    private volatile Function<EnvironmentDefinition, String> template = definition -> "{\"Resources\":{}}";
    private volatile List<Finding> findings = List.of();
    private volatile List<RuleFinding> rules = List.of();
    private final List<String> boundaries = new CopyOnWriteArrayList<>();
    private volatile int resources = 33;
    private volatile @Nullable SynthesisException failure;

    /** What a definition becomes. */
    public void templateAs(Function<EnvironmentDefinition, String> body, int resourceCount) {
        template = body;
        resources = resourceCount;
    }

    /** What it finds. */
    public void findingsAs(List<Finding> answer) {
        findings = List.copyOf(answer);
    }

    /** What cdk-nag says where it is asked. */
    public void rulesAs(List<RuleFinding> answer) {
        rules = List.copyOf(answer);
    }

    /** The permissions boundaries that were asked for so far. */
    public List<String> boundaries() {
        return boundaries;
    }

    /** Every synthesis fails from now on; null mends it. */
    public void fail(@Nullable SynthesisException reason) {
        failure = reason;
    }

    @Override
    public CompletableFuture<CloudAssembly> synthesize(SynthesisRequest request) {
        EnvironmentDefinition definition = request.definition();
        if (request.permissionsBoundary() != null) {
            boundaries.add(request.permissionsBoundary());
        }
        if (failure != null) {
            return CompletableFuture.failedFuture(failure);
        }
        StackTemplate stack = new StackTemplate(
                definition.stackName(),
                template.apply(definition),
                resources,
                List.of(),
                Map.of("tapdeck:suffix", definition.suffix().value(), "tapdeck:blueprint", definition.blueprint()),
                false);
        return CompletableFuture.completedFuture(new CloudAssembly(
                definition, List.of(stack), findings, request.checkRules() ? rules : null, Duration.ofMillis(84)));
    }

    @Override
    public void close() {}
}
