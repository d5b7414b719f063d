package io.tapdeck.store;

import io.tapdeck.environment.Problem;
import java.util.List;

/** A file of target settings cannot be used. The message is for people and names the file. */
public final class TargetFileException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    /**
     * @param message what is wrong and what to do
     * @param problems each field that is wrong; empty if the file cannot be read at all
     */
    public TargetFileException(String message, List<Problem> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    /** Every field that is wrong; empty if the file cannot be read at all. */
    public List<Problem> problems() {
        return problems;
    }
}
