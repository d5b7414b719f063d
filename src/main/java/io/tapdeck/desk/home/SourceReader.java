package io.tapdeck.desk.home;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Leftover;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import io.tapdeck.monitor.Glance;
import io.tapdeck.monitor.MonitorException;
import io.tapdeck.monitor.Watched;
import io.tapdeck.store.Store.KnownEnvironment;
import io.tapdeck.store.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one source. Every method blocks. */
record SourceReader(DeskServices services, Source source) {

    /** What is left over, or {@code known} if that cannot be read: the environments do not depend on it. */
    List<Leftover> leftovers(List<Leftover> known) {
        try {
            return source.deployments().leftovers();
        } catch (DeployException e) {
            System.getLogger(SourceReader.class.getName())
                    .log(System.Logger.Level.WARNING, "what is left over is not known", e);
            return known;
        }
    }

    /** What the store knows of it. */
    Knowledge remembered() {
        Session session = source.session();
        List<KnownEnvironment> known = services.store().knownEnvironments(session.account(), session.region());
        List<EnvironmentRow> rows = new ArrayList<>();
        for (KnownEnvironment environment : known) {
            EnvironmentKey key = new EnvironmentKey(
                    environment.account(),
                    environment.region(),
                    environment.blueprint(),
                    new Suffix(environment.suffix()));
            rows.add(new EnvironmentRow(
                    source.session(),
                    key,
                    environment.stackName(),
                    new StackState(environment.status()),
                    null,
                    null,
                    services.blueprints().find(environment.blueprint()).orElse(null)));
        }
        Instant asOf = known.stream()
                .map(KnownEnvironment::seenAt)
                .max(Instant::compareTo)
                .orElse(null);
        return new Knowledge(rows, asOf, true, null, null, List.of(), List.of());
    }

    /** What AWS says now. */
    Knowledge read(List<Leftover> leftovers) {
        List<DeployedEnvironment> environments = source.deployments().list();
        Instant now = services.clock().instant();
        Map<String, Glance> glances = Map.of();
        String alarmsFailure = null;
        try {
            glances = source.monitor()
                    .glance(environments.stream()
                            .flatMap(environment ->
                                    watched(environment, blueprint(environment).orElse(null)).stream())
                            .toList());
        } catch (MonitorException e) {
            alarmsFailure = e.getMessage();
        }
        List<EnvironmentRow> rows = new ArrayList<>();
        for (DeployedEnvironment environment : environments) {
            rows.add(new EnvironmentRow(
                    source.session(),
                    environment.key(),
                    environment.stackName(),
                    environment.status(),
                    environment,
                    glances.get(environment.stackName()),
                    blueprint(environment).orElse(null)));
        }
        remember(environments, now);
        return new Knowledge(rows, now, false, null, alarmsFailure, leftovers, List.of());
    }

    private void remember(List<DeployedEnvironment> environments, Instant now) {
        Session session = source.session();
        try {
            services.store()
                    .rememberEnvironments(
                            session.account(),
                            session.region(),
                            environments.stream()
                                    .map(environment -> new KnownEnvironment(
                                            environment.key().account(),
                                            environment.key().region(),
                                            environment.key().blueprint(),
                                            environment.key().suffix().value(),
                                            environment.stackName(),
                                            environment.status().name(),
                                            now))
                                    .toList());
        } catch (StoreException e) {
            // Only the next start is poorer for it, and the store says so itself when it is opened.
            System.getLogger(SourceReader.class.getName())
                    .log(System.Logger.Level.WARNING, "environments are not remembered", e);
        }
    }

    /** What to watch; empty where nothing has been made yet, or of a blueprint that is not known here. */
    static Optional<Watched> watched(DeployedEnvironment environment, @Nullable Blueprint known) {
        return Optional.ofNullable(known)
                .filter(blueprint -> !environment.resources().isEmpty())
                .map(blueprint -> new Watched(
                        environment.key().account(),
                        environment.key().region(),
                        environment.stackName(),
                        blueprint,
                        environment.resources()));
    }

    private Optional<Blueprint> blueprint(DeployedEnvironment environment) {
        return services.blueprints().find(environment.key().blueprint());
    }
}
