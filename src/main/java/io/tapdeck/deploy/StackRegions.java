package io.tapdeck.deploy;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.store.Journal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The regions in which an environment's stacks stand; each is connected to when it is first asked for. */
final class StackRegions {
    private final AwsConnection connection;
    private final Pace pace;
    private final Durations durations;
    private final Journal journal;
    private final Map<String, StackRegion> known = new ConcurrentHashMap<>();

    StackRegions(AwsConnection connection, Pace pace, Durations durations, Journal journal) {
        this.connection = connection;
        this.pace = pace;
        this.durations = durations;
        this.journal = journal;
    }

    /** The session's own region. */
    StackRegion own() {
        return in(connection.session().region());
    }

    /** Where a stack stands; the session's own region for the environment's own stack. */
    StackRegion of(@Nullable Part part) {
        return part == null ? own() : in(part.region());
    }

    StackRegion in(String region) {
        return known.computeIfAbsent(region, name -> StackRegion.of(connection.in(name), pace, durations, journal));
    }
}
