package io.tapdeck.blueprint.backupsystem;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Validation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule for a draft of {@code backup-system}, each with the field it belongs to and how to mend it. */
class BackupValidationTest {
    private final BackupSystem blueprint = new BackupSystem();
    private final Draft draft = BackupDefinitions.draft();

    @ParameterizedTest
    @CsvSource({"plain", "named"})
    void aNewDraftLacksNothingButItsSuffix(String preset) {
        Draft fresh = BackupDefinitions.draft(preset);

        assertThat(problems(fresh.withSuffix(""))).extracting(Problem::field).containsExactly("suffix");
        assertThat(problems(fresh)).isEmpty();
    }

    @Test
    void tellsEveryProblemAtOnceInTheOrderOfTheWizard() {
        Draft bad = draft.withSuffix("a".repeat(16))
                .withSetting("retentionDays", "0")
                .withSetting("replicaRegion", "Ireland")
                .withSetting("maxReceiveCount", "often")
                .withSetting("requestMetrics", "on")
                .withSetting("vpcCidr", "10.0.0.0/16")
                .with("alarm.serverErrors.threshold", "1.5")
                .withRecipients(List.of("ops"));

        assertThat(problems(bad))
                .extracting(Problem::field)
                .containsExactly(
                        "suffix",
                        "retentionDays",
                        "replicaRegion",
                        "maxReceiveCount",
                        "requestMetrics",
                        "vpcCidr",
                        "alarm.serverErrors.threshold",
                        "recipients.0");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            retentionDays      | 0            | 1
            retentionDays      | 36501        | 36500
            noncurrentDays     | 0            | 1
            visibilityTimeout  | -1           | 0
            visibilityTimeout  | 43201        | 43200
            queueRetentionDays | 0            | 1
            queueRetentionDays | 15           | 14
            maxReceiveCount    | 0            | 1
            maxReceiveCount    | 1001         | 1000
            alarm.oldestMessage.threshold | 0       | 1
            alarm.oldestMessage.threshold | 1209601 | 1209600
            alarm.deadLetters.threshold   | 0       | 1
            alarm.throttles.threshold     | 0.5     | 1
            alarm.systemErrors.threshold  | 0       | 1
            alarm.clientErrors.threshold  | 0       | 0.01
            alarm.clientErrors.threshold  | 1.01    | 1
            alarm.serverErrors.threshold  | 0.055   | 0.05
            """)
    void bothEndsOfEveryRangeHold(String field, String outside, String inside) {
        assertThat(problems(draft.with(field, outside)))
                .extracting(Problem::fix)
                .singleElement()
                .satisfies(fix -> assertThat(fix).extracting(Problem.Fix::value).isEqualTo(inside));
        assertThat(problems(draft.with(field, inside))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"eu-west-1", "us-gov-west-1", "ap-southeast-7", "me-central-1", "cn-northwest-1", "us-isof-south-1"})
    void aReplicaRegionHasTheFormOfOne(String region) {
        assertThat(problems(draft.withSetting("replicaRegion", region))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EU-WEST-1", "eu-west", "eu_west_1", "eu-west-1a", "1-west-1", "eu--1"})
    void anythingElseIsNoRegion(String text) {
        assertThat(problems(draft.withSetting("replicaRegion", text)))
                .containsExactly(new Problem("replicaRegion", "A region is written like eu-west-1."));
    }

    @Test
    void aReplicaRegionIsAnotherOneThanTheEnvironments() {
        Draft ireland = draft.withSetting("replicaRegion", "eu-west-1");

        assertThat(problems(ireland, "us-east-1")).isEmpty();
        assertThat(problems(ireland, "eu-west-1"))
                .containsExactly(new Problem(
                        "replicaRegion",
                        "eu-west-1 is the environment's own region. Leave the field empty to keep replicas in it.",
                        new Problem.Fix("Use the same region", "replicaRegion", "")));
        assertThat(problems(draft, "eu-west-1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-1, cn-north-1, false",
        "cn-northwest-1, cn-north-1, true",
        "us-gov-east-1, us-gov-west-1, true",
        "us-gov-east-1, us-east-1, false",
        "eu-west-1, us-west-2, true"
    })
    void replicationStaysInItsPartition(String region, String replica, boolean possible) {
        assertThat(problems(draft.withSetting("replicaRegion", replica), region).isEmpty())
                .isEqualTo(possible);
    }

    @Test
    void noJobGrowsOlderThanTheQueueKeepsIt() {
        Draft oneDay = draft.withSetting("queueRetentionDays", "1");

        assertThat(problems(oneDay.with("alarm.oldestMessage.threshold", "86400")))
                .isEmpty();
        assertThat(problems(oneDay.with("alarm.oldestMessage.threshold", "86401")))
                .containsExactly(new Problem(
                        "alarm.oldestMessage.threshold",
                        "The queue keeps jobs for at most 86400 s; this alarm never starts.",
                        new Problem.Fix("Use 86400 s", "alarm.oldestMessage.threshold", "86400")));
        assertThat(problems(oneDay.with("alarm.oldestMessage.threshold", "86401")
                        .with("alarm.oldestMessage.enabled", "false")))
                .isEmpty();
    }

    @Test
    void theReplicaBucketDecidesHowLongASuffixMayBe() {
        assertThat(blueprint.suffixLimit()).isEqualTo(15);
        assertThat(problems(draft.withSuffix("a".repeat(15)))).isEmpty();
        assertThat(problems(draft.withSuffix("a".repeat(16))))
                .extracting(Problem::message)
                .containsExactly("16 characters, at most 15 fit into every name in AWS.");
    }

    private List<Problem> problems(Draft any) {
        return Validation.of(blueprint, any).all();
    }

    private List<Problem> problems(Draft any, String region) {
        return Validation.of(blueprint, any, region).all();
    }
}
