package io.tapdeck.cli;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmDraft;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.PhysicalName;
import io.tapdeck.environment.Preset;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingCondition;
import io.tapdeck.environment.SettingSection;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A blueprint's description for people. */
final class BlueprintText {
    private BlueprintText() {}

    static void print(PrintStream to, Blueprint blueprint) {
        to.printf("%s  %s%n    %s%n", blueprint.id(), blueprint.title(), blueprint.summary());
        to.printf("  suffix: at most %d characters%s%n", blueprint.suffixLimit(), tightest(blueprint));
        to.println("  presets");
        for (Preset preset : blueprint.presets()) {
            to.printf("    %-22s %s%n", preset.id(), preset.summary());
        }
        for (SettingSection section : blueprint.sections()) {
            to.println("  settings: " + section.title());
            for (Setting setting : section.settings()) {
                to.printf(
                        "    %-22s %s [%s; default %s; %s] %s%n",
                        setting.key(),
                        setting.label(),
                        range(setting),
                        setting.defaultValue().isEmpty() ? "none" : setting.defaultValue(),
                        setting.mutability().words(),
                        setting.help());
            }
        }
        to.println("  alarms");
        for (AlarmDescription alarm : blueprint.alarms()) {
            to.printf(
                    "    alarm.%-16s %s, %s to %s%s%n",
                    alarm.id(),
                    rule(alarm, alarm.defaults()),
                    alarm.minimum().toPlainString(),
                    alarm.maximum().toPlainString(),
                    needs(alarm.needs()));
        }
        to.println("  charts");
        blueprint
                .charts()
                .forEach(chart -> to.printf("    %-22s %s%s%n", chart.id(), chart.title(), needs(chart.needs())));
    }

    private static String tightest(Blueprint blueprint) {
        return blueprint.physicalNames().stream()
                .min(Comparator.comparingInt(PhysicalName::room))
                .map(name -> ": the %s %s has at most %d (%s)"
                        .formatted(name.what(), name.pattern(), name.limit(), name.source()))
                .orElse("");
    }

    private static String rule(AlarmDescription alarm, AlarmRule rule) {
        AlarmDraft draft = AlarmDraft.of(rule);
        String unit = alarm.metric().plainUnit();
        return "%s at or above %s%s, %s of %s periods of %s s, missing data %s%s"
                .formatted(
                        alarm.metric().name(),
                        draft.threshold(),
                        unit.isEmpty() ? "" : " " + unit,
                        draft.datapointsToAlarm(),
                        draft.evaluationPeriods(),
                        draft.period(),
                        draft.missingData(),
                        draft.enabled() ? "" : ", off");
    }

    private static String needs(@Nullable SettingCondition condition) {
        return condition == null ? "" : "; needs %s=%s".formatted(condition.key(), condition.value());
    }

    /** The values that a setting takes, in words. */
    static String range(Setting setting) {
        return switch (setting) {
            case Setting.Quantity number ->
                "%s to %s %s in steps of %s"
                        .formatted(
                                number.minimum().toPlainString(),
                                number.maximum().toPlainString(),
                                number.unit(),
                                number.step().toPlainString())
                        .replace("  ", " ");
            case Setting.Choice choice ->
                choice.options().stream().map(Setting.Choice.Option::value).collect(Collectors.joining(" or "));
            case Setting.Toggle _ -> "true or false";
            case Setting.Name name ->
                "at most %d characters%s"
                        .formatted(
                                name.maximumLength(),
                                name.whenEmpty() == null ? "" : ", empty for " + name.whenEmpty());
            case Setting.Network network -> "/%d to /%d".formatted(network.shortestPrefix(), network.longestPrefix());
        };
    }
}
