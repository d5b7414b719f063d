package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.NotHeard;
import io.tapdeck.deploy.DeploymentEvent.ResourceMoved;
import io.tapdeck.deploy.DeploymentEvent.StackMoved;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.Forecast;
import io.tapdeck.deploy.Forecasts;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Silence;
import io.tapdeck.deploy.StackAction;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.deployment.ResourceProgress.Phase;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.ResourceGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * One deployment as its page shows it: the state its events make, what is expected, what is chosen and what is folded.
 * It lives as long as the desk, whether its page is visible or not. For the JavaFX thread only.
 */
public final class DeploymentModel {
    /** A finished group of more resources than this folds by itself: what is done is quiet. */
    private static final int SMALL_GROUP = 4;

    private final EnvironmentKey environment;
    private final @Nullable Blueprint blueprint;
    private final InstantSource clock;
    private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
    private final BooleanProperty problemsOnly = new SimpleBooleanProperty();
    private final Map<String, Boolean> foldedByReader = new HashMap<>();
    private DeploymentState state;
    private @Nullable String selected;
    private @Nullable String refusal;
    private boolean another;
    private boolean nothingRuns;
    private boolean joined;
    private @Nullable NotHeard silence;
    private @Nullable Instant expiredSince;
    private boolean cancelled;
    private String remark = "";
    private @Nullable StackMoved lastMove;
    private @Nullable Instant watchedUntil;

    /**
     * A deployment that has not begun.
     *
     * @param blueprint names the groups; null if it is not known here
     * @param planned in dependency order, as far as known
     */
    public DeploymentModel(
            EnvironmentKey environment,
            @Nullable Blueprint blueprint,
            Operation operation,
            List<PlannedResource> planned,
            InstantSource clock) {
        this.environment = environment;
        this.blueprint = blueprint;
        this.clock = clock;
        this.state = DeploymentState.before(operation, planned);
    }

    /** Changes whenever anything here does, and every second. */
    public ReadOnlyLongProperty revisionProperty() {
        return revision.getReadOnlyProperty();
    }

    /** Whether the log shows problems only. */
    public BooleanProperty problemsOnlyProperty() {
        return problemsOnly;
    }

    /** Until when only alarms are watched and nothing more happens to resources; empty while something does. */
    Optional<Instant> watchedUntil() {
        return Optional.ofNullable(watchedUntil);
    }

    /** Takes an event. */
    public void on(DeploymentEvent event) {
        switch (event) {
            case DeploymentEvent.WatchingAlarms watching -> watchedUntil = watching.until();
            case ResourceMoved _, StackMoved _, DeploymentEvent.Ended _ -> watchedUntil = null;
            default -> {}
        }
        if (event instanceof StackMoved moved) {
            lastMove = moved;
        }
        if (event instanceof Started started && (state.outcome() != null || refusal != null)) {
            beginAnew(started);
        }
        hear(event);
        boolean ran = !state.rollingBack();
        state = state.after(event);
        if (ran && state.rollingBack()) {
            problemsOnly.set(true);
        }
        touch();
    }

    /** Something new runs where this one had ended, or was lost: nothing of the old one is told of it. */
    private void beginAnew(Started started) {
        state = DeploymentState.before(started.operation(), started.resources());
        refusal = null;
        another = false;
        lastMove = null;
        cancelled = false;
        selected = null;
        remark = "";
        joined = true;
    }

    /** AWS refused to begin; the words are for people. */
    public void refused(String words) {
        refusal = words;
        touch();
    }

    /** Another operation has the environment and can be followed instead; the words are for people. */
    void refusedFor(String words) {
        another = true;
        refused(words);
    }

    private void hear(DeploymentEvent event) {
        if (!(event instanceof NotHeard lost)) {
            silence = null;
            expiredSince = null;
        } else {
            silence = lost;
            if (lost.why() == Silence.NEEDS_SIGN_IN && expiredSince == null) {
                expiredSince = lost.at();
            }
        }
    }

    /** Why AWS's last answer stayed away; empty while it answers. */
    Optional<NotHeard> silence() {
        return Optional.ofNullable(silence);
    }

    /** Since when the session has expired; empty while it works, or as far as is known. */
    public Optional<Instant> expiredSince() {
        return Optional.ofNullable(expiredSince);
    }

    /** Says how the desk came to it. */
    void remark(String sentence) {
        remark = sentence;
        touch();
    }

    /** How the desk came to it, in a sentence; empty where it began it. */
    public String remark() {
        return remark;
    }

    /** What turns it back, where AWS lets it be turned back now; empty once that was asked for. */
    public Optional<Recovery.CancelUpdate> cancellation() {
        StackMoved moved = lastMove;
        return moved != null
                        && running()
                        && !cancelled
                        && new StackState(moved.status()).allows(StackAction.CANCEL_UPDATE)
                ? Optional.of(new Recovery.CancelUpdate(moved.part()))
                : Optional.empty();
    }

    /** It was asked to be turned back, or that was refused. */
    void cancelled(boolean asked) {
        cancelled = asked;
        touch();
    }

    /** It was begun elsewhere, or by a desk that was closed: this one only follows, and a refusal says nothing of it. */
    void joined() {
        joined = true;
    }

    /** Whether a refusal means that nothing was done: AWS was asked from here, and nothing has begun. */
    boolean neverBegan() {
        return refusal != null && !joined && state.startedAt() == null;
    }

    /** There was nothing to attach to. */
    public void nothingRuns() {
        nothingRuns = true;
        touch();
    }

    /** Time has passed. */
    public void touch() {
        revision.set(revision.get() + 1);
    }

    public EnvironmentKey environment() {
        return environment;
    }

    /** What has happened so far. */
    public DeploymentState state() {
        return state;
    }

    /** Why it did not begin, or null. */
    public @Nullable String refusal() {
        return refusal;
    }

    /** Whether it did not begin because of another operation, which can be followed instead. */
    boolean another() {
        return another;
    }

    /** Whether it runs. */
    public boolean running() {
        return state.running() && refusal == null && !nothingRuns;
    }

    /** Whether an attempt to follow found nothing. */
    public boolean nothingToFollow() {
        return nothingRuns;
    }

    /** The endpoint's time; the end of a deployment that has ended; when it was last seen where the session has expired. */
    public Instant now() {
        Instant ended = state.endedAt();
        Instant seen = expiredSince == null ? null : state.heardAt();
        return ended != null ? ended : seen != null ? seen : clock.instant();
    }

    /** The endpoint's time. */
    Instant time() {
        return clock.instant();
    }

    /** How long it runs or ran. */
    public Duration elapsed() {
        Instant started = state.startedAt();
        return started == null ? Duration.ZERO : Duration.between(started, now());
    }

    /** What is expected of the rest; empty before it began, while it rolls back and after its end. */
    public Optional<Forecast> forecast() {
        Instant started = state.startedAt();
        if (started == null || !running() || state.rollingBack()) {
            return Optional.empty();
        }
        Map<String, Forecast.Progress> progress = new HashMap<>();
        for (ResourceProgress resource : state.resources()) {
            if (resource.startedAt() != null) {
                progress.put(resource.id(), new Forecast.Progress(resource.startedAt(), resource.endedAt()));
            }
        }
        return Optional.of(Forecasts.of(
                state.resources().stream().map(ResourceProgress::planned).toList(), progress, started, now()));
    }

    /** The rows that can be seen, groups in the blueprint's order. */
    List<TimelineRow> rows() {
        List<TimelineRow> rows = new ArrayList<>();
        for (ResourceGroup group : groups()) {
            List<ResourceProgress> resources = state.resources().stream()
                    .filter(resource -> groupOf(resource).equals(group))
                    .toList();
            if (resources.isEmpty()) {
                continue;
            }
            boolean open = !folded(group, resources);
            rows.add(new TimelineRow.Group(group, resources, open));
            if (open) {
                resources.forEach(resource -> rows.add(new TimelineRow.Resource(group, resource)));
            }
        }
        return rows;
    }

    private List<ResourceGroup> groups() {
        return blueprint == null ? List.of(ALL) : blueprint.resourceGroups();
    }

    private static final ResourceGroup ALL = new ResourceGroup("resources", "Resources", List.of(), List.of());

    private ResourceGroup groupOf(ResourceProgress resource) {
        return blueprint == null
                ? ALL
                : blueprint.groupOf(resource.id(), resource.planned().resourceType());
    }

    private boolean folded(ResourceGroup group, List<ResourceProgress> resources) {
        Boolean chosen = foldedByReader.get(group.id());
        if (chosen != null) {
            return chosen;
        }
        boolean quiet = resources.stream()
                .allMatch(resource -> resource.phase() == Phase.DONE || resource.phase() == Phase.UNDONE);
        boolean holdsSelection =
                resources.stream().anyMatch(resource -> resource.id().equals(selected));
        return quiet && !holdsSelection && resources.size() > SMALL_GROUP;
    }

    /** Opens or closes a group. */
    void fold(ResourceGroup group, boolean closed) {
        foldedByReader.put(group.id(), closed);
        touch();
    }

    /** Opens or closes the group of the chosen row. */
    void foldSelected(boolean closed) {
        rows().stream().filter(row -> row.id().equals(selectedId())).findFirst().ifPresent(row -> {
            ResourceGroup group = switch (row) {
                case TimelineRow.Group own -> own.group();
                case TimelineRow.Resource resource -> resource.group();
            };
            if (closed) {
                selected = "group:" + group.id();
            }
            fold(group, closed);
        });
    }

    /** Chooses a row. */
    void select(String id) {
        selected = id;
        touch();
    }

    /** Chooses the row so many below the chosen one. */
    void selectBy(int rowsDown) {
        List<String> ids = rows().stream().map(TimelineRow::id).toList();
        if (!ids.isEmpty()) {
            int place = Math.clamp(ids.indexOf(selectedId()) + (long) rowsDown, 0, ids.size() - 1);
            select(ids.get(place));
        }
    }

    /** The reader's choice; until there is one, the resource that matters now. */
    String selectedId() {
        if (selected != null) {
            return selected;
        }
        if (state.outcome() instanceof io.tapdeck.deploy.Outcome.Failed failed) {
            return failed.cause().id();
        }
        return matters().map(ResourceProgress::id).orElse("");
    }

    /** The chosen resource; empty where a group is chosen. */
    Optional<ResourceProgress> selectedResource() {
        return state.resource(selectedId());
    }

    /** Of what failed or runs: the first failure, else what usually takes longest. */
    private Optional<ResourceProgress> matters() {
        Optional<ResourceProgress> failed = state.resources().stream()
                .filter(resource -> resource.phase() == Phase.FAILED)
                .findFirst();
        return failed.or(() -> state.resources().stream()
                        .filter(resource -> resource.phase() == Phase.RUNNING)
                        .max(Comparator.comparing(resource -> resource.planned().usual())))
                .or(() -> state.resources().stream()
                        .max(Comparator.comparing(resource -> resource.planned().usual())));
    }
}
