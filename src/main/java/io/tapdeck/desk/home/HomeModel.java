package io.tapdeck.desk.home;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Leftover;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import io.tapdeck.monitor.Glance;
import io.tapdeck.monitor.MonitorException;
import io.tapdeck.monitor.Watched;
import io.tapdeck.store.Store.KnownEnvironment;
import io.tapdeck.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the account's environments, read again and again while the desk is open. Without controls; for the
 * JavaFX thread only.
 */
public final class HomeModel {
    /** Between two readings, by the endpoint's clock. */
    static final Duration INTERVAL = Duration.ofSeconds(60);

    /** While a stack changes. */
    private static final Duration BUSY_INTERVAL = Duration.ofSeconds(20);

    /** Between two searches for what is left over: they read every stack of every region that was ever worked in. */
    private static final Duration SEARCH_INTERVAL = Duration.ofMinutes(10);

    /** How often it is asked whether a reading is due, by the local clock; no reading follows another faster. */
    static final Duration TICK = Duration.ofSeconds(1);

    private final DeskServices services;
    private final Background background;
    private final ReadOnlyObjectWrapper<Knowledge> knowledge = new ReadOnlyObjectWrapper<>(Knowledge.NOTHING);
    private final ReadOnlyIntegerWrapper busy = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private Background.@Nullable Repeating ticking;
    private Instant due = Instant.MIN;
    private Instant searchDue = Instant.MIN;

    /**
     * All that is known.
     *
     * @param rows in the order of their suffixes
     * @param asOf when AWS said so, or null if nothing is known at all
     * @param fromStore whether AWS has not answered yet since the desk was opened
     * @param failure why the last reading failed, or null
     * @param alarmsFailure why alarms and lines could not be read although the stacks could, or null
     * @param leftovers what is left of environments that do not exist, as far as was last found
     */
    public record Knowledge(
            List<EnvironmentRow> rows,
            @Nullable Instant asOf,
            boolean fromStore,
            @Nullable String failure,
            @Nullable String alarmsFailure,
            List<Leftover> leftovers) {
        static final Knowledge NOTHING = new Knowledge(List.of(), null, true, null, null, List.of());

        public Knowledge {
            rows = List.copyOf(rows);
            leftovers = List.copyOf(leftovers);
        }

        Knowledge failed(String why) {
            return new Knowledge(rows, asOf, fromStore, why, alarmsFailure, leftovers);
        }
    }

    public HomeModel(DeskServices services, Background background) {
        this.services = services;
        this.background = background;
    }

    /** All that is known now. */
    public ReadOnlyObjectProperty<Knowledge> knowledgeProperty() {
        return knowledge.getReadOnlyProperty();
    }

    /** How many environments are being created, updated or deleted. */
    public ReadOnlyIntegerProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether AWS is being asked. */
    public ReadOnlyBooleanProperty readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Shows what the store knows, asks AWS, and goes on asking. */
    public void start() {
        background.run(this::remembered, this::show, failure -> {});
        refresh();
        ticking = background.every(TICK, this::tick);
    }

    /** Stops asking. */
    public void stop() {
        if (ticking != null) {
            ticking.close();
        }
    }

    /** Asks AWS now, unless it is being asked. */
    public void refresh() {
        if (reading.get()) {
            return;
        }
        reading.set(true);
        boolean search = !now().isBefore(searchDue);
        List<Leftover> known = knowledge.get().leftovers();
        if (search) {
            searchDue = now().plus(SEARCH_INTERVAL);
        }
        background.run(() -> read(search ? leftovers(known) : known), this::arrived, this::failed);
    }

    /** Looks for what is left over with the next reading, since something may have been done about it. */
    public void searchAgain() {
        searchDue = Instant.MIN;
    }

    /** Blocks. Several regions are searched, and the environments must not wait for the last of them. */
    private List<Leftover> leftovers(List<Leftover> known) {
        try {
            return services.deployments().leftovers();
        } catch (DeployException e) {
            System.getLogger(HomeModel.class.getName())
                    .log(System.Logger.Level.WARNING, "what is left over is not known", e);
            return known;
        }
    }

    /** When AWS is asked next, by the endpoint's clock. */
    public Instant due() {
        return due;
    }

    /** 'Now' at the endpoint. */
    public Instant now() {
        return services.clock().instant();
    }

    private void tick() {
        if (!now().isBefore(due)) {
            refresh();
        }
    }

    private void arrived(Knowledge read) {
        reading.set(false);
        show(read);
    }

    private void failed(Exception failure) {
        reading.set(false);
        show(knowledge.get().failed(reason(failure)));
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            case DeployException e -> e.getMessage() + " " + e.remedy();
            default -> "AWS does not answer. It is asked again by itself.";
        };
    }

    private void show(Knowledge now) {
        // What the store remembers never replaces what AWS has said.
        if (now.fromStore() && !knowledge.get().fromStore() && now.failure() == null) {
            return;
        }
        busy.set((int) now.rows().stream()
                .filter(row -> row.group() == EnvironmentRow.Group.CHANGING)
                .count());
        if (!reading.get()) {
            due = now().plus(busy.get() > 0 ? BUSY_INTERVAL : INTERVAL);
        }
        knowledge.set(now);
    }

    /** Blocks. */
    private Knowledge remembered() {
        Session session = services.session();
        List<KnownEnvironment> known = services.store().knownEnvironments(session.account(), session.region());
        List<EnvironmentRow> rows = new ArrayList<>();
        for (KnownEnvironment environment : known) {
            EnvironmentKey key = new EnvironmentKey(
                    environment.account(),
                    environment.region(),
                    environment.blueprint(),
                    new Suffix(environment.suffix()));
            rows.add(new EnvironmentRow(
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
        return new Knowledge(rows, asOf, true, null, null, List.of());
    }

    /** Blocks. */
    private Knowledge read(List<Leftover> leftovers) {
        List<DeployedEnvironment> environments = services.deployments().list();
        Instant now = services.clock().instant();
        Map<String, Glance> glances = Map.of();
        String alarmsFailure = null;
        try {
            glances = services.monitor()
                    .glance(environments.stream()
                            .flatMap(environment -> watched(environment).stream())
                            .toList());
        } catch (MonitorException e) {
            alarmsFailure = e.getMessage();
        }
        List<EnvironmentRow> rows = new ArrayList<>();
        for (DeployedEnvironment environment : environments) {
            rows.add(new EnvironmentRow(
                    environment.key(),
                    environment.stackName(),
                    environment.status(),
                    environment,
                    glances.get(environment.stackName()),
                    blueprint(environment).orElse(null)));
        }
        remember(environments, now);
        return new Knowledge(rows, now, false, null, alarmsFailure, leftovers);
    }

    private void remember(List<DeployedEnvironment> environments, Instant now) {
        Session session = services.session();
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
            System.getLogger(HomeModel.class.getName())
                    .log(System.Logger.Level.WARNING, "environments are not remembered", e);
        }
    }

    private Optional<Watched> watched(DeployedEnvironment environment) {
        return blueprint(environment)
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
