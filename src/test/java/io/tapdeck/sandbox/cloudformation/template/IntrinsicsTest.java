package io.tapdeck.sandbox.cloudformation.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The intrinsic functions: a table of the user guide's cases, and what holds for all values. */
class IntrinsicsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"Ref": "Name"} | "blue"
            {"Ref": "List"} | ["a","b"]
            {"Ref": "Queue"} | "https://queue"
            {"Ref": "AWS::Region"} | "eu-west-1"
            {"Ref": "AWS::Partition"} | "aws"
            {"Ref": "AWS::NotificationARNs"} | ["arn:aws:sns:eu-west-1:111111111111:n"]
            {"Fn::GetAtt": ["Queue", "Arn"]} | "arn:aws:sqs:eu-west-1:111111111111:q"
            {"Fn::GetAtt": "Queue.QueueName"} | "q"
            {"Fn::Join": ["-", ["a", {"Ref": "Name"}, "c"]]} | "a-blue-c"
            {"Fn::Join": [",", {"Ref": "List"}]} | "a,b"
            {"Fn::Join": ["-", ["a", {"Ref": "AWS::NoValue"}]]} | "a"
            {"Fn::Sub": "${Name} at ${Queue.QueueName} in ${AWS::Region}"} | "blue at q in eu-west-1"
            {"Fn::Sub": ["${X}-${Name}", {"X": {"Ref": "Queue"}}]} | "https://queue-blue"
            {"Fn::Sub": "a ${!Literal} b"} | "a ${Literal} b"
            {"Fn::Select": [1, ["a", "b"]]} | "b"
            {"Fn::Select": ["0", {"Fn::Split": [":", "x:y"]}]} | "x"
            {"Fn::Split": ["/", "a//b"]} | ["a","","b"]
            {"Fn::If": ["Yes", "then", "else"]} | "then"
            {"Fn::If": ["No", "then", "else"]} | "else"
            {"Fn::If": ["Both", "then", {"Fn::If": ["One", "one", "none"]}]} | "one"
            {"Fn::FindInMap": ["Sizes", {"Ref": "AWS::Region"}, "small"]} | "1"
            {"Fn::FindInMap": ["Sizes", "eu-west-1", "zones"]} | ["x","y"]
            {"Fn::GetAZs": ""} | ["eu-west-1a","eu-west-1b","eu-west-1c"]
            {"Fn::Select": [0, {"Fn::GetAZs": "us-west-2"}]} | "us-west-2a"
            {"Fn::Base64": "Hello"} | "SGVsbG8="
            {"Fn::Cidr": ["10.0.0.0/16", 2, 8]} | ["10.0.0.0/24","10.0.1.0/24"]
            {"Fn::ImportValue": {"Fn::Sub": "${Name}-vpc"}} | "exported blue-vpc"
            {"a": {"Ref": "AWS::NoValue"}, "b": [1, {"Ref": "AWS::NoValue"}, true]} | {"b":[1,true]}
            """)
    void giveWhatTheUserGuideSays(String expression, String value) {
        assertThat(Expressions.resolve(expression)).isEqualTo(Expressions.json(value));
    }

    @Test
    void giveNothingForNoValue() {
        assertThat(Expressions.resolve("{\"Fn::If\": [\"No\", \"then\", {\"Ref\": \"AWS::NoValue\"}]}")
                        .isMissingNode())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Ref\": \"Queue\"}",
                "{\"Fn::Join\": [\"-\", [\"a\", {\"Ref\": \"Queue\"}]]}",
                "{\"Fn::Sub\": \"at ${Queue.Arn}\"}",
                "{\"Fn::Select\": [0, {\"Fn::Split\": [\":\", {\"Fn::GetAtt\": [\"Queue\", \"Arn\"]}]}]}",
                "{\"Fn::Base64\": {\"Ref\": \"Queue\"}}"
            })
    void areKnownAfterApplyAsAWholeWhenAnyPartIs(String expression) {
        assertThat(Expressions.resolveUnknown(expression)).isEqualTo(Resources.KNOWN_AFTER_APPLY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Fn::Select\": [5, [\"a\"]]}",
                "{\"Fn::Select\": [-1, [\"a\"]]}",
                "{\"Fn::Select\": [\"x\", [\"a\"]]}",
                "{\"Fn::FindInMap\": [\"Sizes\", \"nowhere\", \"small\"]}",
                "{\"Fn::If\": [\"Unknown\", \"a\", \"b\"]}",
                "{\"Fn::Cidr\": [\"10.0.0.0/24\", 4, 8]}",
                "{\"Fn::GetAtt\": [\"Queue\"]}",
                "{\"Fn::Sub\": [\"x\"]}",
                "{\"Fn::Transform\": {\"Name\": \"x\"}}"
            })
    void areRefusedWhenMisused(String expression) {
        assertThat(refusal(expression)).startsWith("Template error: ");
    }

    @Property(tries = 200)
    void joinUndoesSplit(@ForAll("texts") String text, @ForAll("delimiters") String delimiter) {
        String expression =
                "{\"Fn::Join\": [\"" + delimiter + "\", {\"Fn::Split\": [\"" + delimiter + "\", \"" + text + "\"]}]}";

        assertThat(Expressions.resolve(expression).asText()).isEqualTo(text);
    }

    @Property(tries = 200)
    void selectGivesTheElementOfTheIndex(
            @ForAll @NotEmpty List<@AlphaChars String> list, @ForAll @IntRange(max = 50) int number) {
        int index = number % list.size();
        String elements = "[\"" + String.join("\",\"", list) + "\"]";

        assertThat(Expressions.resolve("{\"Fn::Select\": [" + index + ", " + elements + "]}")
                        .asText())
                .isEqualTo(list.get(index));
    }

    @Property(tries = 200)
    void subWithoutVariablesGivesItsText(@ForAll("texts") String text) {
        assertThat(Expressions.resolve("{\"Fn::Sub\": \"" + text + "\"}").asText())
                .isEqualTo(text);
    }

    @Property(tries = 200)
    void cidrBlocksDoNotOverlap(
            @ForAll @IntRange(min = 1, max = 64) int count, @ForAll @IntRange(min = 4, max = 8) int bits) {
        List<Long> starts = StreamSupport.stream(
                        Expressions.resolve("{\"Fn::Cidr\": [\"10.0.0.0/16\", " + count + ", " + bits + "]}")
                                .spliterator(),
                        false)
                .map(block -> address(block.asText()))
                .toList();

        assertThat(starts).hasSize(count).doesNotHaveDuplicates();
        assertThat(starts).allSatisfy(start -> assertThat(start % (1L << bits)).isZero());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .withChars('-', ':', '|', '.', ' ')
                .ofMaxLength(40);
    }

    @Provide
    Arbitrary<String> delimiters() {
        return Arbitraries.of("-", ":", "|", ".", "ab");
    }

    private static long address(String block) {
        long address = 0;
        for (String octet : block.substring(0, block.indexOf('/')).split("\\.", -1)) {
            address = address * 256 + Long.parseLong(octet);
        }
        return address;
    }

    private static String refusal(String expression) {
        try {
            return "not refused: " + Expressions.resolve(expression);
        } catch (software.amazon.awssdk.awscore.exception.AwsServiceException refusal) {
            return refusal.awsErrorDetails().errorMessage();
        }
    }
}
