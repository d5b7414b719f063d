package io.tapdeck.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmDraft;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Preset;
import io.tapdeck.environment.Setting;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what can be made, and what can be chosen about it. */
@Command(name = "blueprints", description = "List blueprints, presets and their settings.")
final class BlueprintsCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Engines engines;
    private final Terminal terminal;

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    BlueprintsCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        for (Blueprint blueprint : engines.blueprints().all()) {
            if (json) {
                terminal.out().println(describe(blueprint));
            } else {
                print(blueprint);
            }
        }
        return ExitCode.DONE;
    }

    private void print(Blueprint blueprint) {
        terminal.out().printf("%s  %s%n    %s%n", blueprint.id(), blueprint.title(), blueprint.summary());
        terminal.out().printf("  suffix: at most %d characters%n", blueprint.suffixLimit());
        terminal.out().println("  presets");
        blueprint.presets().forEach(preset -> terminal.out().printf("    %-22s %s%n", preset.id(), preset.summary()));
        terminal.out().println("  settings");
        for (Setting setting : blueprint.settings()) {
            terminal.out()
                    .printf(
                            "    %-22s %s [%s; %s] %s%n",
                            setting.key(),
                            setting.label(),
                            range(setting),
                            "default " + setting.defaultValue(),
                            setting.help());
        }
        terminal.out().println("  alarms");
        for (AlarmDescription alarm : blueprint.alarms()) {
            AlarmDraft draft = AlarmDraft.of(alarm.defaults());
            terminal.out()
                    .printf(
                            "    alarm.%-16s %s at or above %s%s, %s of %s periods of %s s, missing data %s%n",
                            alarm.id(),
                            alarm.metric().name(),
                            draft.threshold(),
                            alarm.metric().unit().isEmpty()
                                    ? ""
                                    : " " + alarm.metric().unit(),
                            draft.datapointsToAlarm(),
                            draft.evaluationPeriods(),
                            draft.period(),
                            draft.missingData());
        }
    }

    private static String range(Setting setting) {
        return switch (setting) {
            case Setting.Quantity number ->
                "%s to %s %s in steps of %s"
                        .formatted(
                                number.minimum().toPlainString(),
                                number.maximum().toPlainString(),
                                number.unit(),
                                number.step().toPlainString());
            case Setting.Choice choice ->
                choice.options().stream().map(Setting.Choice.Option::value).collect(Collectors.joining(" or "));
            case Setting.Toggle _ -> "true or false";
            case Setting.Name name -> "at most %d characters".formatted(name.maximumLength());
            case Setting.Network network -> "/%d to /%d".formatted(network.shortestPrefix(), network.longestPrefix());
        };
    }

    private static ObjectNode describe(Blueprint blueprint) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", blueprint.id()).put("title", blueprint.title()).put("suffixLimit", blueprint.suffixLimit());
        var presets = node.putArray("presets");
        for (Preset preset : blueprint.presets()) {
            ObjectNode one = presets.addObject().put("id", preset.id()).put("summary", preset.summary());
            ObjectNode values = one.putObject("settings");
            Draft.of(blueprint, preset).settings().forEach(values::put);
        }
        var settings = node.putArray("settings");
        for (Setting setting : blueprint.settings()) {
            settings.addObject()
                    .put("key", setting.key())
                    .put("label", setting.label())
                    .put("help", setting.help())
                    .put("range", range(setting))
                    .put("default", setting.defaultValue())
                    .put("mutability", setting.mutability().name());
        }
        var alarms = node.putArray("alarms");
        for (AlarmDescription alarm : blueprint.alarms()) {
            alarms.addObject()
                    .put("id", alarm.id())
                    .put("metric", alarm.metric().name())
                    .put("unit", alarm.metric().unit())
                    .put("minimum", alarm.minimum())
                    .put("maximum", alarm.maximum())
                    .put("default", alarm.defaults().threshold());
        }
        return node;
    }
}
