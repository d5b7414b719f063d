package io.tapdeck.environment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetFileTest {
    private static final String ACCOUNT = "111111111111";

    private static TargetFile parse(String text) {
        return TargetFile.parse(text.replace('\'', '"'), ACCOUNT);
    }

    private static TargetFile tag(String key, String value) {
        return parse("{'version': 1, 'tags': {'%s': '%s'}}".formatted(key, value));
    }

    @Test
    void aWholeFileIsRead() {
        TargetFile file = parse("""
                {'version': 1, 'tags': {'cost-center': '4711', 'owner': ''},
                 'serviceRole': 'arn:aws:iam::111111111111:role/ops/deployer',
                 'permissionsBoundary': 'arn:aws:iam::111111111111:policy/limits'}""");

        assertThat(file.problems()).isEmpty();
        assertThat(file.settings().tags()).containsEntry("cost-center", "4711").containsEntry("owner", "");
        assertThat(file.settings().serviceRole()).isEqualTo("arn:aws:iam::111111111111:role/ops/deployer");
        assertThat(file.settings().permissionsBoundary()).endsWith("policy/limits");
    }

    @Test
    void everyMemberMayBeAbsent() {
        assertThat(parse("{}")).isEqualTo(new TargetFile(TargetSettings.NONE, List.of()));
        assertThat(parse("{'version': 1}")).isEqualTo(parse("{}"));
        assertThat(parse("{'version': 1, 'permissionsBoundary': 'limits'}").problems())
                .isEmpty();
    }

    @Test
    void everyProblemIsToldAtOnceWithItsField() {
        TargetFile file = parse("""
                {'version': 2, 'colour': 'blue', 'tags': {'aws:x': 'y', 'n': 4, 'a;b': 'c'},
                 'serviceRole': 'deployer', 'permissionsBoundary': 'a b'}""");

        assertThat(file.problems())
                .extracting(Problem::field)
                .containsExactly(
                        "version", "colour", "tags.n", "tags.a;b", "tags.aws:x", "serviceRole", "permissionsBoundary");
    }

    @ParameterizedTest
    @CsvSource({
        "aws:name, reserved for AWS",
        "AWS:name, reserved for AWS",
        "tapdeck:suffix, reserved for Tapdeck",
        "Tapdeck:x, reserved for Tapdeck",
        "'', 1 to 128",
        "a;b, “;” is not allowed in a key",
    })
    void aKeyThatAwsOrTapdeckRefusesIsNamed(String key, String words) {
        assertThat(tag(key, "x").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("tags." + key);
            assertThat(problem.message()).contains(words);
        });
    }

    @Test
    void lengthsHoldToTheCharacter() {
        assertThat(tag("k".repeat(128), "v".repeat(256)).problems()).isEmpty();
        assertThat(tag("k".repeat(129), "v").problems()).hasSize(1);
        assertThat(tag("k", "v".repeat(257)).problems()).hasSize(1);
    }

    @Test
    void lettersOfAnyScriptAndAwssSignsAreAllowed() {
        assertThat(tag("Köstenstelle 7", "a_b.c:d/e=f+g-h@i").problems()).isEmpty();
        assertThat(tag("k", "50%").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("“%” is not allowed in a value"));
    }

    @Test
    void keysThatDifferInCaseOnlyAreRefused() {
        assertThat(parse("{'version': 1, 'tags': {'Owner': 'a', 'owner': 'b'}}").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("“Owner” and “owner”"));
    }

    @Test
    void thereIsRoomForTapdecksOwnTags() {
        assertThat(parse(many(45)).problems()).isEmpty();
        assertThat(parse(many(46)).problems())
                .containsExactly(new Problem(
                        "tags", "There are 46 tags; AWS takes 50 a resource and Tapdeck needs 5 of them. Keep 45."));
    }

    private static String many(int count) {
        return "{'version': 1, 'tags': {"
                + IntStream.range(0, count)
                        .mapToObj(number -> "'k" + number + "': 'v'")
                        .collect(Collectors.joining(","))
                + "}}";
    }

    @Test
    void aRoleOrPolicyOfAnotherAccountIsRefusedWithBothIds() {
        TargetFile file = parse("""
                {'version': 1, 'serviceRole': 'arn:aws:iam::222222222222:role/deployer',
                 'permissionsBoundary': 'arn:aws:iam::222222222222:policy/limits'}""");

        assertThat(file.problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.message()).contains("222222222222", ACCOUNT));
        assertThat(parse("{'version': 1, 'permissionsBoundary': 'arn:aws:iam::aws:policy/PowerUserAccess'}")
                        .problems())
                .as("AWS's own policies are of every account")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::11111:role/x",
                "arn:aws:iam::111111111111:user/x",
                "arn:aws:iam::111111111111:role/",
                "deployer"
            })
    void aServiceRoleIsAnArn(String role) {
        assertThat(parse("{'version': 1, 'serviceRole': '%s'}".formatted(role)).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("arn:aws:iam::111111111111:role/NAME"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{'version': 1,}", "{'version': 1, 'tags': {'a': '1', 'a': '2'}}", "nonsense"})
    void whatIsNoObjectIsRefusedInWords(String text) {
        assertThat(parse(text).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.field()).isEqualTo("file"));
    }

    @Test
    void aNewerVersionIsRefused() {
        assertThat(parse("{'version': 2}").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("version 2", "newer Tapdeck"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "'1'", "1.0", "null", "[1]"})
    void whatIsNoVersionIsToldWhatItIs(String version) {
        assertThat(parse("{'version': %s}".formatted(version)).problems())
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo("The version is the number 1; this file says %s. Write 'version': 1."
                        .formatted(version)
                        .replace('\'', '"'));
    }
}
