package io.tapdeck.blueprint.auroramysql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Validation;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule for a draft of {@code aurora-mysql}, each with the field it belongs to and how to mend it. */
class AuroraValidationTest {
    private final AuroraMySql blueprint = new AuroraMySql();
    private final Draft draft = AuroraDefinitions.draft();

    @Test
    void aNewDraftLacksNothingButItsSuffix() {
        assertThat(problems(draft.withSuffix(""))).extracting(Problem::field).containsExactly("suffix");
        assertThat(problems(draft)).isEmpty();
    }

    @Test
    void whatIsValidGoesThroughTheDraftAndBack() {
        EnvironmentDefinition definition = AuroraDefinitions.dev();

        assertThat(AuroraDefinitions.valid(definition.toDraft())).isEqualTo(definition);
    }

    @Test
    void judgesARuleAcrossFieldsAlthoughAnotherFieldIsWrong() {
        Draft bad = draft.withSetting("minCapacity", "4")
                .withSetting("databaseName", "order")
                .withSetting("subnetCidrA", "10.30.1.0/24")
                .withSetting("subnetCidrB", "10.30.1.128/25")
                .withSetting("exportExpiryDays", "soon");

        assertThat(problems(bad))
                .extracting(Problem::field)
                .containsExactlyInAnyOrder("databaseName", "exportExpiryDays", "minCapacity", "subnetCidrB");
    }

    @Test
    void tellsEveryProblemAtOnceInTheOrderOfTheWizard() {
        Draft bad = draft.withSuffix("Dev")
                .withSetting("maxCapacity", "many")
                .withSetting("vpcCidr", "10.0.0.0/8")
                .withSetting("databaseName", "order")
                .withSetting("colour", "red")
                .withAlarm(draft.alarms().get(1).with("threshold", "101").with("missingData", "ignored"))
                .withRecipients(List.of("ops@acme.example", "dba@acme", "OPS@acme.example"));

        assertThat(problems(bad))
                .extracting(Problem::field)
                .containsExactly(
                        "suffix",
                        "maxCapacity",
                        "vpcCidr",
                        "databaseName",
                        "colour",
                        "alarm.utilization.threshold",
                        "alarm.utilization.missingData",
                        "recipients.1",
                        "recipients.2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            minCapacity         | 3       | The minimum of 3 is above the maximum of 2 ACU.                | 2
            minCapacity         | 0.7     | 0.7 is not a multiple of 0.5.                                  | 0.5
            minCapacity         | -1      | -1 is below 0 ACU, the least that is allowed here.             | 0
            maxCapacity         | 256.5   | 256.5 is above 256 ACU, the most that is allowed here.         | 256
            backupRetentionDays | 36      | 36 is above 35 days, the most that is allowed here.            | 35
            backupRetentionDays | 1.5     | 1.5 is not a multiple of 1.                                    | 1
            vpcCidr             | 10.30.1.0/16 | 10.30.1.0 is an address inside 10.30.0.0/16, not a network. | 10.30.0.0/16
            databaseName        | 7up     | A database name begins with a letter and goes on with letters, digits and _. |
            databaseName        | Order   | “Order” is reserved by MySQL.                                  |
            databaseName        | ''      | Give a database name.                                          |
            protection          | total   | “total” is not offered. Choose one of disposable, protected.   |
            engineVersion       | 2.11.0  | “2.11.0” is not offered. Choose one of 3.12.0, 3.11.1, 3.11.0, 3.10.4, 3.10.3, 3.10.2, 3.10.1, 3.10.0, 3.09.0, 3.08.2, 3.08.1, 3.08.0, 3.07.1, 3.07.0, 3.06.1, 3.06.0, 3.05.2, 3.05.1, 3.05.0, 3.04.6, 3.04.4, 3.04.3, 3.04.2, 3.04.1, 3.04.0.         |
            exportExpiryDays    | 90      | Tiered exports reach Glacier after 90 days and are deleted later than that. | expire
            exportExpiryDays    | 0       | 0 is below 1 days, the least that is allowed here.             | 1
            subnetName          | a.b     | A subnet name has letters, digits, - and _, and begins with a letter or a digit. |
            subnetName          | ''      | Give a subnet name.                                            |
            keyAlias            | other   | “other” is not offered. Choose one of stack, suffix.           |
            bucketEncryption    | aes     | “aes” is not offered. Choose one of kms, s3.                   |
            endpointOutputs     | ip      | “ip” is not offered. Choose one of socketAddress, hostname.    |
            generalLog          | on      | “on” is neither true nor false.                                |
            """)
    void saysWhatIsWrongWithASetting(String key, String value, String message, String mended) {
        assertThat(problems(draft.withSetting(key, value))).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(key);
            assertThat(problem.message()).isEqualTo(message);
            assertThat(problem.fix() == null ? null : problem.fix().value()).isEqualTo(mended);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            threshold         | 0.5  | 0.5 is below 1 %, the least that is allowed here.                    | 1
            threshold         | high | The threshold is a number from 1 to 100 %.                           |
            datapointsToAlarm | 3    | 3 of 2 is more than there are. M is at most N.                       | 2
            datapointsToAlarm | 0    | 0 is below 1, the least that is allowed here.                        | 1
            evaluationPeriods | 289  | 289 periods of 5 min look back further than the one day that CloudWatch allows. | 288
            period            | 90   | 90 is not a multiple of 60.                                          | 60
            period            | 30   | 30 s is below                                                        | 60
            missingData       | bad  | “bad” is not a rule for missing data. Use missing, ignore, breaching or notBreaching. |
            """)
    void saysWhatIsWrongWithAnAlarm(String field, String value, String message, String mended) {
        Draft bad = draft.withAlarm(draft.alarms().getLast().with(field, value));

        assertThat(problems(bad)).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("alarm.cpu." + field);
            assertThat(problem.message().replace("30 is below 60 s, the least that is allowed here.", "30 s is below"))
                    .isEqualTo(message);
            assertThat(problem.fix() == null ? null : problem.fix().value()).isEqualTo(mended);
        });
    }

    @Test
    void anHourlyAlarmMayLookBackSevenDays() {
        Draft week =
                draft.withAlarm(draft.alarms().getLast().with("period", "3600").with("evaluationPeriods", "168"));
        Draft longer =
                draft.withAlarm(draft.alarms().getLast().with("period", "3600").with("evaluationPeriods", "169"));

        assertThat(problems(week)).isEmpty();
        assertThat(problems(longer))
                .extracting(Problem::message)
                .containsExactly("169 periods of 1 h look back further than the seven days that CloudWatch allows.");
    }

    @Test
    void anUnknownAlarmIsAProblem() {
        Draft unknown = new Draft(
                draft.blueprint(),
                draft.preset(),
                "dev",
                draft.settings(),
                List.of(new io.tapdeck.environment.AlarmDraft("disk", true, "1", "1", "1", "60", "missing")),
                List.of());

        assertThat(problems(unknown)).containsExactly(new Problem("alarm.disk", "aurora-mysql has no alarm “disk”."));
    }

    @ParameterizedTest
    @CsvSource({"tiered, 90, false", "tiered, 91, true", "expire, 1, true", "expire, 90, true", "expire, 3650, true"})
    void exportsOutliveTheirLastTier(String lifecycle, String days, boolean valid) {
        Draft exports = draft.withSetting("bucketLifecycle", lifecycle).withSetting("exportExpiryDays", days);

        assertThat(problems(exports).isEmpty()).isEqualTo(valid);
    }

    @Test
    void everyPresetIsValidAsItIs() {
        assertThat(blueprint.presets())
                .hasSize(2)
                .allSatisfy(preset -> assertThat(problems(AuroraDefinitions.draft(preset.id())))
                        .isEmpty());
    }

    @Test
    void thereIsRoomForTwentyRecipients() {
        List<String> twentyOne = Collections.nCopies(21, "ops").stream()
                .map(name -> name + System.identityHashCode(new Object()) + "@acme.example")
                .toList();

        assertThat(problems(draft.withRecipients(twentyOne.subList(0, 20)))).isEmpty();
        assertThat(problems(draft.withRecipients(twentyOne)))
                .containsExactly(new Problem("recipients", "At most 20 addresses. Subscribe a mailing list."));
    }

    @Test
    void theBucketDecidesHowLongASuffixMayBe() {
        assertThat(blueprint.suffixLimit()).isEqualTo(19);
        assertThat(problems(draft.withSuffix("a".repeat(19)))).isEmpty();
        assertThat(problems(draft.withSuffix("a".repeat(20))))
                .extracting(Problem::message)
                .containsExactly("20 characters, at most 19 fit into every name in AWS.");
    }

    @Property
    void acceptsARangeExactlyIfTheVersionDoes(
            @ForAll @IntRange(max = 512) int minHalves,
            @ForAll @IntRange(min = 2, max = 512) int maxHalves,
            @ForAll boolean old) {
        BigDecimal min = BigDecimal.valueOf(minHalves).divide(BigDecimal.TWO);
        BigDecimal max = BigDecimal.valueOf(maxHalves).divide(BigDecimal.TWO);
        Draft range = draft.withSetting("engineVersion", old ? "3.04.0" : "3.08.2")
                .withSetting("minCapacity", min.toPlainString())
                .withSetting("maxCapacity", max.toPlainString());
        boolean valid = minHalves <= maxHalves && maxHalves <= (old ? 256 : 512) && (minHalves > 0 || !old);

        assertThat(problems(range).isEmpty()).isEqualTo(valid);
    }

    @Property
    void everyProposedMendingMends(
            @ForAll @IntRange(max = 512) int minHalves, @ForAll @IntRange(min = 2, max = 512) int maxHalves) {
        Draft range = draft.withSetting("engineVersion", "3.04.0")
                .withSetting(
                        "minCapacity",
                        BigDecimal.valueOf(minHalves).divide(BigDecimal.TWO).toPlainString())
                .withSetting(
                        "maxCapacity",
                        BigDecimal.valueOf(maxHalves).divide(BigDecimal.TWO).toPlainString());
        for (Problem problem : problems(range)) {
            if (problem.fix() != null) {
                range = range.withSetting(problem.fix().field(), problem.fix().value());
            }
        }

        assertThat(problems(range)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "dev-before-the-move, true",
        "rds:cluster-2026-11-22-03-00, true",
        "arn:aws:rds:us-east-1:000000000000:cluster-snapshot:dev-before-the-move, true",
        "arn:aws-cn:rds:cn-north-1:000000000000:cluster-snapshot:rds:cluster-2026-11-22-03-00, true",
        "dev--before, false",
        "dev-, false",
        "2026-dev, false",
        "dev_before, false",
        "arn:aws:rds:us-east-1:000000000000:snapshot:of-an-instance, false",
        "arn:aws:rds:us-east-1:000000000000:cluster:dev, false"
    })
    void aSnapshotIsNamedAsRdsNamesThem(String snapshot, boolean valid) {
        assertThat(problems(draft.withSetting("restoreFrom", snapshot)).isEmpty())
                .isEqualTo(valid);
    }

    @Test
    void aSnapshotIsRestoredInItsOwnRegion() {
        Draft restored = draft.withSetting(
                "restoreFrom", "arn:aws:rds:us-east-1:000000000000:cluster-snapshot:dev-before-the-move");

        assertThat(Validation.of(blueprint, restored, "us-east-1").all()).isEmpty();
        assertThat(Validation.of(blueprint, restored, "eu-west-1").all())
                .containsExactly(
                        new Problem("restoreFrom", "The snapshot is in us-east-1. Copy it to eu-west-1 first."));
    }

    private List<Problem> problems(Draft any) {
        return Validation.of(blueprint, any).all();
    }
}
