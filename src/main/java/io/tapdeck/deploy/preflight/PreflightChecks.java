package io.tapdeck.deploy.preflight;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeploymentPlan;
import io.tapdeck.deploy.Preflight;
import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.Preflight.Result;
import io.tapdeck.deploy.PreflightException;
import io.tapdeck.deploy.preflight.NamedResources.Named;
import io.tapdeck.deploy.region.StackRegion;
import io.tapdeck.deploy.region.StackRegions;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.deploy.template.TemplateGraph;
import io.tapdeck.deploy.template.TemplateLimits;
import io.tapdeck.synth.StackTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** Looks at everything that can be known before a change set is made. */
public final class PreflightChecks {
    private static final String DATABASE = "AWS::RDS::DBCluster";

    private final StackRegions regions;

    public PreflightChecks(StackRegions regions) {
        this.regions = regions;
    }

    /**
     * Looks at every stack of a plan.
     *
     * @throws PreflightException with every problem at once
     */
    public Preflight check(DeploymentPlan plan) {
        Session session = regions.own().connection().session();
        List<Check> checks = new ArrayList<>();
        checks.add(Check.passed(
                "Identity",
                "The session is %s in account %s, %s."
                        .formatted(session.role(), session.accountText(), session.region())));
        Set<String> types = new TreeSet<>();
        for (StackTemplate template : plan.stacks()) {
            StackRegion region = regions.of(plan.part(template));
            Optional<Stack> running = region.stacks()
                    .standing(plan.environment(), plan.part(template), template.stackName())
                    .filter(stack -> !Stacks.fresh(stack));
            Optional<String> deployed = running.map(stack -> region.stacks().body(stack.stackId()));
            Set<String> known = deployed.map(TemplateGraph::of)
                    .map(graph -> Set.copyOf(graph.logicalIds()))
                    .orElse(Set.of());
            checks.add(limits(template));
            checks.addAll(new OfferedVersions(region.connection().rds(), region.calls(), region.name())
                    .check(template.body(), deployed));
            checks.addAll(new FreeNames(region.connection(), region.calls())
                    .check(names(region, template).stream()
                            .filter(named -> !known.contains(named.logicalId()))
                            .toList()));
            TemplateGraph.of(template.body()).inOrder().stream()
                    .filter(resource -> !known.contains(resource.logicalId()))
                    .forEach(resource -> types.add(resource.type()));
        }
        Rights rights =
                new Rights(regions.own().connection().iam(), regions.own().calls(), session);
        checks.add(rights.check(types, plan.settings().serviceRole()));
        if (types.contains(DATABASE)) {
            checks.add(rights.serviceLinkedRole());
        }
        Preflight preflight = new Preflight(checks);
        if (!preflight.of(Result.FAILED).isEmpty()) {
            throw new PreflightException(preflight);
        }
        return preflight;
    }

    private static Check limits(StackTemplate template) {
        List<String> exceeded = TemplateLimits.exceeded(template);
        return exceeded.isEmpty()
                ? Check.passed(
                        "Limits",
                        "The template of %s has %d of %d resources and %,d of %,d bytes."
                                .formatted(
                                        template.stackName(),
                                        template.resourceCount(),
                                        StackTemplate.RESOURCE_LIMIT,
                                        template.bytes(),
                                        StackTemplate.BODY_LIMIT))
                : Check.failed("Limits", exceeded.stream().collect(Collectors.joining(" ")));
    }

    private static List<Named> names(StackRegion region, StackTemplate template) {
        Session session = region.connection().session();
        String partition = session.callerArn().split(":", -1)[1];
        return new NamedResources(partition, session.account(), region.name(), template.stackName())
                .in(template.body());
    }
}
