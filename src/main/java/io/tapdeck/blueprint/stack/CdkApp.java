package io.tapdeck.blueprint.stack;

import io.tapdeck.environment.EnvironmentDefinition;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.jsii.JsiiEngine;
import software.amazon.jsii.JsiiError;

/** A new CDK app for one synthesis. Not thread-safe: jsii is not. */
public final class CdkApp {
    /** The context key that every stack looks at (CDK developer guide, "Create and apply permissions boundaries"). */
    static final String PERMISSIONS_BOUNDARY = "@aws-cdk/core:permissionsBoundary";

    private static final Logger LOG = System.getLogger(CdkApp.class.getName());

    private final App app;

    /** An empty app that writes its assembly into {@code out}, which exists. */
    public CdkApp(Path out) {
        app = new App(AppProps.builder()
                .outdir(out.toString())
                .analyticsReporting(false)
                .treeMetadata(false)
                // They would name places in jsii, not in the blueprint.
                .stackTraces(false)
                .build());
    }

    /**
     * Builds the stacks of {@code definition} and writes the assembly.
     *
     * @param permissionsBoundary ARN or name of a managed policy that limits every role; null for none
     * @param checkRules whether cdk-nag's findings stand in the assembly as annotations
     */
    public void synthesize(
            BlueprintStacks stacks,
            EnvironmentDefinition definition,
            @Nullable String permissionsBoundary,
            boolean checkRules) {
        if (permissionsBoundary != null) {
            String form = permissionsBoundary.startsWith("arn:") ? "arn" : "name";
            app.getNode().setContext(PERMISSIONS_BOUNDARY, Map.of(form, permissionsBoundary));
        }
        new TapStack(app, "TapStack" + definition.suffix(), stacks, definition);
        if (checkRules) {
            AwsSolutionsRules.addTo(app);
        }
        app.synth();
    }

    /**
     * What starts Node.js, for another thread: the first app finds it there, or waits for it. Where it cannot be started,
     * the first app says so.
     */
    public static Runnable engineStart() {
        JsiiEngine engine = JsiiEngine.getInstance();
        return () -> {
            try {
                engine.getClient();
            } catch (JsiiError | UncheckedIOException e) {
                LOG.log(Level.DEBUG, "Node.js does not start", e);
            }
        };
    }

    /** Asks Node something small; throws what jsii throws if it does not answer. */
    public String ping() {
        return app.getNode().getPath();
    }
}
