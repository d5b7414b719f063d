package io.tapdeck.deploy.review;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeploymentPlan;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.deploy.Preflight;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.StackReview;
import io.tapdeck.deploy.StackReview.Inputs;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.preflight.PreflightChecks;
import io.tapdeck.deploy.preflight.SessionEnd;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.deploy.template.TemplateGraph;
import io.tapdeck.deploy.template.TemplateLimits;
import io.tapdeck.deploy.template.TemplateMetadata;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.synth.StackTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Turns a plan into change sets, and those into words. */
public final class Reviewer {
    private final StackRegions regions;
    private final StackReviewer stackReviewer;
    private final ChangeGuard guard;
    private final PreflightChecks preflightChecks;

    public Reviewer(StackRegions regions, StackReviewer stackReviewer, ChangeGuard guard) {
        this.regions = regions;
        this.stackReviewer = stackReviewer;
        this.guard = guard;
        this.preflightChecks = new PreflightChecks(regions);
    }

    public Review review(Undertaking undertaking, DeploymentPlan wanted) {
        DeploymentPlan plan = onTheStackThatRuns(wanted);
        ChangeGuard.Edit edit = held(plan);
        Preflight preflight = preflightChecks.check(plan);
        List<StackReview> reviews = new ArrayList<>();
        for (StackTemplate template : plan.stacks()) {
            StackReviewer.Reviewed reviewed = review(undertaking, plan, template, reviews);
            reviews.add(reviewed.review());
            preflight = preflight.and(reviewed.validation());
        }
        preflight = preflight.and(
                SessionEnd.check(
                                regions.own().connection(),
                                reviews.stream().map(StackReview::resources).toList())
                        .stream()
                        .toList());
        return new Review(undertaking.id(), plan.environment(), reviews, edit.changes(), edit.losses(), preflight);
    }

    /** A stack that was taken over keeps its name, so that a plan for the usual name is one for it. */
    private DeploymentPlan onTheStackThatRuns(DeploymentPlan wanted) {
        EnvironmentKey environment = wanted.environment();
        boolean takesOver = !wanted.ownStack().equals(environment.stackName());
        Optional<Stack> running = regions.own()
                .stacks()
                .of(environment)
                .filter(stack -> !stack.stackName().equals(wanted.ownStack()));
        if (takesOver && running.isPresent()) {
            throw new DeployException(
                    "%s is the stack of the environment %s already."
                            .formatted(running.get().stackName(), environment.suffix()),
                    "Destroy that one first, or leave %s as it is.".formatted(wanted.ownStack()));
        }
        return running.map(stack -> wanted.adopting(stack.stackName())).orElse(wanted);
    }

    /** What happens to settings; nothing is made yet if they must not, or if a stack would be left behind. */
    private ChangeGuard.Edit held(DeploymentPlan plan) {
        Optional<Stack> running = regions.own().stacks().of(plan.environment()).filter(stack -> !Stacks.fresh(stack));
        if (running.isEmpty()) {
            return ChangeGuard.Edit.NONE;
        }
        TemplateGraph template = regions.own().stacks().template(running.get().stackId());
        Optional<Draft> definition =
                TemplateMetadata.definition(template, plan.environment().stackName());
        ChangeGuard.Edit edit = definition
                .map(draft -> guard.edit(draft, plan.assembly().definition()))
                .orElse(ChangeGuard.Edit.NONE);
        for (Part part : TemplateMetadata.parts(template, plan.environment().region())) {
            if (plan.stacks().stream().noneMatch(stack -> part.equals(plan.part(stack)))) {
                throw new DeployException(
                        "The environment has a stack %s in %s, and the new definition has none there."
                                .formatted(part.stackName(), part.region()),
                        "Keep it as it is, or destroy the environment and create it anew.");
            }
        }
        return edit;
    }

    private StackReviewer.Reviewed review(
            Undertaking undertaking, DeploymentPlan plan, StackTemplate template, List<StackReview> before) {
        Inputs inputs = template.parameters().isEmpty() ? null : new Inputs(template, fitting(values(plan, template)));
        List<PlannedResource> earlier = before.stream()
                .filter(review -> template.dependsOn().contains(review.stackName()))
                .flatMap(review -> review.resources().stream())
                .toList();
        return stackReviewer.review(
                new StackReviewer.Subject(undertaking, template, plan.part(template), inputs, plan.watchTime()),
                plan.settings(),
                earlier);
    }

    private static Map<String, String> fitting(Map<String, String> values) {
        List<String> exceeded = TemplateLimits.exceeded(values);
        if (!exceeded.isEmpty()) {
            throw new DeployException(String.join(" ", exceeded), "Report it: the blueprint is at fault.");
        }
        return values;
    }

    /** The outputs that a stack takes, as they are now. */
    private Map<String, String> values(DeploymentPlan plan, StackTemplate template) {
        Map<String, String> values = new TreeMap<>();
        template.parameters().forEach((parameter, output) -> {
            StackTemplate source = plan.stacks().stream()
                    .filter(stack -> stack.stackName().equals(output.stackName()))
                    .findFirst()
                    .orElseThrow(() -> new DeployException(
                            "%s takes an output of %s, which is not among the stacks."
                                    .formatted(template.stackName(), output.stackName()),
                            "Report it: the blueprint is at fault."));
            values.put(
                    parameter,
                    regions.of(plan.part(source))
                            .stacks()
                            .outputs(output.stackName())
                            .getOrDefault(output.key(), StackReview.Inputs.PLACEHOLDER));
        });
        return values;
    }
}
