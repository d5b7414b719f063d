package io.tapdeck.sandbox.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One specification for calls, and how many have fitted it. */
final class CallFaultRule {
    private static final Pattern SPEC = Pattern.compile(
            "(CloudFormation|CloudWatch|IAM|OIDC|RDS|S3|SSO|STS|\\*)\\.(\\w+|\\*)" + Occurrences.PATTERN + "=(.+)");
    private static final Pattern ERROR = Pattern.compile("error(?::(5\\d\\d))?");
    private static final Pattern REFUSAL = Pattern.compile("refuse:([A-Z][A-Za-z.]{0,79})");
    private static final Pattern DELAY = Pattern.compile("delay:(\\d{1,6})(ms|s)");
    private static final Pattern TIMEOUT = Pattern.compile("timeout(?::(\\d{1,6})(ms|s))?");
    /** Longer than clients wait: the SDK for 30 seconds, the AWS CLI for 60. */
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final String service;
    private final String operation;
    private final Occurrences which;
    private final CallFault fault;

    private CallFaultRule(String service, String operation, Occurrences which, CallFault fault) {
        this.service = service;
        this.operation = operation;
        this.which = which;
        this.fault = fault;
    }

    static CallFaultRule parse(String spec) {
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches()) {
            throw bad(
                    spec,
                    "It is SERVICE.OPERATION=FAULT, resource:TYPE=FAULT, deny:ACTION or lifetime:WHAT=TIME, for example"
                            + " CloudFormation.DescribeStackEvents#3=throttle; a service is CloudFormation, CloudWatch, IAM,"
                            + " OIDC, RDS, S3, SSO, STS or *.");
        }
        Occurrences which = Occurrences.of(spec, matcher.group(4), matcher.group(5), matcher.group(6));
        return new CallFaultRule(matcher.group(1), matcher.group(2), which, fault(spec, matcher.group(7)));
    }

    private static CallFault fault(String spec, String text) {
        Matcher error = ERROR.matcher(text);
        if (error.matches()) {
            return new CallFault.ServerError(error.group(1) == null ? 500 : Integer.parseInt(error.group(1)));
        }
        Matcher delay = DELAY.matcher(text);
        if (delay.matches()) {
            return new CallFault.Delay(time(delay));
        }
        Matcher timeout = TIMEOUT.matcher(text);
        if (timeout.matches()) {
            return new CallFault.Timeout(timeout.group(1) == null ? PATIENCE : time(timeout));
        }
        Matcher refusal = REFUSAL.matcher(text);
        if (refusal.matches()) {
            return new CallFault.Refusal(refusal.group(1));
        }
        return switch (text) {
            case "throttle" -> new CallFault.Throttle();
            case "drop-before" -> new CallFault.DropBefore();
            case "drop-after" -> new CallFault.DropAfter();
            case "expired" -> new CallFault.ExpiredToken();
            case "stale" -> new CallFault.StaleRead();
            case "duplicate-page" -> new CallFault.DuplicatePage();
            case "reversed-page" -> new CallFault.ReversedPage();
            default ->
                throw bad(
                        spec,
                        "A fault is throttle, error, error:503, drop-before, drop-after, delay:250ms, delay:3s,"
                                + " timeout, timeout:5s, refuse:SlowDownException, expired, stale, duplicate-page or reversed-page.");
        };
    }

    private static Duration time(Matcher matcher) {
        long amount = Long.parseLong(matcher.group(1));
        return matcher.group(2).equals("ms") ? Duration.ofMillis(amount) : Duration.ofSeconds(amount);
    }

    /** The fault, if this call is one it is meant for. */
    Optional<CallFault> next(String calledService, String calledOperation) {
        boolean fits = (service.equals("*") || service.equals(calledService))
                && (operation.equals("*") || operation.equalsIgnoreCase(calledOperation));
        return fits && which.next() ? Optional.of(fault) : Optional.empty();
    }

    static IllegalArgumentException bad(String spec, String help) {
        return new IllegalArgumentException("\"" + spec + "\" is not a fault. " + help);
    }
}
