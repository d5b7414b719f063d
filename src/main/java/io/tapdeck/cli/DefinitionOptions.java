package io.tapdeck.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.DefinitionJson;
import io.tapdeck.environment.DefinitionJson.UnreadableDefinition;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Preset;
import io.tapdeck.environment.Suffix;
import io.tapdeck.environment.Validation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** DEFINITION: {@code --blueprint ID [--preset P] --suffix S [--set KEY=VALUE]...} or {@code --file definition.json}. */
final class DefinitionOptions {
    @Option(names = "--blueprint", paramLabel = "ID", description = "What to make; see tapdeck blueprints.")
    @Nullable
    String blueprint;

    @Option(
            names = "--preset",
            paramLabel = "P",
            description = "The values to start from; the blueprint's first preset if absent.")
    @Nullable
    String preset;

    @Option(names = "--suffix", paramLabel = "S", description = "The environment's name.")
    @Nullable
    String suffix;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "One setting, alarm.ID.FIELD of an alarm, or recipients=A,B; may be repeated.")
    Map<String, String> set = new LinkedHashMap<>();

    @Option(names = "--file", paramLabel = "FILE", description = "A definition as JSON; the other options lie over it.")
    @Nullable
    Path file;

    /**
     * The definition that the options describe.
     *
     * @throws CommandFailure with every problem, each on its line
     */
    EnvironmentDefinition read(Blueprints blueprints) {
        JsonNode given = file == null ? null : parse(file);
        String id = blueprint != null ? blueprint : text(given, "blueprint");
        if (id == null) {
            id = blueprints.all().getFirst().id();
        }
        Blueprint described = find(blueprints, id);
        Draft draft = Draft.of(described, preset(described, preset != null ? preset : text(given, "preset")));
        if (given != null) {
            try {
                draft = DefinitionJson.readOver(draft, given);
            } catch (UnreadableDefinition e) {
                throw CommandFailure.wrongUse(file + ": " + e.getMessage());
            }
        }
        if (suffix != null) {
            draft = draft.withSuffix(suffix);
        }
        draft = withHabits(described, draft, given);
        for (Map.Entry<String, String> entry : set.entrySet()) {
            draft = set(draft, entry.getKey(), entry.getValue());
        }
        return switch (Validation.of(described, draft)) {
            case Validation.Valid valid -> valid.definition();
            case Validation.Invalid invalid ->
                throw CommandFailure.wrongUse(invalid.problems().stream()
                        .map(problem -> problem.field() + ": " + problem.message())
                        .toList());
        };
    }

    /** What a suffix of this kind usually gets, such as protection for a prod-like one, unless the file chose itself. */
    private static Draft withHabits(Blueprint blueprint, Draft draft, @Nullable JsonNode given) {
        if (Suffix.problem(draft.suffix(), blueprint.suffixLimit()) != null) {
            return draft;
        }
        Draft usual = draft;
        for (Map.Entry<String, String> habit :
                blueprint.settingsFor(new Suffix(draft.suffix())).entrySet()) {
            if (given == null || !given.path("settings").has(habit.getKey())) {
                usual = usual.withSetting(habit.getKey(), habit.getValue());
            }
        }
        return usual;
    }

    /** The blueprint of that id, or a failure that lists those there are. */
    static Blueprint find(Blueprints blueprints, String id) {
        return blueprints.find(id).orElseThrow(() -> {
            String known = blueprints.all().stream().map(Blueprint::id).collect(Collectors.joining(", "));
            return CommandFailure.wrongUse("There is no blueprint “%s”. There is %s.".formatted(id, known));
        });
    }

    private static Preset preset(Blueprint blueprint, @Nullable String id) {
        if (id == null || id.isEmpty()) {
            return blueprint.presets().getFirst();
        }
        return blueprint.preset(id).orElseThrow(() -> {
            String known = blueprint.presets().stream().map(Preset::id).collect(Collectors.joining(", "));
            return CommandFailure.wrongUse("%s has no preset “%s”. It has %s.".formatted(blueprint.id(), id, known));
        });
    }

    private static Draft set(Draft draft, String key, String value) {
        if (key.equals("recipients")) {
            return draft.withRecipients(value.isEmpty() ? List.of() : List.of(value.split(",", -1)));
        }
        try {
            return draft.with(key, value);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUse("--set " + key + ": " + e.getMessage());
        }
    }

    private static @Nullable String text(@Nullable JsonNode node, String member) {
        return node == null || !node.path(member).isTextual()
                ? null
                : node.get(member).asText();
    }

    private static JsonNode parse(Path path) {
        try {
            return DefinitionJson.parse(Files.readString(path, StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            throw CommandFailure.wrongUse("There is no file " + path + ".");
        } catch (IOException e) {
            throw CommandFailure.wrongUse("%s cannot be read: %s.".formatted(path, e.getMessage()));
        } catch (UnreadableDefinition e) {
            throw CommandFailure.wrongUse(path + ": " + e.getMessage());
        }
    }
}
