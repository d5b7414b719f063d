package io.tapdeck.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.aws.Session;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.AccountPin;
import io.tapdeck.deploy.OtherAccountException;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.DefinitionJson;
import io.tapdeck.environment.DefinitionJson.UnreadableDefinition;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Preset;
import io.tapdeck.environment.Problem;
import io.tapdeck.environment.Suffix;
import io.tapdeck.environment.Validation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
            description = "The values to start from; without it, those that run, else the blueprint's first preset.")
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

    /** Whether nothing says what to start from: then an environment that runs keeps what is not set. */
    boolean startsFromWhatRuns() {
        return file == null && preset == null;
    }

    /**
     * The definition that the options describe.
     *
     * @param region where it shall be deployed; null if that is not known
     * @param running what runs, to start from; null for a preset
     * @throws CommandFailure with every problem, each on its line
     */
    EnvironmentDefinition read(Blueprints blueprints, @Nullable String region, @Nullable Draft running) {
        List<Problem> problems = new ArrayList<>();
        JsonNode given = file == null ? null : parse(file);
        String id = blueprint != null ? blueprint : text(given, "blueprint");
        Blueprint described =
                id == null ? blueprints.all().getFirst() : blueprints.find(id).orElse(null);
        if (described == null) {
            problems.add(new Problem("blueprint", unknown(blueprints, String.valueOf(id))));
            over(new Draft("", "", "", new TreeMap<>(), List.of(), List.of()), given, problems);
            throw wrong(problems);
        }
        Preset start = preset(described, preset != null ? preset : text(given, "preset"), problems);
        Draft base = running != null ? running : Draft.of(described, start);
        Draft filled = over(base, given, problems);
        Draft draft = new Draft(
                described.id(),
                running != null ? running.preset() : start.id(),
                suffix != null ? suffix : filled.suffix(),
                filled.settings(),
                filled.alarms(),
                filled.recipients());
        if (running == null) {
            draft = withHabits(described, draft, given);
        }
        for (Map.Entry<String, String> entry : set.entrySet()) {
            draft = set(draft, entry.getKey(), entry.getValue(), problems);
        }
        return switch (Validation.of(described, draft, region)) {
            case Validation.Valid(EnvironmentDefinition definition) when problems.isEmpty() -> definition;
            case Validation validation -> {
                problems.addAll(validation.all());
                throw wrong(problems);
            }
        };
    }

    /**
     * Refuses an account that the file is not for.
     *
     * @throws OtherAccountException with both ids
     */
    void checkAccount(Session session) {
        if (file != null) {
            new AccountPin(DefinitionJson.account(parse(file))).check(file.toString(), session);
        }
    }

    private static CommandFailure wrong(List<Problem> problems) {
        return CommandFailure.wrongUse(problems.stream()
                .map(problem -> problem.field() + ": " + problem.message() + fix(problem))
                .distinct()
                .toList());
    }

    private static String fix(Problem problem) {
        return problem.fix() == null ? "" : " (%s)".formatted(problem.fix().label());
    }

    private static Draft over(Draft base, @Nullable JsonNode given, List<Problem> problems) {
        return given == null ? base : DefinitionJson.readOver(base, given, problems);
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

    /** What to say of a blueprint that there is none of. */
    static String unknown(Blueprints blueprints, String id) {
        String known = blueprints.all().stream().map(Blueprint::id).collect(Collectors.joining(", "));
        return "There is no blueprint “%s”. There is %s.".formatted(id, known);
    }

    private static Preset preset(Blueprint blueprint, @Nullable String id, List<Problem> problems) {
        Preset first = blueprint.presets().getFirst();
        if (id == null || id.isEmpty()) {
            return first;
        }
        return blueprint.preset(id).orElseGet(() -> {
            String known = blueprint.presets().stream().map(Preset::id).collect(Collectors.joining(", "));
            problems.add(
                    new Problem("preset", "%s has no preset “%s”. It has %s.".formatted(blueprint.id(), id, known)));
            return first;
        });
    }

    private static Draft set(Draft draft, String key, String value, List<Problem> problems) {
        if (key.equals("recipients")) {
            return draft.withRecipients(value.isEmpty() ? List.of() : List.of(value.split(",", -1)));
        }
        try {
            return draft.with(key, value);
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(key, String.valueOf(e.getMessage())));
            return draft;
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
            throw CommandFailure.wrongUse("%s cannot be read: %s.".formatted(path, CommandFailure.reason(e)));
        } catch (UnreadableDefinition e) {
            throw CommandFailure.wrongUse(path + ": " + e.getMessage());
        }
    }
}
