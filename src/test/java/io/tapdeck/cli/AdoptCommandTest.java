package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.Capability;

/** A stack that was deployed from the original code is taken over by a command. */
class AdoptCommandTest extends CommandTest {
    private static final String SEED = "TapStackdevInfrastructureStackdev0A1B2C3D";

    @BeforeEach
    void deployedFromTheOriginalCode() throws IOException {
        ObjectNode golden = (ObjectNode) JsonMapper.builder()
                .build()
                .readTree(Path.of("src", "test", "resources", "golden", "aurora-secure-dev-agnostic.template.json")
                        .toFile());
        // What asks for a bootstrap stack, which a new account has not.
        golden.remove(List.of("Parameters", "Rules"));
        account()
                .cloudFormation()
                .createStack(request -> request.stackName(SEED)
                        .templateBody(golden.toString())
                        .capabilities(Capability.CAPABILITY_NAMED_IAM));
        engines.clock.advance(Duration.ofHours(2));
    }

    private int adopt(String stack, String suffix, String... more) {
        String[] all = new String[7 + more.length];
        System.arraycopy(
                new String[] {"deploy", "--suffix", suffix, "--adopt", stack, "--sandbox", "--yes"}, 0, all, 0, 7);
        System.arraycopy(more, 0, all, 7, more.length);
        return run(all);
    }

    @Test
    void itIsListedTakenOverOnceItsLossesAreAllowedAndThenAnEnvironment() {
        assertThat(run("list", "--sandbox")).isZero();
        assertThat(out()).contains("stack of the original code", "tapdeck deploy", "--adopt " + SEED);

        assertThat(adopt(SEED, "dev")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("Update " + SEED, "would be lost. Add --allow-data-loss dev to allow it.");
        assertThat(run("list", "--sandbox")).isZero();
        assertThat(out()).as("it is as it was").contains("stack of the original code");

        assertThat(adopt(SEED, "dev", "--allow-data-loss", "dev")).as(err()).isZero();
        assertThat(out()).contains(SEED + " is up.");
        assertThat(run("list", "--sandbox")).isZero();
        assertThat(out()).contains("UPDATE_COMPLETE").doesNotContain("stack of the original code");
    }

    @Test
    void aStackThatIsNotThereOrIsAnotherEnvironmentsIsSaid() {
        assertThat(adopt("nowhere", "dev")).isEqualTo(ExitCode.FAILED);
        assertThat(err()).contains("nowhere is not there, or was not deployed from the original code.");
        assertThat(adopt(SEED, "qa")).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err()).contains(SEED + " is dev of aurora-mysql. Add --blueprint aurora-mysql --suffix dev.");
    }
}
