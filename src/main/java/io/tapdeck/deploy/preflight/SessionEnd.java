package io.tapdeck.deploy.preflight;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.deploy.Forecast;
import io.tapdeck.deploy.Forecasts;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.deploy.Preflight.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether a person is signed in for as long as a deployment usually takes. It never keeps anybody from deploying. */
public final class SessionEnd {
    private SessionEnd() {}

    /**
     * Says so if the session ends before the deployment does.
     *
     * @param stacks the resources of each stack in dependency order; one stack follows the other
     * @return empty if the session lasts, renews itself, or nothing is deployed
     */
    public static Optional<Check> check(AwsConnection connection, List<List<PlannedResource>> stacks) {
        Instant now = connection.clock().instant();
        Duration low = Duration.ZERO;
        Duration high = Duration.ZERO;
        for (List<PlannedResource> resources : stacks) {
            Forecast forecast = Forecasts.of(resources, Map.of(), now, now);
            low = low.plus(forecast.leftLow());
            high = high.plus(forecast.leftHigh());
        }
        Instant done = now.plus(high);
        String takes = range(low, high);
        return connection
                .endsAt()
                .filter(end -> end.isBefore(done))
                .map(end -> Check.warned(
                        "Session",
                        ("Your session %s ends %s, before the %s that this usually takes."
                                        + " The deployment goes on without it; sign in again to see how it ends.")
                                .formatted(connection.session().name(), when(Duration.between(now, end)), takes)));
    }

    /** Never later than it is. */
    private static String when(Duration left) {
        return left.toMinutes() < 1 ? "within a minute" : "in %d min".formatted(left.toMinutes());
    }

    private static String range(Duration low, Duration high) {
        long least = minutes(low);
        long most = minutes(high);
        return least == most ? most + " min" : "%d to %d min".formatted(least, most);
    }

    /** Whole minutes, a begun one counted as one. */
    private static long minutes(Duration time) {
        return time.plusSeconds(59).toMinutes();
    }
}
