package io.tapdeck.deploy;

import io.tapdeck.environment.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** What runs cannot become what is wanted; each problem is about a field and says how to mend it. */
public final class RefusedChangeException extends DeployException {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    public RefusedChangeException(String suffix, List<Problem> problems) {
        super(
                "%s cannot be changed so: %s"
                        .formatted(
                                suffix,
                                problems.stream()
                                        .map(problem -> problem.field() + ": " + problem.message())
                                        .collect(Collectors.joining(" "))),
                "Put those values back, or make a new environment with them.");
        this.problems = List.copyOf(problems);
    }

    /** Every problem, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
