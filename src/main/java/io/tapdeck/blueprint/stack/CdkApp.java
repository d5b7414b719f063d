package io.tapdeck.blueprint.stack;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.blueprint.auroramysql.stack.TapStack;
import io.tapdeck.environment.EnvironmentDefinition;
import java.nio.file.Path;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

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

    /** Builds the stacks of {@code definition} and writes the assembly. */
    public void synthesize(EnvironmentDefinition definition) {
        switch (definition.blueprint()) {
            case AuroraMySql.ID -> new TapStack(app, "TapStack" + definition.suffix(), definition);
            default -> throw new IllegalStateException("no stacks for " + definition.blueprint());
        }
        app.synth();
    }

    /** Asks Node something small; throws what jsii throws if it does not answer. */
    public String ping() {
        return app.getNode().getPath();
    }
}
