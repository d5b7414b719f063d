package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --read-only}: what would change something is wrong use, and everything else works. */
final class ReadOnlyCommandTest extends CommandTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan --blueprint aurora-mysql --suffix dev --sandbox --read-only",
                "deploy --blueprint aurora-mysql --suffix dev --yes --sandbox --read-only"
            })
    void refusesToChangeAnything(String command) {
        assertThat(run(command.split(" ", -1))).isEqualTo(ExitCode.WRONG_USE);

        assertThat(err())
                .contains("The session sandbox only reads. Nothing is changed through it."
                        + " Use a session of account 0000-0000-0000 that is not read-only.");
        assertThat(account().cloudFormation().describeStacks().stacks()).isEmpty();
    }

    @Test
    void reads() {
        assertThat(run("list", "--sandbox", "--read-only")).isEqualTo(ExitCode.DONE);
    }
}
