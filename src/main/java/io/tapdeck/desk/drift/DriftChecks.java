package io.tapdeck.desk.drift;

import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.environment.EnvironmentKey;
import java.util.HashMap;
import java.util.Map;

/** The comparisons of this run of the desk, by environment: they outlive the page that asked for them. */
public final class DriftChecks {
    private final OpenSessions sessions;
    private final Background background;
    private final Map<EnvironmentKey, DriftModel> models = new HashMap<>();

    public DriftChecks(OpenSessions sessions, Background background) {
        this.sessions = sessions;
        this.background = background;
    }

    /** The comparison of an environment: the one that runs or was made last, else a new one. */
    DriftModel of(EnvironmentKey environment) {
        return models.computeIfAbsent(environment, key -> new DriftModel(key, sessions.of(key), background));
    }

    /** Something is done to an environment: what it was compared with before holds no longer. */
    public void forget(EnvironmentKey environment) {
        models.remove(environment);
    }
}
