package io.tapdeck.desk.wizard;

import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What environments were last to become, in this run of the desk: AWS forgets it where it rolls a change back. */
public final class Attempts {
    private final Map<EnvironmentKey, Draft> wanted = new HashMap<>();

    void keep(EnvironmentKey environment, Draft draft) {
        wanted.put(environment, draft);
    }

    Optional<Draft> of(EnvironmentKey environment) {
        return Optional.ofNullable(wanted.get(environment));
    }
}
