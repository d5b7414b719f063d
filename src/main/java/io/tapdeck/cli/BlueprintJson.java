package io.tapdeck.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.environment.DefinitionJson;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.PhysicalName;
import io.tapdeck.environment.Preset;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingCondition;
import io.tapdeck.environment.SettingSection;
import org.jspecify.annotations.Nullable;

/** A blueprint's description for programs: everything that the wizard and the charts are made from. */
final class BlueprintJson {
    private BlueprintJson() {}

    static ObjectNode describe(Blueprint blueprint) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", blueprint.id())
                .put("title", blueprint.title())
                .put("summary", blueprint.summary())
                .put("suffixLimit", blueprint.suffixLimit());
        var names = node.putArray("physicalNames");
        for (PhysicalName name : blueprint.physicalNames()) {
            names.addObject()
                    .put("what", name.what())
                    .put("pattern", name.pattern())
                    .put("limit", name.limit())
                    .put("room", name.room())
                    .put("source", name.source());
        }
        var presets = node.putArray("presets");
        blueprint.presets().forEach(preset -> presets.add(preset(blueprint, preset)));
        var sections = node.putArray("sections");
        var settings = node.putArray("settings");
        for (SettingSection section : blueprint.sections()) {
            var keys = sections.addObject()
                    .put("id", section.id())
                    .put("title", section.title())
                    .put("form", section.form().name())
                    .putArray("settings");
            for (Setting setting : section.settings()) {
                keys.add(setting.key());
                settings.add(setting(setting).put("section", section.id()));
            }
        }
        var alarms = node.putArray("alarms");
        blueprint.alarms().forEach(alarm -> alarms.add(alarm(alarm)));
        var charts = node.putArray("charts");
        for (ChartDescription chart : blueprint.charts()) {
            ObjectNode one = charts.addObject()
                    .put("id", chart.id())
                    .put("title", chart.title())
                    .put("alarm", chart.alarmId());
            one.set("metric", metric(chart.metric()));
            one.set("needs", needs(chart.needs()));
        }
        return node;
    }

    /** A preset as the draft that it fills: its settings and alarms. */
    private static ObjectNode preset(Blueprint blueprint, Preset preset) {
        JsonNode draft = DefinitionJson.write(Draft.of(blueprint, preset));
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", preset.id()).put("title", preset.title()).put("summary", preset.summary());
        node.set("settings", draft.path("settings"));
        node.set("alarms", draft.path("alarms"));
        return node;
    }

    private static ObjectNode setting(Setting setting) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("key", setting.key())
                .put("label", setting.label())
                .put("help", setting.help())
                .put("range", BlueprintText.range(setting))
                .put("default", setting.defaultValue())
                .put("mutability", setting.mutability().name())
                .put("mutabilityWords", setting.mutability().words());
        if (setting instanceof Setting.Quantity number) {
            node.put("minimum", number.minimum())
                    .put("maximum", number.maximum())
                    .put("step", number.step())
                    .put("unit", number.unit());
        }
        if (setting instanceof Setting.Choice choice) {
            var options = node.putArray("options");
            for (Setting.Choice.Option option : choice.options()) {
                var consequences = options.addObject()
                        .put("value", option.value())
                        .put("label", option.label())
                        .put("remark", option.remark())
                        .putArray("consequences");
                option.consequences().forEach(consequence -> consequences.add(consequence.text()));
            }
        }
        return node;
    }

    private static ObjectNode alarm(AlarmDescription alarm) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("id", alarm.id())
                .put("title", alarm.title())
                .put("minimum", alarm.minimum())
                .put("maximum", alarm.maximum())
                .put("step", alarm.step())
                .put("default", alarm.defaults().threshold());
        node.set("metric", metric(alarm.metric()));
        node.set("needs", needs(alarm.needs()));
        return node;
    }

    private static ObjectNode metric(MetricDescription metric) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("name", metric.name())
                .put("statistic", metric.statistic())
                .put("unit", metric.unit());
        var parts = node.putArray("metrics");
        metric.parts()
                .forEach(part ->
                        parts.addObject().put("namespace", part.namespace()).put("name", part.name()));
        return node;
    }

    private static JsonNode needs(@Nullable SettingCondition condition) {
        return condition == null
                ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance
                        .objectNode()
                        .put("setting", condition.key())
                        .put("value", condition.value());
    }
}
