package io.tapdeck.desk.home;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.AwsFailures;
import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.Leftover;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Presence;
import io.tapdeck.desk.common.RefreshPace;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.monitor.Monitor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the environments of one or several accounts and regions, read again and again while the desk is open. Without controls; for the
 * JavaFX thread only.
 */
public final class HomeModel {
    /** Between two searches for what is left over: they read every stack of every region that was ever worked in. */
    private static final Duration SEARCH_INTERVAL = Duration.ofMinutes(10);

    /** How often it is asked whether a reading is due, by the local clock; no reading follows another faster. */
    static final Duration TICK = Duration.ofSeconds(1);

    private final DeskServices services;
    private final Background background;
    private final Presence presence;
    /** Replaced as a whole: news are read from it on another thread. */
    private volatile List<Part> parts;

    private final ReadOnlyObjectWrapper<Knowledge> knowledge = new ReadOnlyObjectWrapper<>(Knowledge.NOTHING);
    private final ReadOnlyIntegerWrapper busy = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper reading = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Arrangement> arrangement = new ReadOnlyObjectWrapper<>(Arrangement.USUAL);
    private Background.@Nullable Repeating ticking;
    /** Hears whether a session has expired. */
    private BiConsumer<Session, Boolean> onAnswer = (session, expired) -> {};

    private int awaited;
    /** Ends what listens to the sessions. */
    private Runnable forget = () -> {};

    /** Whether a source came in while the others were being read. */
    private boolean readAgain;

    private Instant readAt = Instant.MIN;
    private Instant searchDue = Instant.MIN;

    /** One of the sources and what is known of it. */
    private final class Part {
        private final Source source;
        private final SourceReader reader;
        private Knowledge known = Knowledge.NOTHING;

        private Part(Source source) {
            this.source = source;
            this.reader = new SourceReader(services, source);
        }
    }

    /** Of all sessions that are open, also those that are opened later. */
    public HomeModel(OpenSessions sessions, Background background, Presence presence) {
        this(sessions.current(), background, presence, sourcesOf(sessions));
        InvalidationListener others = changed -> read(sourcesOf(sessions));
        sessions.all().addListener(others);
        forget = () -> sessions.all().removeListener(others);
        onAnswer = (session, expired) -> mark(sessions, session, expired);
    }

    /** What one page notices of a session, all pages say. */
    private static void mark(OpenSessions sessions, Session session, boolean expired) {
        for (DeskServices open : List.copyOf(sessions.all())) {
            if (open.session().equals(session) && expired) {
                sessions.expired(open);
            } else if (open.session().equals(session)) {
                sessions.works(open);
            }
        }
    }

    private static List<Source> sourcesOf(OpenSessions sessions) {
        return sessions.places().stream()
                .map(open -> new Source(open.session(), open.clock(), open.deployments(), open.monitor()))
                .toList();
    }

    /** Of several accounts and regions; at least one, each read and failing on its own. */
    public HomeModel(DeskServices services, Background background, Presence presence, List<Source> sources) {
        this.services = services;
        this.background = background;
        this.presence = presence;
        this.parts = sources.stream().map(Part::new).toList();
    }

    /** Whether a session that may change something reaches an environment; where none reaches its region, its account. */
    boolean mayChange(EnvironmentKey environment) {
        List<Session> account = parts.stream()
                .map(part -> part.source.session())
                .filter(session -> session.account().equals(environment.account()))
                .toList();
        List<Session> region = account.stream()
                .filter(session -> session.region().equals(environment.region()))
                .toList();
        return (region.isEmpty() ? account : region).stream().anyMatch(session -> !session.readOnly());
    }

    /** Whether there is a session that may change something. */
    boolean mayChangeAny() {
        return parts.stream().anyMatch(part -> !part.source.session().readOnly());
    }

    /** Other sources from now on; of those that stay nothing is forgotten. */
    private void read(List<Source> sources) {
        List<Part> before = parts;
        parts = sources.stream()
                .map(source -> before.stream()
                        .filter(part -> part.source.equals(source))
                        .findFirst()
                        .orElseGet(() -> new Part(source)))
                .toList();
        show();
        if (ticking != null) {
            parts.stream().filter(part -> !before.contains(part)).forEach(this::remember);
            readAgain = reading.get();
            refresh();
        }
    }

    /** The accounts and regions that are read. */
    public List<Source> sources() {
        return parts.stream().map(part -> part.source).toList();
    }

    /** Who watches the account and region of an environment. */
    public Monitor monitor(EnvironmentRow row) {
        return sources().stream()
                .filter(source -> source.session().equals(row.session()))
                .map(Source::monitor)
                .findFirst()
                .orElseThrow();
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

    /** How the reader has arranged the list. */
    ReadOnlyObjectProperty<Arrangement> arrangementProperty() {
        return arrangement.getReadOnlyProperty();
    }

    /** Arranges the list otherwise, also when the desk is opened the next time. */
    void arrange(Arrangement other) {
        arrangement.set(other);
        background.run(
                () -> {
                    services.store().setPreference(Arrangement.PREFERENCE, other.text());
                    return other;
                },
                kept -> {},
                // It holds until the desk is closed; the store says so itself when it cannot write.
                failure -> {});
    }

    /** Shows what the store knows, asks AWS, and goes on asking. */
    public void start() {
        background.run(
                () -> services.store().preference(Arrangement.PREFERENCE),
                kept -> kept.map(Arrangement::of).ifPresent(arrangement::set),
                failure -> {});
        parts.forEach(this::remember);
        refresh();
        ticking = background.every(TICK, this::tick);
    }

    private void remember(Part part) {
        background.run(part.reader::remembered, known -> show(part, known), failure -> {});
    }

    /** Stops asking. */
    public void stop() {
        forget.run();
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
        awaited = parts.size();
        boolean search = !now().isBefore(searchDue);
        if (search) {
            searchDue = now().plus(SEARCH_INTERVAL);
        }
        Set<String> searched = new HashSet<>();
        for (Part part : parts) {
            List<Leftover> known = part.known.leftovers();
            // One search finds what is left over in all regions of an account.
            boolean searches = search && searched.add(part.source.session().account());
            background.run(
                    () -> part.reader.read(searches ? part.reader.leftovers(known) : known),
                    read -> {
                        onAnswer.accept(part.source.session(), false);
                        arrived(part, read);
                    },
                    failure -> {
                        onAnswer.accept(part.source.session(), AwsFailures.needsSignIn(failure));
                        arrived(part, part.known.failed(reason(failure)));
                    });
        }
    }

    /** Looks for what is left over with the next reading, since something may have been done about it. */
    public void searchAgain() {
        searchDue = Instant.MIN;
    }

    /** When AWS is asked next, by the endpoint's clock. */
    public Instant due() {
        return readAt.plus(pace().interval());
    }

    /** Who does what can be done in the account and region of an environment; the first source where none reads them. */
    Deployments deployments(EnvironmentKey environment) {
        return source(environment.account(), environment.region())
                .orElseGet(() -> sources().getFirst())
                .deployments();
    }

    /** Whether the environments of an account and region are among those that are read. */
    boolean reads(String account, String region) {
        return source(account, region).isPresent();
    }

    private Optional<Source> source(String account, String region) {
        return sources().stream()
                .filter(source -> source.session().account().equals(account))
                .filter(source -> source.session().region().equals(region))
                .findFirst();
    }

    /** 'Now' where a row is from: a sandbox has a time of its own. */
    public Instant now(EnvironmentRow row) {
        return sources().stream()
                .filter(source -> source.session().equals(row.session()))
                .map(source -> source.clock().instant())
                .findFirst()
                .orElseGet(this::now);
    }

    /** 'Now' where the first session is: by it this desk counts when to read again. */
    public Instant now() {
        return services.clock().instant();
    }

    /** How often AWS is asked now. */
    RefreshPace pace() {
        return presence.pace(busy.get() > 0);
    }

    private void tick() {
        if (!now().isBefore(due())) {
            refresh();
        }
    }

    private void arrived(Part part, Knowledge read) {
        awaited--;
        if (awaited == 0) {
            reading.set(false);
            readAt = now();
        }
        show(part, read);
        if (awaited == 0 && readAgain) {
            readAgain = false;
            refresh();
        }
    }

    private static String reason(Exception failure) {
        return switch (failure) {
            case DeployException e -> e.getMessage() + " " + e.remedy();
            case AwsException e -> e.getMessage() + " " + e.remedy();
            default -> "AWS does not answer. It is asked again by itself.";
        };
    }

    private void show(Part part, Knowledge read) {
        // What the store remembers never replaces what AWS has said.
        if (read.fromStore() && !part.known.fromStore() && read.failure() == null) {
            return;
        }
        part.known = read;
        show();
    }

    private void show() {
        Knowledge now =
                Knowledge.of(sources(), parts.stream().map(part -> part.known).toList());
        busy.set((int) now.rows().stream()
                .filter(row -> row.group() == EnvironmentRow.Group.CHANGING)
                .count());
        knowledge.set(now);
    }
}
