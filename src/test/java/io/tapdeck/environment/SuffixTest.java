package io.tapdeck.environment;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuffixTest {
    private static final int LIMIT = 19;

    @Property
    void whatHasNoProblemIsASuffixAndTheReverse(@ForAll("nearSuffixes") String text) {
        boolean fits = text.length() <= LIMIT
                && text.matches("[a-z][a-z0-9-]*")
                && !text.contains("--")
                && !text.endsWith("-");

        assertThat(Suffix.problem(text, LIMIT) == null).isEqualTo(fits);
        if (fits) {
            assertThat(new Suffix(text).value()).isEqualTo(text);
        }
    }

    @Property
    void anyTextAtAllIsAnswered(@ForAll String text) {
        Problem problem = Suffix.problem(text, LIMIT);

        if (problem == null) {
            assertThat(new Suffix(text)).isNotNull();
        } else {
            assertThat(problem.field()).isEqualTo("suffix");
            assertThat(problem.message()).isNotBlank();
        }
    }

    @Property
    void theProposedSuffixIsValid(@ForAll("nearSuffixes") String text, @ForAll @IntRange(min = 1, max = 64) int limit) {
        Problem problem = Suffix.problem(text, limit);

        if (problem != null && problem.fix() != null) {
            String proposed = requireNonNull(problem.fix()).value();
            assertThat(Suffix.problem(proposed, limit)).isNull();
        }
    }

    @Property
    void oneCharacterMoreThanThereIsRoomForIsTooLong(@ForAll @StringLength(20) @Chars({'a', 'b'}) String text) {
        assertThat(Suffix.problem(text.substring(1), LIMIT)).isNull();
        assertThat(requireNonNull(Suffix.problem(text, LIMIT)).message())
                .isEqualTo("20 characters, at most 19 fit into every name in AWS.");
    }

    @Property
    void everyLetterOutsideOfTheAlphabetIsNamed(@ForAll @CharRange(from = 'A', to = 'Z') char foreign) {
        assertThat(requireNonNull(Suffix.problem("qa" + foreign, LIMIT)).message())
                .startsWith("“%c” is not allowed.".formatted(foreign));
    }

    @Provide
    Arbitrary<String> nearSuffixes() {
        Arbitrary<String> parts = Arbitraries.strings().withChars("abz059-").ofMaxLength(12);
        Arbitrary<String> odd = Arbitraries.of("", "", "", "_", "A", " ", "é", "-", "--", "\uD83D\uDE00");
        return Combinators.combine(parts, odd, parts).as((a, o, b) -> a + o + b);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            qa-7_eu | “_” is not allowed. Use lower-case letters, digits and hyphens, at most 19.     | qa-7-eu
            QA 7    | “Q” is not allowed. Use lower-case letters, digits and hyphens, at most 19.     | qa-7
            qa 7    | A space is not allowed. Use lower-case letters, digits and hyphens, at most 19. | qa-7
            7up     | “7” cannot come first. Begin with a letter.                                     | up
            qa--7   | Two hyphens in a row are not allowed.                                           | qa-7
            qa-     | A hyphen cannot come last.                                                      | qa
            """)
    void saysWhatToMendAndHow(String text, String message, String proposed) {
        Problem problem = requireNonNull(Suffix.problem(text, LIMIT));

        assertThat(problem.message()).isEqualTo(message);
        assertThat(requireNonNull(problem.fix())).isEqualTo(new Problem.Fix("Use " + proposed, "suffix", proposed));
    }

    @Test
    void knowsWhatLooksLikeProduction() {
        assertThat(Stream.of("prod", "prod1", "eu-production", "prd-2", "live").map(Suffix::new))
                .allMatch(Suffix::prodLike);
        assertThat(Stream.of("dev", "reprod", "alive", "qa-7").map(Suffix::new)).noneMatch(Suffix::prodLike);
    }

    @Test
    void cannotBeMadeOfNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Suffix("Dev"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Suffix("a".repeat(65)));
    }
}
