package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.auroramysql.AuroraDefinitions;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import io.tapdeck.deploy.ResourceChange.Risk;
import io.tapdeck.environment.Draft;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.SharedWorker;
import io.tapdeck.synth.Synthesizer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ResourceAttribute;

/** A threshold that was moved on a chart, on the worker's own templates and the simulated CloudFormation. */
@ExtendWith(SharedWorker.class)
class TunedThresholdTest extends AccountTest {
    private static final String TUNED = "alarm.utilization.threshold";

    private final Synthesizer synthesizer;

    TunedThresholdTest(Synthesizer synthesizer) {
        this.synthesizer = synthesizer;
    }

    @Test
    void theChangeSetHoldsThatOneThresholdAndNothingElse() {
        Review review = reviewOf(tuned("72"));

        assertThat(review.changes()).singleElement().satisfies(change -> {
            assertThat(change.displayName()).isEqualTo("HighACUUtilization");
            assertThat(change.risk()).isEqualTo(Risk.IN_PLACE);
            assertThat(change.properties()).containsExactly(new PropertyChange("Threshold", "80", "72", false));
        });
        // AWS's own answer, not the review that was made of it.
        assertThat(account.simulated
                        .describeChangeSet(request ->
                                request.changeSetName(review.changeSetId()).stackName(review.stackName()))
                        .changes())
                .singleElement()
                .extracting(Change::resourceChange)
                .satisfies(change -> {
                    assertThat(change.logicalResourceId()).startsWith("HighACUUtilization");
                    assertThat(change.details()).singleElement().satisfies(detail -> {
                        assertThat(detail.target().attribute()).isEqualTo(ResourceAttribute.PROPERTIES);
                        assertThat(detail.target().name()).isEqualTo("Threshold");
                    });
                });
    }

    @Test
    void theTemplatesDifferInThatThresholdAndInTheDefinitionOnly() {
        String before = template();
        Review review = reviewOf(tuned("72"));
        String after = account.simulated
                .getTemplate(
                        request -> request.changeSetName(review.changeSetId()).stackName(review.stackName()))
                .templateBody();

        Map<String, String> differences = TemplateDifferences.between(before, after);

        assertThat(differences).hasSize(2);
        assertThat(differences).containsEntry("/Metadata/Tapdeck/alarms/1/threshold", "\"80\" → \"72\"");
        assertThat(differences.keySet())
                .anyMatch(path -> path.matches("/Resources/HighACUUtilization\\w*/Properties/Threshold"));
    }

    @Test
    void onceDeployedTheDefinitionSaysTheNewThreshold() {
        Review review = reviewOf(tuned("72"));
        assertThat(account.deployments.execute(review, account.events::add)).isInstanceOf(Outcome.Up.class);

        assertThat(account.deployments.definition(Account.DEV)).contains(tuned("72"));
    }

    private static Draft tuned(String threshold) {
        return AuroraDefinitions.dev().toDraft().with(TUNED, threshold);
    }

    /** The review of another definition, of an environment that runs. */
    private Review reviewOf(Draft wanted) {
        template();
        return account.deployments.review(account.deployments.plan(assembly(wanted)));
    }

    /** What runs, deployed if it does not yet. */
    private String template() {
        if (account.deployments.find(Account.DEV).isEmpty()) {
            CloudAssembly running = assembly(AuroraDefinitions.dev().toDraft());
            Review review = account.deployments.review(account.deployments.plan(running));
            assertThat(account.deployments.execute(review, account.events::add)).isInstanceOf(Outcome.Up.class);
        }
        return account.simulated
                .getTemplate(request -> request.stackName(Account.DEV.stackName()))
                .templateBody();
    }

    private CloudAssembly assembly(Draft draft) {
        return SharedWorker.synthesize(synthesizer, AuroraDefinitions.valid(draft));
    }
}
