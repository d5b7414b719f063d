package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.environment.TargetSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** What a company adds to every stack. */
class TargetSettingsTest extends AccountTest {
    private static final String ROLE = "arn:aws:iam::000000000000:role/deployer";
    private static final TargetSettings COMPANY =
            new TargetSettings(new TreeMap<>(Map.of("cost-center", "4711", "owner", "dba")), ROLE, null);

    private Review review(TargetSettings settings, int threshold) {
        return account.deployments.review(
                account.plan(settings, Templates.withReplica(threshold), Templates.replica("first")));
    }

    private void deploy(TargetSettings settings, int threshold) {
        assertThat(account.deployments.execute(review(settings, threshold), account.events::add))
                .isInstanceOf(Outcome.Up.class);
    }

    private List<Stack> stacks() {
        return List.of(
                account.place("us-east-1").simulated().describeStacks().stacks().getFirst(),
                account.place("eu-west-1").simulated().describeStacks().stacks().getFirst());
    }

    @Test
    void tagsGoToEveryStackBesideOurs() {
        deploy(COMPANY, 80);

        assertThat(stacks())
                .allSatisfy(stack -> assertThat(Stacks.tags(stack))
                        .containsEntry("cost-center", "4711")
                        .containsEntry("owner", "dba")
                        .containsEntry(Stacks.SUFFIX_TAG, "dev")
                        .containsEntry(Stacks.BLUEPRINT_TAG, "aurora-mysql"));
    }

    @Test
    void theServiceRoleMakesEveryStackAndStaysWhereNoneIsNamed() {
        deploy(COMPANY, 80);
        assertThat(stacks()).extracting(Stack::roleARN).containsOnly(ROLE);

        assertThat(review(TargetSettings.NONE, 72).settings().serviceRole()).isEqualTo(ROLE);
        deploy(TargetSettings.NONE, 72);
        assertThat(stacks().getFirst().roleARN()).isEqualTo(ROLE);
    }

    @Test
    void theReviewSaysWhichRoleAndTagsApply() {
        assertThat(review(COMPANY, 80).settings()).isEqualTo(COMPANY);
    }

    @Test
    void aTargetThatAddsNothingKeepsTheTagsThatAStackHas() {
        deploy(COMPANY, 80);

        assertThat(review(TargetSettings.NONE, 72).settings().tags()).isEqualTo(COMPANY.tags());
        deploy(TargetSettings.NONE, 72);
        assertThat(stacks().getFirst().tags()).extracting(tag -> tag.key()).contains("cost-center", "owner");
    }

    @Test
    void tagsOfTheTargetTakeThePlaceOfThoseThatAStackHas() {
        deploy(COMPANY, 80);

        deploy(new TargetSettings(new TreeMap<>(Map.of("owner", "platform")), null, null), 80);

        assertThat(Stacks.tags(stacks().getFirst()))
                .containsEntry("owner", "platform")
                .doesNotContainKey("cost-center");
    }
}
