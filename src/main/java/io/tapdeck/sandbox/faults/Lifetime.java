package io.tapdeck.sandbox.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * How long what the sandbox gives to those who sign in is good, in real time: clients compare it with their own
 * clock.
 */
public enum Lifetime {
    /** A client's registration; IAM Identity Center's are good for 90 days. */
    REGISTRATION("registration", Duration.ofDays(90)),
    /** A device code and the user code that goes with it. */
    DEVICE_CODE("device-code", Duration.ofMinutes(10)),
    /** A code that a browser brings back to the client. */
    AUTHORIZATION_CODE("authorization-code", Duration.ofMinutes(5)),
    /** The access token of a client that can refresh it. */
    TOKEN("token", Duration.ofHours(1)),
    /** The access token of a client that cannot: the session's whole length. */
    LEGACY_TOKEN("legacy-token", Duration.ofHours(8)),
    /** A session in the access portal, after which its refresh tokens are revoked. */
    REFRESH_TOKEN("refresh-token", Duration.ofHours(8)),
    /** The credentials of a role. */
    CREDENTIALS("credentials", Duration.ofHours(1));

    private final String spelling;
    private final Duration usual;

    Lifetime(String spelling, Duration usual) {
        this.spelling = spelling;
        this.usual = usual;
    }

    /** How long it is unless a script says otherwise. */
    public Duration usual() {
        return usual;
    }

    /** As the fault script writes it, such as {@code device-code}. */
    public String spelling() {
        return spelling;
    }

    static Optional<Lifetime> of(String spelling) {
        return Arrays.stream(values())
                .filter(lifetime -> lifetime.spelling.equals(spelling))
                .findFirst();
    }
}
