package io.tapdeck.sandbox.faults;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An action that nobody is allowed, with {@code *} for any text, as policies have it. */
record DeniedAction(Pattern pattern) {
    static final String PREFIX = "deny:";

    private static final Pattern SPEC = Pattern.compile(PREFIX + "([a-z0-9-]+:[A-Za-z0-9*]+)");

    static DeniedAction parse(String spec) {
        Matcher matcher = SPEC.matcher(spec);
        if (!matcher.matches()) {
            throw CallFaultRule.bad(spec, "A denied action is deny:rds:CreateDBCluster, or deny:rds:* for all of RDS.");
        }
        String regex = Arrays.stream(matcher.group(1).toLowerCase(Locale.ROOT).split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*"));
        return new DeniedAction(Pattern.compile(regex));
    }

    boolean fits(String action) {
        return pattern.matcher(action.toLowerCase(Locale.ROOT)).matches();
    }
}
