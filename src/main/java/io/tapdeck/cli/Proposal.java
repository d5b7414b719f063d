package io.tapdeck.cli;

import io.tapdeck.aws.Session;
import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.Review;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.environment.cost.CostEstimate;
import io.tapdeck.environment.cost.PriceTable;
import io.tapdeck.store.TargetFiles;
import io.tapdeck.synth.SynthesisRequest;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What plan and deploy have in common: a definition, judged, synthesized, and held against the account. */
final class Proposal {
    @Mixin
    DefinitionOptions definition = new DefinitionOptions();

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(
            names = "--target-file",
            paramLabel = "FILE",
            description =
                    "Tags, service role and permissions boundary that a team shares; without it, the file chosen in"
                            + " the desk's settings, if any.")
    @Nullable
    Path targetFile;

    /** The change sets of what the options describe, what a month of it costs, and the engines to execute them with. */
    record Proposed(Workbench workbench, Review review, CostEstimate cost) {}

    Proposed propose(Engines engines) {
        // Judged before anything is connected, and again once the region and what runs are known.
        EnvironmentDefinition wanted = definition.read(engines.blueprints(), target.knownRegion(), null);
        Workbench workbench = engines.open(target);
        Session session = workbench.connection().session();
        TargetSettings asked = targetFile == null
                ? engines.targetSettings().current(session.account())
                : TargetFiles.read(targetFile, session.account());
        EnvironmentKey environment =
                new EnvironmentKey(session.account(), session.region(), wanted.blueprint(), wanted.suffix());
        Deployments deployments = workbench.deployments();
        TargetSettings settings = deployments.settings(environment, asked);
        Draft running = definition.startsFromWhatRuns()
                ? deployments.definition(environment).orElse(null)
                : null;
        wanted = definition.read(engines.blueprints(), session.region(), running);
        var assembly = Synthesis.of(
                engines.synthesizer(), new SynthesisRequest(wanted, settings.permissionsBoundary(), false));
        CostEstimate cost = PriceTable.builtIn()
                .estimate(
                        engines.blueprints()
                                .find(wanted.blueprint())
                                .orElseThrow()
                                .usage(wanted),
                        session.region());
        return new Proposed(workbench, deployments.review(deployments.plan(assembly, settings)), cost);
    }
}
