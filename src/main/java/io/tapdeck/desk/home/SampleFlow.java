package io.tapdeck.desk.home;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.environment.Validation;
import io.tapdeck.store.StoreException;
import io.tapdeck.store.TargetFileException;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.SynthesisException;
import io.tapdeck.synth.SynthesisRequest;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** From nothing to a running sample in one press: the first blueprint with its first preset, called "demo". */
final class SampleFlow {
    static final String SUFFIX = "demo";

    /** How long an Aurora environment usually takes to be up, in seconds of the endpoint's time. */
    private static final double USUAL_SECONDS = 800;

    private final PageContext context;

    SampleFlow(PageContext context) {
        this.context = context;
    }

    /** What pressing the button leads to, in words. */
    String promise() {
        if (context.services().session().kind() == Session.Kind.ACCOUNT) {
            return "a draft of it, to be reviewed";
        }
        double seconds = USUAL_SECONDS / context.services().clock().rate();
        return "sample, up in about " + TimeText.rough(Duration.ofSeconds(Math.round(seconds)));
    }

    /**
     * In the sandbox makes the template and the change set, then shows the deployment. In an account, where it costs
     * money, it only leaves a draft and opens it.
     *
     * @param progress what happens now, in words
     * @param onFailed runs when it ended without a deployment; the reason is a notice
     */
    void begin(Consumer<String> progress, Runnable onFailed) {
        Blueprint blueprint = context.services().blueprints().all().getFirst();
        Draft draft = Draft.of(blueprint, blueprint.presets().getFirst()).withSuffix(SUFFIX);
        if (context.services().session().kind() == Session.Kind.ACCOUNT) {
            draft(draft, onFailed);
            return;
        }
        progress.accept("making the template");
        context.background()
                .run(
                        () -> synthesize(blueprint, draft),
                        assembly -> {
                            progress.accept("asking CloudFormation what it would do");
                            review(assembly, onFailed);
                        },
                        failure -> failed(failure, onFailed));
    }

    private void draft(Draft draft, Runnable onFailed) {
        context.background()
                .run(
                        () -> {
                            context.services()
                                    .store()
                                    .saveDraft(
                                            SUFFIX, context.services().session().account(), draft, "");
                            return SUFFIX;
                        },
                        id -> context.navigator()
                                .draft(id, context.services().session().account()),
                        failure -> failed(failure, onFailed));
    }

    private void review(CloudAssembly assembly, Runnable onFailed) {
        Deployments deployments = context.services().deployments();
        context.background()
                .run(
                        () -> deployments.review(deployments.plan(assembly, target())),
                        (Review review) -> context.navigator().deploy(review),
                        failure -> failed(failure, onFailed));
    }

    private CloudAssembly synthesize(Blueprint blueprint, Draft draft) throws Exception {
        if (!(Validation.of(blueprint, draft) instanceof Validation.Valid(EnvironmentDefinition definition))) {
            throw new IllegalStateException("the first preset of " + blueprint.id() + " is not valid");
        }
        return context.services()
                .synthesizer()
                .synthesize(new SynthesisRequest(definition, target().permissionsBoundary(), false))
                .get();
    }

    /** Blocks. */
    private TargetSettings target() {
        return context.services()
                .targetSettings()
                .current(context.services().session().account());
    }

    private void failed(Exception failure, Runnable onFailed) {
        Throwable cause = failure instanceof ExecutionException || failure instanceof CompletionException
                ? failure.getCause()
                : failure;
        context.overlays()
                .say(
                        switch (cause) {
                            case SynthesisException e -> e.getMessage() + " " + e.remedy();
                            case DeployException e -> e.getMessage() + " " + e.remedy();
                            case TargetFileException e -> String.valueOf(e.getMessage());
                            case StoreException e -> String.valueOf(e.getMessage());
                            case null, default ->
                                "The sample was not deployed. Nothing was made. Try it again, or begin with N.";
                        });
        onFailed.run();
    }
}
