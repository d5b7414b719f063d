package io.tapdeck.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Where a command reads and writes: results on {@code out}, progress and problems on {@code err}.
 *
 * @param interactive whether a person can answer a question
 */
record Terminal(PrintStream out, PrintStream err, BufferedReader in, boolean interactive) {

    /** The process's own streams, in UTF-8 whatever the locale. */
    static Terminal ofProcess() {
        return new Terminal(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                terminal());
    }

    /** Javadoc of Console: null, or one that is no terminal, where the streams are redirected. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean terminal() {
        java.io.Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Asks for a word; false if the answer is another one or the input has ended. */
    boolean answers(String question, String expected) {
        return ask(question).equals(expected);
    }

    /** Asks for a line; empty if nothing is answered or the input has ended. */
    String ask(String question) {
        err.print(question + " ");
        err.flush();
        try {
            String answer = in.readLine();
            return answer == null ? "" : answer.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
