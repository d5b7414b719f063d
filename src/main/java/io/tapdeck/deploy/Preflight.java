package io.tapdeck.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was looked at before change sets are made, and what could not be looked at: a check that was not made is never told
 * as passed.
 */
public record Preflight(List<Check> checks) {
    /** Nothing had to be looked at. */
    public static final Preflight NONE = new Preflight(List.of());

    public Preflight {
        checks = List.copyOf(checks);
    }

    /** How a check came out. */
    public enum Result {
        /** It would stop the deployment, and so no change set is made. */
        FAILED,
        /** It may stop the deployment or surprise. */
        WARNED,
        /** It could not be made; the words say why. */
        NOT_CHECKED,
        PASSED
    }

    /**
     * One check.
     *
     * @param subject what was looked at, in two or three words, such as {@code Engine version}
     * @param words what was found, and what to do about it if anything is
     */
    public record Check(String subject, Result result, String words) {
        public static Check passed(String subject, String words) {
            return new Check(subject, Result.PASSED, words);
        }

        public static Check warned(String subject, String words) {
            return new Check(subject, Result.WARNED, words);
        }

        public static Check failed(String subject, String words) {
            return new Check(subject, Result.FAILED, words);
        }

        public static Check notMade(String subject, String words) {
            return new Check(subject, Result.NOT_CHECKED, words);
        }
    }

    /** The checks that came out so, in order. */
    public List<Check> of(Result result) {
        return checks.stream().filter(check -> check.result() == result).toList();
    }

    /** These checks and more. */
    public Preflight and(List<Check> more) {
        return new Preflight(Stream.concat(checks.stream(), more.stream()).toList());
    }

    /** All of it in a line, such as {@code 5 checks passed, 1 warns, 2 could not be made}. */
    public String summary() {
        List<String> parts = new ArrayList<>();
        int passed = of(Result.PASSED).size();
        int failed = of(Result.FAILED).size();
        int warned = of(Result.WARNED).size();
        int open = of(Result.NOT_CHECKED).size();
        if (failed > 0) {
            parts.add(failed == 1 ? "1 check failed" : failed + " checks failed");
        }
        if (passed > 0 || parts.isEmpty()) {
            parts.add(passed == 1 ? "1 check passed" : passed + " checks passed");
        }
        if (warned > 0) {
            parts.add(warned == 1 ? "1 warns" : warned + " warn");
        }
        if (open > 0) {
            parts.add(open + " could not be made");
        }
        return parts.stream().collect(Collectors.joining(", "));
    }
}
