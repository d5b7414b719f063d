package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.RootCause;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a stack follows from how it stands, not from the failure alone. */
class EventPrinterTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE_COMPLETE   | qa7 is up; its termination protection is not set.
            UPDATE_COMPLETE   | qa7 is up; its termination protection is not set.
            NOT_STARTED       | qa7 was not begun; what came before it is done.
            ROLLBACK_COMPLETE | qa7 failed and is now ROLLBACK_COMPLETE.
            """)
    void aFailureIsToldAsItsStackStands(String status, String sentence) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(stream, stream, new BufferedReader(new StringReader("")), false);
        RootCause cause = new RootCause(
                "qa7", "AWS::CloudFormation::Stack", status, "denied", null, Instant.EPOCH, 1, "It is so.", List.of());
        new EventPrinter(terminal, false).outcome(new Outcome.Failed("qa7", status, cause));
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(sentence);
    }
}
