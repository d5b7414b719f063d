package io.tapdeck.deploy.region;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.deploy.Pace;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.follow.Durations;
import io.tapdeck.deploy.stack.Patience;
import io.tapdeck.store.Journal;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The regions in which an environment's stacks stand; each is connected to when it is first asked for. */
public final class StackRegions {
    private final AwsConnection connection;
    private final Pace pace;
    private final Durations durations;
    private final Journal journal;
    private final Patience patience;
    private final Map<String, StackRegion> known = new ConcurrentHashMap<>();

    public StackRegions(AwsConnection connection, Pace pace, Durations durations, Journal journal) {
        this(connection, pace, durations, journal, Patience.none());
    }

    private StackRegions(AwsConnection connection, Pace pace, Durations durations, Journal journal, Patience patience) {
        this.connection = connection;
        this.pace = pace;
        this.durations = durations;
        this.journal = journal;
        this.patience = patience;
    }

    /** The same for one operation, whose calls wait as long as its patience lasts. */
    public StackRegions with(Patience operation) {
        return new StackRegions(connection, pace, durations, journal, operation);
    }

    /** The session's own region. */
    public StackRegion own() {
        return in(connection.session().region());
    }

    /** Where a stack stands; the session's own region for the environment's own stack. */
    public StackRegion of(@Nullable Part part) {
        return part == null ? own() : in(part.region());
    }

    public StackRegion in(String region) {
        return known.computeIfAbsent(
                region, name -> StackRegion.of(connection.in(name), pace, durations, journal, patience));
    }
}
