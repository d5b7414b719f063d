package io.tapdeck.blueprint.stack;

import io.tapdeck.environment.EnvironmentDefinition;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PermissionsBoundary;

/** A new CDK app for one synthesis. Not thread-safe: jsii is not. */
public final class CdkApp {
    private final App app;

    /** An empty app that writes its assembly into {@code out}, which exists. */
    public CdkApp(Path out) {
        app = new App(AppProps.builder()
                .outdir(out.toString())
                .analyticsReporting(false)
                .treeMetadata(false)
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
        new TapStack(app, "TapStack" + definition.suffix(), stacks, definition);
        if (permissionsBoundary != null) {
            PermissionsBoundary.of(app).apply(policy(permissionsBoundary));
        }
        if (checkRules) {
            AwsSolutionsRules.addTo(app);
        }
        app.synth();
    }

    private IManagedPolicy policy(String boundary) {
        return boundary.startsWith("arn:")
                ? ManagedPolicy.fromManagedPolicyArn(app, "PermissionsBoundary", boundary)
                : ManagedPolicy.fromManagedPolicyName(app, "PermissionsBoundary", boundary);
    }

    /** Asks Node something small; throws what jsii throws if it does not answer. */
    public String ping() {
        return app.getNode().getPath();
    }
}
