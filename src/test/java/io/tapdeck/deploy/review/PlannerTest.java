package io.tapdeck.deploy.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeploymentPlan;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Suffix;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.StackTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final Session SESSION = new Session(
            "s", "111111111111", "eu-west-1", "arn:aws:iam::111111111111:user/u", Session.Kind.ACCOUNT, false);

    private static StackTemplate stack(String name, int resources, String body, String... dependsOn) {
        return new StackTemplate(name, body, resources, List.of(dependsOn), Map.of(), false);
    }

    private static DeploymentPlan plan(StackTemplate... stacks) {
        EnvironmentDefinition definition = new EnvironmentDefinition(
                "aurora-mysql", "secure", new Suffix("dev"), new TreeMap<>(), List.of(), List.of());
        return Planner.plan(
                new CloudAssembly(definition, List.of(stacks), List.of(), Duration.ZERO), SESSION, TargetSettings.NONE);
    }

    @Test
    void stacksWithoutResourcesAreSkippedAndTheRestComesInOrder() {
        DeploymentPlan plan =
                plan(stack("main", 3, "{}", "replica", "empty"), stack("empty", 0, "{}"), stack("replica", 1, "{}"));

        assertThat(plan.stacks()).extracting(StackTemplate::stackName).containsExactly("replica", "main");
        assertThat(plan.environment().account()).isEqualTo("111111111111");
        assertThat(plan.environment().region()).isEqualTo("eu-west-1");
    }

    @Test
    void stacksThatWaitForEachOtherAreRefused() {
        assertThatThrownBy(() -> plan(stack("a", 1, "{}", "b"), stack("b", 1, "{}", "a")))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("wait for each other: a, b");
    }

    @Test
    void anAssemblyWithoutResourcesIsRefused() {
        assertThatThrownBy(() -> plan(stack("empty", 0, "{}"))).isInstanceOf(DeployException.class);
    }

    @Test
    void cloudFormationsLimitsHoldToTheByte() {
        assertThat(plan(stack("a", StackTemplate.RESOURCE_LIMIT, "x".repeat(StackTemplate.BODY_LIMIT)))
                        .stacks())
                .hasSize(1);
        assertThatThrownBy(() -> plan(stack("a", 1, "x".repeat(StackTemplate.BODY_LIMIT + 1))))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("51,201 bytes");
        assertThatThrownBy(() -> plan(stack("a", StackTemplate.RESOURCE_LIMIT + 1, "{}")))
                .isInstanceOf(DeployException.class)
                .hasMessageContaining("501 resources");
    }
}
