package io.tapdeck.sandbox.faults;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One specification for resources, and how often it has fitted one. */
final class ResourceFaultRule {
    static final String PREFIX = "resource:";

    private static final Pattern SPEC = Pattern.compile(PREFIX + "([A-Za-z0-9:]+)(?:/(create|update|delete|rollback))?"
            + Occurrences.PATTERN + "=(fail|slow)(?::(.+))?");
    private static final Pattern FACTOR = Pattern.compile("\\d{1,4}(\\.\\d{1,3})?");
    private static final String USUAL_REASON =
            "Resource handler returned message: \"Rehearsed failure\"" + " (HandlerErrorCode: GeneralServiceException)";

    /** A logical id or a type. */
    private final String what;
    /** Empty: a failure is one of going forward, slowness is that of all work. */
    private final Optional<ResourceWork> work;

    private final Occurrences which;
    private final ResourceFault fault;

    private ResourceFaultRule(String what, Optional<ResourceWork> work, Occurrences which, ResourceFault fault) {
        this.what = what;
        this.work = work;
        this.which = which;
        this.fault = fault;
    }

    static ResourceFaultRule parse(String spec) {
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches()) {
            throw help(spec);
        }
        return new ResourceFaultRule(
                matcher.group(1),
                Optional.ofNullable(matcher.group(2)).map(name -> ResourceWork.valueOf(name.toUpperCase(Locale.ROOT))),
                Occurrences.of(spec, matcher.group(4), matcher.group(5), matcher.group(6)),
                fault(spec, matcher.group(7), Optional.ofNullable(matcher.group(8))));
    }

    private static ResourceFault fault(String spec, String kind, Optional<String> detail) {
        if (kind.equals("fail")) {
            return ResourceFault.fail(detail.orElse(USUAL_REASON));
        }
        double factor = detail.filter(text -> FACTOR.matcher(text).matches())
                .map(Double::parseDouble)
                .orElse(0.0);
        if (factor == 0) {
            throw help(spec);
        }
        return ResourceFault.slow(factor);
    }

    /** The fault, if this work is one it is meant for. */
    Optional<ResourceFault> next(String logicalId, String type, ResourceWork asked) {
        boolean named = what.equals(logicalId) || what.equals(type);
        boolean worked = work.map(asked::equals).orElse(fault.failure().isEmpty() || asked.goesForward());
        return named && worked && which.next() ? Optional.of(fault) : Optional.empty();
    }

    private static IllegalArgumentException help(String spec) {
        return CallFaultRule.bad(
                spec,
                "A resource's fault is resource:AWS::RDS::DBCluster=fail:the reason, or"
                        + " resource:AWS::RDS::DBInstance=slow:3 for three times as long; a logical id fits like a type."
                        + " With /create, /update, /delete or /rollback it is a fault of that work only.");
    }
}
