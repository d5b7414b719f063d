package io.tapdeck.cli;

import io.tapdeck.aws.Session;
import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.DeploymentPlan;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.RollbackTriggers;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.environment.cost.CostEstimate;
import io.tapdeck.environment.cost.PriceTable;
import io.tapdeck.store.TargetFiles;
import io.tapdeck.synth.SynthesisRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What plan and deploy have in common: a definition, judged, synthesized, and held against the account. */
final class Proposal {
    private static final long MOST_MINUTES = RollbackTriggers.LONGEST.toMinutes();

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

    @Option(
            names = "--adopt",
            paramLabel = "STACK",
            description = "A stack deployed from the original code, to take over; see tapdeck list.")
    @Nullable
    String adopt;

    @Option(
            names = "--roll-back-on-alarm",
            paramLabel = "MINUTES",
            arity = "0..1",
            fallbackValue = "10",
            description = "Roll an update back if one of its alarms rings, up to so many minutes (0 to 180, usually 10)"
                    + " after its last resource.")
    @Nullable
    Integer rollBackOnAlarm;

    /** The change sets of what the options describe, what a month of it costs, and the engines to execute them with. */
    record Proposed(Workbench workbench, Review review, CostEstimate cost) {}

    Proposed propose(Engines engines, Terminal terminal) {
        if (rollBackOnAlarm != null && (rollBackOnAlarm < 0 || rollBackOnAlarm > MOST_MINUTES)) {
            throw CommandFailure.wrongUse("--roll-back-on-alarm takes 0 to %d minutes.".formatted(MOST_MINUTES));
        }
        // Judged before anything is connected, and again once the region and what runs are known.
        EnvironmentDefinition wanted = definition.read(engines.blueprints(), target.knownRegion(), null);
        Workbench workbench = engines.open(target);
        Session session = workbench.connection().session();
        definition.checkAccount(session);
        TargetSettings asked = targetFile == null
                ? engines.targetSettings().current(session.account())
                : TargetFiles.read(targetFile, session.account());
        EnvironmentKey environment =
                new EnvironmentKey(session.account(), session.region(), wanted.blueprint(), wanted.suffix());
        Deployments deployments = workbench.deployments();
        new Interruptions(workbench, terminal).resume(wanted.suffix().value(), wanted.blueprint());
        TargetSettings settings = deployments.settings(environment, asked);
        Draft running = adopt != null
                ? seed(deployments, adopt, environment)
                : definition.startsFromWhatRuns()
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
        DeploymentPlan plan = deployments
                .plan(assembly, settings)
                .rollingBackOnAlarm(rollBackOnAlarm == null ? null : Duration.ofMinutes(rollBackOnAlarm));
        return new Proposed(workbench, deployments.review(adopt == null ? plan : plan.adopting(adopt)), cost);
    }

    /** What the stack's template says, to start from. */
    private static Draft seed(Deployments deployments, String stackName, EnvironmentKey environment) {
        Draft seed = deployments
                .seed(stackName)
                .orElseThrow(() -> CommandFailure.failed(
                        "%s is not there, or was not deployed from the original code. See tapdeck list."
                                .formatted(stackName)));
        if (!seed.blueprint().equals(environment.blueprint())
                || !seed.suffix().equals(environment.suffix().value())) {
            throw CommandFailure.wrongUse("%s is %s of %s. Add --blueprint %s --suffix %s."
                    .formatted(stackName, seed.suffix(), seed.blueprint(), seed.blueprint(), seed.suffix()));
        }
        return seed;
    }
}
