package io.tapdeck.deploy.follow;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;

/**
 * The events that need not be told: those of before an operation, and those that have been read. Reading goes back to the
 * first page that has one of them, so it is enough to remember the latest: many more than a page has.
 */
public final class SeenEvents {
    private static final int MOST = 2_000;

    private final Instant notBefore;
    private final Map<String, Boolean> ids = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    SeenEvents(Instant notBefore) {
        this.notBefore = notBefore;
    }

    boolean known(StackEvent event) {
        return event.timestamp().isBefore(notBefore) || ids.containsKey(event.eventId());
    }

    void add(StackEvent event) {
        ids.put(event.eventId(), true);
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }
}
