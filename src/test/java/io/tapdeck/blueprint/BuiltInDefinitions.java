package io.tapdeck.blueprint;

import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Preset;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.Validation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Valid definitions of every blueprint that comes with Tapdeck, for tests that hold for all of them. */
public final class BuiltInDefinitions {
    private static final String ANOTHER_REGION = "eu-west-1";

    private BuiltInDefinitions() {}

    /** Each preset as it comes, disposable and protected. */
    public static Stream<Named<EnvironmentDefinition>> presets() {
        return Blueprints.builtIn().all().stream()
                .flatMap(blueprint -> blueprint.presets().stream()
                        .flatMap(preset -> Stream.of(Protection.DISPOSABLE, Protection.PROTECTED)
                                .flatMap(level -> valid(blueprint, preset, Protection.KEY, level))));
    }

    /** Each preset as it comes, and with each other option of each choice and switch, one at a time. */
    public static Stream<Named<EnvironmentDefinition>> variants() {
        return Blueprints.builtIn().all().stream()
                .flatMap(blueprint -> blueprint.presets().stream()
                        .flatMap(preset -> blueprint.settings().stream()
                                .flatMap(setting -> values(setting).stream()
                                        .flatMap(value -> valid(blueprint, preset, setting.key(), value)))));
    }

    /** Each preset with a part of it in another region, where it can have one. */
    public static Stream<Named<EnvironmentDefinition>> otherRegions() {
        return variants()
                .filter(definition -> definition.getPayload().settings().containsValue(ANOTHER_REGION));
    }

    /** The values that make another template, and not only another number in it. */
    private static List<String> values(Setting setting) {
        return switch (setting) {
            case Setting.Choice choice ->
                choice.options().stream().map(Setting.Choice.Option::value).toList();
            case Setting.Toggle _ -> List.of("true", "false");
            case Setting.Name name
            when name.whenEmpty() != null && name.problem(ANOTHER_REGION) == null -> List.of("", ANOTHER_REGION);
            case Setting.Name _, Setting.Quantity _, Setting.Network _ -> List.of();
        };
    }

    private static Stream<Named<EnvironmentDefinition>> valid(
            Blueprint blueprint, Preset preset, String key, String value) {
        Draft draft = Draft.of(blueprint, preset).withSuffix("dev").withSetting(key, value);
        return Validation.of(blueprint, draft) instanceof Validation.Valid(EnvironmentDefinition definition)
                ? Stream.of(Named.of("%s %s, %s=%s".formatted(blueprint.id(), preset.id(), key, value), definition))
                : Stream.empty();
    }
}
