package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that takes nothing and an endpoint that is gone: a sentence and an exit code, never a stack trace. */
class TroubleTest extends CommandTest {

    /** In the place of the database stands a folder: nobody can write there, whatever rights he has. */
    private void withoutDataFolder() throws IOException {
        engines.close();
        Path data = folder.resolve("data");
        Files.createDirectories(data.resolve("tapdeck.db").resolve("in the way"));
        engines = new SandboxEngines(data, worker, SandboxOptions.usual());
    }

    @Test
    void withoutAJournalNothingIsSentToAws() throws IOException {
        withoutDataFolder();

        assertThat(run("deploy", "--suffix", "dev", "--sandbox", "--yes")).isEqualTo(ExitCode.FAILED);
        assertThat(err())
                .contains("Nothing was sent to AWS, because the journal cannot be written:", "Make it writable")
                .doesNotContain("\tat ", "unexpected");
        assertThat(account().cloudFormation().describeStacks().stacks()).isEmpty();
    }

    @Test
    void whatNeedsNoJournalGoesOn() throws IOException {
        withoutDataFolder();

        assertThat(run("list", "--sandbox")).as(err()).isZero();
        assertThat(run("recover", "--blueprint", "aurora-mysql", "--suffix", "dev", "--sandbox"))
                .as(err())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--csv", "--json"})
    void aJournalThatCannotBeReadIsNotToldAsAnEmptyOne(String form) throws IOException {
        withoutDataFolder();

        assertThat(run("journal", form)).isEqualTo(ExitCode.FAILED);
        assertThat(out()).isEmpty();
        assertThat(err()).contains("The journal cannot be read.");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedOnceWithTheReason() {
        Path absent = folder.resolve("absent").resolve("audit.csv");

        assertThat(run("journal", "--csv", "--out", absent.toString())).isEqualTo(ExitCode.FAILED);
        assertThat(err()).containsOnlyOnce(absent.toString()).contains("cannot be written: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan", "deploy", "drift", "cancel", "recover", "destroy", "watch", "list"})
    void anEndpointThatIsGoneIsSaid(String command) {
        engines.stopSandbox();

        int code = command.equals("list") ? run(command, "--sandbox") : run(command, "--suffix", "dev", "--sandbox");
        assertThat(code).isEqualTo(ExitCode.FAILED);
        assertThat(err())
                .contains("No answer from the endpoint http://127.0.0.1:")
                .doesNotContain("\tat ");
        assertThat(out()).isEmpty();
    }
}
