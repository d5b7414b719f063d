package io.tapdeck.environment;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules for an address that SNS may subscribe: one at sign, a domain with an ending, at most 254 characters. */
final class EmailAddress {
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private EmailAddress() {}

    /** What is wrong with {@code address}, in words, or null. */
    static @Nullable String complaint(String address) {
        int at = address.indexOf('@');
        if (at < 0) {
            return "“%s” lacks an @ and a domain.".formatted(address);
        }
        if (at != address.lastIndexOf('@')) {
            return "“%s” has more than one @.".formatted(address);
        }
        String local = address.substring(0, at);
        if (!LOCAL.matcher(local).matches() || ("." + local + ".").contains("..")) {
            return "“%s” has no valid name before the @.".formatted(address);
        }
        String domain = address.substring(at + 1);
        if (!domain.contains(".")) {
            return "“%s” lacks a domain ending, such as .com".formatted(address);
        }
        for (String label : domain.split("\\.", -1)) {
            if (!LABEL.matcher(label).matches()) {
                return "“%s” is not a domain.".formatted(domain);
            }
        }
        return address.length() > 254 ? "An address has at most 254 characters." : null;
    }
}
