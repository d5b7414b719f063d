package io.tapdeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmDraft;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's tables say what the blueprints say. {@code -Dtapdeck.readme=write} writes them. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- blueprints: generated, ReadmeTest holds it -->\n";
    private static final String END = "<!-- end of blueprints -->\n";

    @Test
    void theTablesOfBlueprintsAreTheirDescriptions() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        assertThat(begin).isBetween(BEGIN.length(), end);
        String wanted =
                Blueprints.builtIn().all().stream().map(ReadmeTest::describe).collect(Collectors.joining());

        if (System.getProperty("tapdeck.readme", "").equals("write")) {
            Files.writeString(README, readme.substring(0, begin) + wanted + readme.substring(end));
        } else {
            assertThat(readme.substring(begin, end))
                    .as("write it anew: mvn test -Dtest=ReadmeTest -Dtapdeck.readme=write")
                    .isEqualTo(wanted);
        }
    }

    private static String describe(Blueprint blueprint) {
        StringBuilder text = new StringBuilder();
        text.append("### %s (`%s`)%n%n".formatted(blueprint.title(), blueprint.id()));
        text.append(
                "%s A suffix has at most %d characters.%n%n".formatted(blueprint.summary(), blueprint.suffixLimit()));
        blueprint.presets().forEach(preset -> text.append("- `%s`: %s%n".formatted(preset.id(), preset.summary())));
        text.append("%n| setting | range | default | once it runs | what it is |%n|---|---|---|---|---|%n".formatted());
        for (Setting setting : blueprint.settings()) {
            text.append("| `%s` | %s | %s | %s | %s |%n"
                    .formatted(
                            setting.key(),
                            range(setting),
                            setting.defaultValue().isEmpty() ? "–" : setting.defaultValue(),
                            setting.mutability().words(),
                            setting.help()));
        }
        text.append(
                "%n| alarm | metric | rings at or above | for | without data |%n|---|---|---|---|---|%n".formatted());
        for (AlarmDescription alarm : blueprint.alarms()) {
            AlarmDraft rule = AlarmDraft.of(alarm.defaults());
            text.append("| `%s` | %s | %s | %s of %s periods of %s s | %s |%n"
                    .formatted(
                            alarm.id(),
                            alarm.metric().name(),
                            (rule.threshold() + " " + alarm.metric().unit()).strip(),
                            rule.datapointsToAlarm(),
                            rule.evaluationPeriods(),
                            rule.period(),
                            rule.missingData()));
        }
        return text.append("%n".formatted()).toString();
    }

    private static String range(Setting setting) {
        return switch (setting) {
            case Setting.Quantity number ->
                "%s to %s %s"
                        .formatted(
                                number.minimum().toPlainString(),
                                number.maximum().toPlainString(),
                                number.unit())
                        .strip();
            case Setting.Choice choice ->
                choice.options().stream()
                        .map(option -> "`" + option.value() + "`")
                        .collect(Collectors.joining(", "));
            case Setting.Toggle _ -> "`true`, `false`";
            case Setting.Name name -> "at most %d characters".formatted(name.maximumLength());
            case Setting.Network network -> "/%d to /%d".formatted(network.shortestPrefix(), network.longestPrefix());
        };
    }
}
