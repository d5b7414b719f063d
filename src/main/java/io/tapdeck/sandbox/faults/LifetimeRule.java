package io.tapdeck.sandbox.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How long something that sign-in gives out is good. */
record LifetimeRule(Lifetime lifetime, Duration duration) {
    static final String PREFIX = "lifetime:";

    private static final Pattern SPEC = Pattern.compile(PREFIX + "([a-z-]+)=(\\d{1,6})(ms|s)");

    static LifetimeRule parse(String spec) {
        Matcher matcher = SPEC.matcher(spec);
        Optional<Lifetime> lifetime = matcher.matches() ? Lifetime.of(matcher.group(1)) : Optional.empty();
        if (lifetime.isEmpty()) {
            String all =
                    Arrays.stream(Lifetime.values()).map(Lifetime::spelling).collect(Collectors.joining(", "));
            throw CallFaultRule.bad(
                    spec, "A lifetime is lifetime:token=30s or lifetime:credentials=250ms; there are " + all + ".");
        }
        long amount = Long.parseLong(matcher.group(2));
        return new LifetimeRule(
                lifetime.get(), matcher.group(3).equals("ms") ? Duration.ofMillis(amount) : Duration.ofSeconds(amount));
    }
}
