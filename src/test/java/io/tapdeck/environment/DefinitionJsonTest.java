package io.tapdeck.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tapdeck.environment.DefinitionJson.UnreadableDefinition;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionJsonTest {
    private final Draft draft = new Draft(
            "aurora-mysql",
            "secure",
            "dev",
            Map.of("maxCapacity", "2", "minCapacity", "0.5"),
            List.of(new AlarmDraft("cpu", true, "80", "2", "2", "300", "notBreaching")),
            List.of("ops@acme.example"));

    @Property
    void whateverIsTypedIsWrittenAndReadBack(@ForAll("drafts") Draft any) {
        assertThat(DefinitionJson.read(DefinitionJson.writeText(any))).isEqualTo(any);
        assertThat(DefinitionJson.read(DefinitionJson.write(any).toString())).isEqualTo(any);
    }

    @Property
    void anyTextAtAllIsReadOrRefusedInWords(@ForAll String text) {
        try {
            assertThat(DefinitionJson.read(text)).isNotNull();
        } catch (UnreadableDefinition e) {
            assertThat(e).message().isNotBlank().doesNotContain("com.fasterxml");
        }
    }

    @Provide
    Arbitrary<Draft> drafts() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(12);
        Arbitrary<AlarmDraft> alarms = Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1),
                        Arbitraries.of(true, false),
                        text,
                        text,
                        text,
                        text)
                .as((id, enabled, a, b, c, d) -> new AlarmDraft(id, enabled, a, b, c, d, a));
        return Combinators.combine(
                        text,
                        text,
                        text,
                        Arbitraries.maps(text, text).ofMaxSize(4),
                        alarms.list().uniqueElements(AlarmDraft::id).ofMaxSize(3),
                        text.list().ofMaxSize(3))
                .as(Draft::new);
    }

    @Test
    void numbersMayBeWrittenAsNumbers() {
        Draft read = DefinitionJson.readOver(draft, DefinitionJson.parse("""
                        {"settings": {"maxCapacity": 8.0, "generalLog": true},
                         "alarms": [{"id": "cpu", "threshold": 72.50, "enabled": false}]}
                        """));

        assertThat(read.settings())
                .containsEntry("maxCapacity", "8")
                .containsEntry("minCapacity", "0.5")
                .containsEntry("generalLog", "true");
        assertThat(read.alarms())
                .containsExactly(new AlarmDraft("cpu", false, "72.5", "2", "2", "300", "notBreaching"));
        assertThat(read.recipients()).isEqualTo(draft.recipients());
    }

    @Test
    void aDefinitionWithoutAVersionIsOfTheFirst() {
        assertThat(DefinitionJson.read("{}")).isEqualTo(DefinitionJson.read("{\"version\": 1}"));
    }

    @Test
    void recipientsAreReplacedAsAWhole() {
        assertThat(DefinitionJson.readOver(draft, DefinitionJson.parse("{\"recipients\": []}"))
                        .recipients())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nonsense                            | Not JSON at line 1, column 9
            {"suffix": "dev"                    | Not JSON at line 1, column
            {} {}                               | Not JSON at line 1, column
            {"suffix": "a", "suffix": "b"}      | Not JSON at line 1, column
            []                                  | A definition is a JSON object.
            ``                                  | A definition is a JSON object.
            {"sufix": "dev"}                    | A definition has no member “sufix”.
            {"version": 2}                      | The definition is of version 2; this Tapdeck reads version 1.
            {"version": "1"}                    | The version is the number 1; this definition says "1". Write "version": 1.
            {"version": 0}                      | The version is the number 1; this definition says 0.
            {"suffix": ["dev"]}                 | “suffix” is not a plain value.
            {"suffix": null}                    | “suffix” is not a plain value.
            {"settings": ["maxCapacity"]}       | “settings” is not an object.
            {"settings": {"maxCapacity": {}}}   | “settings.maxCapacity” is not a plain value.
            {"alarms": {"cpu": 80}}             | “alarms” is not an array.
            {"alarms": [{"treshold": 80}]}      | An alarm has no member “treshold”.
            {"alarms": [{"threshold": 80}]}     | “alarms.id” is not a plain value.
            {"alarms": [{"id": "cpu", "enabled": "yes"}]} | “alarms.enabled” is not true or false.
            {"recipients": "ops@acme.example"}  | “recipients” is not an array.
            """)
    void saysWhatCannotBeRead(String text, String message) {
        assertThatExceptionOfType(UnreadableDefinition.class)
                .isThrownBy(() -> DefinitionJson.read(text))
                .withMessageStartingWith(message);
    }

    @Test
    void aNumberBeyondAllNumbersIsLeftToValidation() {
        assertThat(DefinitionJson.read("{\"settings\": {\"maxCapacity\": 1e999}}")
                        .settings())
                .containsEntry("maxCapacity", "Infinity");
    }
}
