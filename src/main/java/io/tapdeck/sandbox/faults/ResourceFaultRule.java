package io.tapdeck.sandbox.faults;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One specification for resources.
 *
 * @param what a logical id or a type
 */
record ResourceFaultRule(String what, ResourceFault fault) {
    static final String PREFIX = "resource:";

    private static final Pattern SPEC = Pattern.compile(PREFIX + "([A-Za-z0-9:]+)=(fail|slow)(?::(.+))?");
    private static final Pattern FACTOR = Pattern.compile("\\d{1,4}(\\.\\d{1,3})?");
    private static final String USUAL_REASON =
            "Resource handler returned message: \"Rehearsed failure\"" + " (HandlerErrorCode: GeneralServiceException)";

    static ResourceFaultRule parse(String spec) {
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches()) {
            throw help(spec);
        }
        String detail = matcher.group(3);
        if (matcher.group(2).equals("fail")) {
            return new ResourceFaultRule(matcher.group(1), ResourceFault.fail(detail == null ? USUAL_REASON : detail));
        }
        if (detail == null || !FACTOR.matcher(detail).matches() || Double.parseDouble(detail) == 0) {
            throw help(spec);
        }
        return new ResourceFaultRule(matcher.group(1), ResourceFault.slow(Double.parseDouble(detail)));
    }

    boolean fits(String logicalId, String type) {
        return what.equals(logicalId) || what.equals(type);
    }

    private static IllegalArgumentException help(String spec) {
        return CallFaultRule.bad(
                spec,
                "A resource's fault is resource:AWS::RDS::DBCluster=fail:the reason, or"
                        + " resource:AWS::RDS::DBInstance=slow:3 for three times as long; a logical id fits like a type.");
    }
}
