package io.tapdeck.environment.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.blueprint.backupsystem.BackupSystem;
import io.tapdeck.environment.AlarmDraft;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What two definitions have in common and what not, in the blueprint's words. */
class DefinitionComparisonTest {
    private final Blueprint aurora = new AuroraMySql();
    private final Blueprint backup = new BackupSystem();
    private final Draft dev = draft(aurora, "dev");

    private static Draft draft(Blueprint blueprint, String suffix) {
        return Draft.of(blueprint, blueprint.presets().getFirst()).withSuffix(suffix);
    }

    private List<ComparedValue> differences(Draft other) {
        return DefinitionComparison.of(aurora, dev, other).stream()
                .flatMap(section -> section.differences().stream())
                .toList();
    }

    @Test
    void environmentsOfTheSameValuesDifferInNothing() {
        assertThat(differences(dev.withSuffix("qa"))).isEmpty();
        assertThat(DefinitionComparison.of(aurora, dev, dev.withSuffix("qa")).stream()
                        .flatMap(section -> section.values().stream())
                        .map(ComparedValue::key))
                .as("what is equal is there to be shown")
                .contains("maxCapacity", "protection", "alarm.cpu.threshold", "recipients");
    }

    @Test
    void eachSettingThatDiffersIsToldAsTheWizardTellsIt() {
        Draft other = dev.withSetting("maxCapacity", "8")
                .withSetting("protection", "protected")
                .withSetting("generalLog", "true");

        assertThat(differences(other))
                .extracting(ComparedValue::key, ComparedValue::leftWords, ComparedValue::rightWords)
                .containsExactly(
                        tuple("maxCapacity", "2 ACU", "8 ACU"),
                        tuple("protection", "Disposable", "Protected"),
                        tuple("generalLog", "off", "on"));
        assertThat(differences(other).getFirst().label())
                .isEqualTo(aurora.setting("maxCapacity").label());
    }

    @Test
    void anAlarmIsComparedPartByPart() {
        AlarmDraft cpu = dev.alarms().stream()
                .filter(alarm -> alarm.id().equals("cpu"))
                .findFirst()
                .orElseThrow();
        Draft other = dev.withAlarm(
                cpu.with("threshold", "70").with("evaluationPeriods", "3").with("period", "60"));

        assertThat(differences(other))
                .extracting(ComparedValue::label, ComparedValue::leftWords, ComparedValue::rightWords)
                .containsExactly(
                        tuple("CPU, threshold", "80 %", "70 %"),
                        tuple("CPU, M of N", "2 of 2", "2 of 3"),
                        tuple("CPU, period", "5 min", "1 min"));
    }

    @Test
    void anAlarmThatOneDoesNotHaveIsComparedAsAWhole() {
        Draft other = dev.with("alarm.cpu.enabled", "false").with("alarm.cpu.threshold", "70");

        assertThat(differences(other))
                .extracting(ComparedValue::label, ComparedValue::leftWords, ComparedValue::rightWords)
                .containsExactly(tuple("CPU", "at or above 80 %, 2 of 2 of 5 min, missing data not breaching", "off"));
    }

    @Test
    void theOrderOfRecipientsIsNoDifference() {
        Draft one = dev.withRecipients(List.of("a@example.com", "b@example.com"));
        Draft other = dev.withRecipients(List.of("b@example.com", "a@example.com"));

        assertThat(DefinitionComparison.of(aurora, one, other))
                .allSatisfy(section -> assertThat(section.differences()).isEmpty());
        assertThat(differences(one))
                .extracting(ComparedValue::leftWords, ComparedValue::rightWords)
                .containsExactly(tuple("nobody", "a@example.com, b@example.com"));
    }

    @Test
    void aSettingThatOnlyANewerTapdeckKnowsIsToldByItsKey() {
        assertThat(differences(dev.withSetting("quantumStorage", "true")))
                .extracting(ComparedValue::label, ComparedValue::leftWords, ComparedValue::rightWords)
                .containsExactly(tuple("quantumStorage", "none", "true"));
    }

    @Test
    void ofTwoBlueprintsOnlyWhatMeansTheSameIsCompared() {
        Draft queue = draft(backup, "queue").withSetting("protection", "protected");

        List<ComparedSection> shared = DefinitionComparison.shared(aurora, dev, backup, queue);

        assertThat(shared.stream().flatMap(section -> section.values().stream()).map(ComparedValue::key))
                .contains("protection", "recipients")
                .doesNotContain("maxCapacity", "alarm.cpu.threshold");
        assertThat(shared.stream().flatMap(section -> section.differences().stream()))
                .extracting(ComparedValue::leftWords, ComparedValue::rightWords)
                .contains(tuple("Disposable", "Protected"));
    }
}
