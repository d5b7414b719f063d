package io.tapdeck.deploy.review;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeploymentPlan;
import io.tapdeck.deploy.template.TemplateLimits;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.StackTemplate;
import java.util.ArrayList;
import java.util.List;

/** Puts an assembly's stacks in order and holds them against CloudFormation's limits. */
public final class Planner {
    private Planner() {}

    public static DeploymentPlan plan(CloudAssembly assembly, Session session, TargetSettings settings) {
        List<StackTemplate> stacks = ordered(assembly.stacks().stream()
                .filter(stack -> stack.resourceCount() > 0)
                .toList());
        if (stacks.isEmpty()) {
            throw new DeployException(
                    "The definition makes no resources.", "Choose a blueprint that makes at least one.");
        }
        stacks.forEach(Planner::check);
        EnvironmentKey environment = new EnvironmentKey(
                session.account(),
                session.region(),
                assembly.definition().blueprint(),
                assembly.definition().suffix());
        return new DeploymentPlan(environment, assembly, stacks, settings);
    }

    private static List<StackTemplate> ordered(List<StackTemplate> stacks) {
        List<String> names = stacks.stream().map(StackTemplate::stackName).toList();
        List<StackTemplate> left = new ArrayList<>(stacks);
        List<StackTemplate> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            List<String> waiting = left.stream().map(StackTemplate::stackName).toList();
            StackTemplate next = left.stream()
                    .filter(stack ->
                            stack.dependsOn().stream().filter(names::contains).noneMatch(waiting::contains))
                    .findFirst()
                    .orElseThrow(() -> new DeployException(
                            "The stacks wait for each other: %s.".formatted(String.join(", ", waiting)),
                            "Report it: the blueprint is at fault."));
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    private static void check(StackTemplate stack) {
        List<String> exceeded = TemplateLimits.exceeded(stack);
        if (!exceeded.isEmpty()) {
            throw new DeployException(
                    String.join(" ", exceeded), "Leave out what the environment can do without, such as recipients.");
        }
    }
}
