package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two environments side by side, in words and for programs; and what cannot be meant. */
class CompareCommandTest extends CommandTest {
    private void deploy(String... definition) {
        List<String> words = new java.util.ArrayList<>(List.of("deploy", "--sandbox", "--yes"));
        words.addAll(List.of(definition));
        assertThat(run(words.toArray(String[]::new))).as(err()).isZero();
    }

    @Test
    void environmentsOfTheSameValuesDifferInNothing() {
        deploy("--suffix", "dev");
        deploy("--suffix", "qa");

        assertThat(run("compare", "dev", "qa", "--sandbox")).as(err()).isZero();
        assertThat(out().strip()).isEqualTo("Nothing differs between dev and qa.");
    }

    @Test
    void eachValueThatDiffersIsToldWithBothSidesInTheWizardsWords() throws IOException {
        deploy("--suffix", "dev");
        deploy(
                "--suffix",
                "qa",
                "--set",
                "maxCapacity=8",
                "--set",
                "alarm.cpu.threshold=70",
                "--set",
                "protection=protected");

        assertThat(run("compare", "dev", "qa", "--sandbox")).as(err()).isZero();
        assertThat(out())
                .contains("Values that differ between dev and qa: 4")
                .contains("2 ACU in dev, 8 ACU in qa")
                .contains("Protection level: Disposable in dev, Protected in qa")
                .contains("Termination protection: off in dev, on in qa")
                .contains("CPU, threshold: 80 % in dev, 70 % in qa")
                .doesNotContain("in both");
        assertThat(run("compare", "dev", "qa", "--all", "--sandbox")).as(err()).isZero();
        assertThat(out()).contains("CPU, M of N: 2 of 2 in both");

        assertThat(run("compare", "qa", "dev", "--json", "--sandbox")).as(err()).isZero();
        List<String> lines = out().lines().toList();
        assertThat(lines).hasSize(5);
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .contains("\"key\":\"maxCapacity\"")
                        .contains("\"left\":\"8\",\"right\":\"2\""));
        JsonNode whole = JsonMapper.builder().build().readTree(lines.getLast());
        assertThat(whole.path("differences").asInt()).isEqualTo(4);
        assertThat(whole.path("left").asText()).isEqualTo("qa");
    }

    @Test
    void whatCannotBeMeantIsSaidInWords() {
        deploy("--suffix", "dev");

        assertThat(run("compare", "dev", "dev", "--sandbox")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("“dev” is named twice. Name two environments.");
        assertThat(run("compare", "dev", "nowhere", "--sandbox")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("There is no environment “nowhere” here.");
        assertThat(run("compare", "dev", "--sandbox")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains("B");
        engines.stopSandbox();
        assertThat(run("compare", "dev", "qa", "--sandbox")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).doesNotContain("unexpected");
    }
}
