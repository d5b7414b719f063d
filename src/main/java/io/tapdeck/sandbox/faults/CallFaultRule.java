package io.tapdeck.sandbox.faults;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One specification for calls, and how many have fitted it. */
final class CallFaultRule {
    private static final Pattern SPEC = Pattern.compile(
            "(CloudFormation|CloudWatch|RDS|STS|\\*)\\.(\\w+|\\*)(?:#(\\d{1,9})(\\+|-(\\d{1,9}))?)?=(.+)");
    private static final Pattern ERROR = Pattern.compile("error(?::(5\\d\\d))?");
    private static final Pattern DELAY = Pattern.compile("delay:(\\d{1,6})(ms|s)");

    private final String service;
    private final String operation;
    private final long first;
    private final long last;
    private final CallFault fault;
    private final AtomicLong fitted = new AtomicLong();

    private CallFaultRule(String service, String operation, long first, long last, CallFault fault) {
        this.service = service;
        this.operation = operation;
        this.first = first;
        this.last = last;
        this.fault = fault;
    }

    static CallFaultRule parse(String spec) {
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches()) {
            throw bad(
                    spec,
                    "It is SERVICE.OPERATION=FAULT or resource:TYPE=FAULT, for example"
                            + " CloudFormation.DescribeStackEvents#3=throttle; a service is CloudFormation, CloudWatch, RDS,"
                            + " STS or *.");
        }
        String only = matcher.group(3);
        long first = only == null ? 1 : Long.parseLong(only);
        long last = last(first, only, matcher.group(4), matcher.group(5));
        if (first < 1 || last < first) {
            throw bad(
                    spec,
                    "Calls count from 1: #3 is the third, #3-5 the third to the fifth, #3+ the third and all"
                            + " after it.");
        }
        return new CallFaultRule(matcher.group(1), matcher.group(2), first, last, fault(spec, matcher.group(6)));
    }

    private static long last(long first, @Nullable String only, @Nullable String more, @Nullable String to) {
        if (only == null || "+".equals(more)) {
            return Long.MAX_VALUE;
        }
        return to == null ? first : Long.parseLong(to);
    }

    private static CallFault fault(String spec, String text) {
        Matcher error = ERROR.matcher(text);
        if (error.matches()) {
            return new CallFault.ServerError(error.group(1) == null ? 500 : Integer.parseInt(error.group(1)));
        }
        Matcher delay = DELAY.matcher(text);
        if (delay.matches()) {
            long amount = Long.parseLong(delay.group(1));
            return new CallFault.Delay(
                    delay.group(2).equals("ms") ? Duration.ofMillis(amount) : Duration.ofSeconds(amount));
        }
        return switch (text) {
            case "throttle" -> new CallFault.Throttle();
            case "drop-before" -> new CallFault.DropBefore();
            case "drop-after" -> new CallFault.DropAfter();
            default ->
                throw bad(
                        spec,
                        "A fault is throttle, error, error:503, drop-before, drop-after, delay:250ms or"
                                + " delay:3s.");
        };
    }

    /** The fault, if this call is one it is meant for. */
    Optional<CallFault> next(String calledService, String calledOperation) {
        boolean fits = (service.equals("*") || service.equals(calledService))
                && (operation.equals("*") || operation.equalsIgnoreCase(calledOperation));
        if (!fits) {
            return Optional.empty();
        }
        long number = fitted.incrementAndGet();
        return first <= number && number <= last ? Optional.of(fault) : Optional.empty();
    }

    static IllegalArgumentException bad(String spec, String help) {
        return new IllegalArgumentException("\"" + spec + "\" is not a fault. " + help);
    }
}
