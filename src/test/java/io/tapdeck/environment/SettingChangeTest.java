package io.tapdeck.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.environment.Validation.Valid;
import org.junit.jupiter.api.Test;

class SettingChangeTest {
    private final Blueprint blueprint = new AuroraMySql();
    private final Draft running =
            Draft.of(blueprint, blueprint.presets().getFirst()).withSuffix("dev");

    private EnvironmentDefinition valid(Draft draft) {
        return ((Valid) Validation.of(blueprint, draft)).definition();
    }

    @Test
    void listsWhatDiffersInTheOrderOfTheBlueprint() {
        Draft wanted = running.withSetting("generalLog", "true").withSetting("maxCapacity", "8");

        assertThat(SettingChange.between(blueprint, valid(running), valid(wanted)))
                .extracting(change -> change.setting().key(), SettingChange::before, SettingChange::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("maxCapacity", "2", "8"),
                        org.assertj.core.groups.Tuple.tuple("generalLog", "false", "true"));
    }

    @Test
    void whatIsFixedAfterCreationIsRefusedWithTheValueThatRuns() {
        Draft wanted = running.withSetting("vpcCidr", "10.31.0.0/16").withSetting("maxCapacity", "8");

        assertThat(SettingChange.problems(blueprint, valid(running), valid(wanted)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.field()).isEqualTo("vpcCidr");
                    assertThat(problem.fix())
                            .isEqualTo(new Problem.Fix("Put back 10.30.0.0/16", "vpcCidr", "10.30.0.0/16"));
                });
    }

    @Test
    void whatChangesInPlaceIsNoProblem() {
        assertThat(SettingChange.problems(
                        blueprint, valid(running), valid(running.withSetting("protection", "protected"))))
                .isEmpty();
    }
}
