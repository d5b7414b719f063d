package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.store.AccountColor;
import io.tapdeck.store.AccountMark;
import org.junit.jupiter.api.Test;

/** An account's alias of the desk is said on the command line too. */
final class AccountMarkCommandTest extends CommandTest {

    @Test
    void theListSaysWhatTheAccountIsCalled() {
        engines.store().markAccount("000000000000", new AccountMark("training", AccountColor.GREEN));

        assertThat(run("list", "--sandbox")).isEqualTo(ExitCode.DONE);

        assertThat(err()).contains("No environments in training (0000-0000-0000), us-east-1.");
    }
}
