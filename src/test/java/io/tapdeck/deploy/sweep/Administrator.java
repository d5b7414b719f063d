package io.tapdeck.deploy.sweep;

import io.tapdeck.aws.AwsException;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Interrupted;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.engine.CloudFormationDeployments;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does an operation as a person at the desk would: signs in again when asked, and starts the application again. */
final class Administrator {
    /** How many waits the administrator needs to notice and to sign in. */
    private static final int SIGN_IN_PAUSES = 3;

    /** By then everything has ended, whatever happened to it. */
    private static final Duration LONGEST = Duration.ofHours(3);

    private final World world;
    private final Line line;
    private final Disk disk;
    private final List<Telling> tellings = new ArrayList<>();
    private final Instant since;
    private Duration absence = Duration.ZERO;
    private int pausesSignedOut;
    private Store store;
    private CloudFormationDeployments deployments;

    Administrator(World world, Line line) {
        this.world = world;
        this.since = world.now();
        this.line = line;
        this.disk = new Disk(world);
        int process = line.newProcess();
        this.store = disk.of(() -> line.dead(process));
        this.deployments = deployments(process);
    }

    /**
     * What one call of the engine told.
     *
     * @param outcome what it returned; null if it did not come to that
     */
    record Telling(List<DeploymentEvent> events, @Nullable Outcome outcome) {
        boolean started() {
            return events.stream().anyMatch(DeploymentEvent.Started.class::isInstance);
        }
    }

    private CloudFormationDeployments deployments(int process) {
        return new CloudFormationDeployments(
                new Connection(world, line, process, Swept.ENVIRONMENT.region()),
                store,
                Blueprints.builtIn(),
                this::pause);
    }

    private void pause(Duration time) {
        world.pass(time);
        if (world.now().isAfter(since.plus(LONGEST))) {
            throw new AssertionError("still waiting after " + LONGEST);
        }
        if (line.signedOut() && ++pausesSignedOut == SIGN_IN_PAUSES) {
            signIn();
        }
    }

    private void signIn() {
        pausesSignedOut = 0;
        line.signIn();
    }

    /** How long after the death of a process the next one is started. */
    void staysAway(Duration time) {
        absence = time;
    }

    CloudFormationDeployments deployments() {
        return deployments;
    }

    List<Telling> tellings() {
        return tellings;
    }

    /** What the journal does not know the end of. */
    List<JournalEntry> unfinished() {
        return disk.journal().unfinished();
    }

    /** Whether nobody holds the environment. */
    boolean free() {
        return store.locks().free(Swept.ENVIRONMENT) && store.locks().aside().free(Swept.ENVIRONMENT);
    }

    /**
     * Does it once, over the deaths of processes and expired sessions; of what was interrupted, finds out what became of it.
     *
     * @return what was reported at the end; null if it never began
     */
    @Nullable
    Outcome perform(Swept operation) {
        Outcome last =
                tried(listener -> operation.perform(deployments, listener)).orElse(null);
        for (List<Interrupted> left = interrupted(); !left.isEmpty(); left = interrupted()) {
            Interrupted first = left.getFirst();
            last = tried(listener -> deployments.resume(first, listener)).orElse(last);
        }
        return last;
    }

    /** What is still to be resumed: also what has its outcome, but could not tidy up while nobody was signed in. */
    private List<Interrupted> interrupted() {
        signIn();
        return deployments.interrupted();
    }

    /** Calls the engine; nothing if its process dies of it, or if the administrator has to sign in first. */
    private Optional<Outcome> tried(Function<DeploymentListener, Outcome> call) {
        List<DeploymentEvent> events = new ArrayList<>();
        try {
            Outcome outcome = call.apply(events::add);
            tellings.add(new Telling(events, outcome));
            return Optional.of(outcome);
        } catch (AwsException e) {
            if (e.kind() != AwsException.Kind.NEEDS_SIGN_IN) {
                throw e;
            }
            signIn();
        } catch (Killed e) {
            world.pass(absence);
            int process = line.newProcess();
            store = disk.of(() -> line.dead(process));
            deployments = deployments(process);
        }
        tellings.add(new Telling(events, null));
        return Optional.empty();
    }
}
