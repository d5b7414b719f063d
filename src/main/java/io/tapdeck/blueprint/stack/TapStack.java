package io.tapdeck.blueprint.stack;

import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Validation;
import io.tapdeck.environment.Validation.Invalid;
import io.tapdeck.environment.Validation.Valid;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;
import software.constructs.Node;

/**
 * The root: holds the stacks that have the resources and makes none itself, so it is never deployed. It keeps its place
 * because the construct path, and with it every {@code Name} tag, begins here.
 */
public final class TapStack extends Stack {
    /** Context key of the suffix, for who builds the tree without a definition. */
    public static final String SUFFIX_CONTEXT = "environmentSuffix";

    private static final String DEFAULT_SUFFIX = "dev";

    /**
     * Builds the tree of one environment.
     *
     * @param scope the app
     * @param id {@code TapStack<suffix>}
     * @param stacks of the blueprint
     * @param definition what to build, or null for a default environment of the suffix in the context, else of
     *     {@code dev}
     */
    public TapStack(Construct scope, String id, BlueprintStacks stacks, @Nullable EnvironmentDefinition definition) {
        super(scope, id);
        stacks.addTo(this, definition == null ? defaults(stacks.blueprint(), getNode()) : definition);
    }

    private static EnvironmentDefinition defaults(Blueprint blueprint, Node node) {
        Object context = node.tryGetContext(SUFFIX_CONTEXT);
        Draft draft = Draft.of(blueprint, blueprint.presets().getFirst())
                .withSuffix(context == null ? DEFAULT_SUFFIX : context.toString());
        return switch (Validation.of(blueprint, draft)) {
            case Valid(EnvironmentDefinition valid) -> valid;
            case Invalid invalid ->
                throw new IllegalArgumentException(invalid.problems().getFirst().message());
        };
    }
}
