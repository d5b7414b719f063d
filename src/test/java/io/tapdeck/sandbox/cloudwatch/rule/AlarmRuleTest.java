package io.tapdeck.sandbox.cloudwatch.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** Rules over an alarm that rings, one that is quiet, and one without data. */
class AlarmRuleTest {
    private static final Map<String, StateValue> STATES = Map.of(
            "rings", StateValue.ALARM,
            "quiet", StateValue.OK,
            "two words (1)", StateValue.ALARM,
            "a\"b", StateValue.ALARM,
            "arn:aws:cloudwatch:us-east-1:1:alarm:new", StateValue.INSUFFICIENT_DATA);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            TRUE                                                              | true
            FALSE                                                             | false
            ALARM("rings")                                                    | true
            ALARM(rings)                                                      | true
            ALARM ( quiet )                                                   | false
            OK("quiet")                                                       | true
            OK("rings")                                                       | false
            INSUFFICIENT_DATA("arn:aws:cloudwatch:us-east-1:1:alarm:new")     | true
            ALARM("two words (1)")                                            | true
            ALARM("a\\"b")                                                    | true
            ALARM("nobody") OR OK("nobody") OR INSUFFICIENT_DATA("nobody")    | false
            NOT ALARM(nobody)                                                 | true
            NOT NOT TRUE                                                      | true
            ALARM(rings) AND OK(quiet)                                        | true
            ALARM(rings) AND ALARM(quiet)                                     | false
            ALARM(quiet) OR ALARM(rings)                                      | true
            TRUE OR TRUE AND FALSE                                            | true
            (TRUE OR TRUE) AND FALSE                                          | false
            NOT FALSE AND FALSE                                               | false
            NOT (FALSE AND FALSE)                                             | true
            (((ALARM(rings))))                                                | true
            """)
    void holds(String rule, boolean expected) throws AlarmRuleException {
        assertThat(AlarmRule.parse(rule).holds(name -> Optional.ofNullable(STATES.get(name))))
                .isEqualTo(expected);
    }

    @Test
    void namesItsAlarms() throws AlarmRuleException {
        assertThat(AlarmRule.parse("ALARM(b) AND (NOT OK(\"a c\") OR INSUFFICIENT_DATA(b)) AND TRUE")
                        .alarms())
                .containsExactly("a c", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rings",
                "ALARM()",
                "ALARM(a) ALARM(b)",
                "ALARM(a) AND",
                "AND ALARM(a)",
                "(ALARM(a)",
                "ALARM(a))",
                "ALARM(\"a)",
                "RINGS(a)",
                "TRUEFALSE",
                "NOT"
            })
    void isNone(String text) {
        assertThatThrownBy(() -> AlarmRule.parse(text)).isInstanceOf(AlarmRuleException.class);
    }
}
