package io.tapdeck.deploy.sweep;

import io.tapdeck.aws.AwsException;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.CloudFormationDeployments;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.store.JournalEntry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does an operation as a person at the desk would: signs in again when asked, and starts the application again. */
final class Administrator {
    /** How many waits the administrator needs to notice and to sign in. */
    private static final int SIGN_IN_PAUSES = 3;

    private final World world;
    private final Line line;
    private final Disk disk;
    private final List<List<DeploymentEvent>> told = new ArrayList<>();
    private int pausesSignedOut;
    private CloudFormationDeployments deployments;

    Administrator(World world, Line line) {
        this.world = world;
        this.line = line;
        this.disk = new Disk(world);
        this.deployments = start();
    }

    private CloudFormationDeployments start() {
        told.add(new ArrayList<>());
        int process = line.newProcess();
        Connection connection = new Connection(world, line, process, Swept.ENVIRONMENT.region());
        return new CloudFormationDeployments(
                connection, disk.of(() -> line.dead(process)), Blueprints.builtIn(), this::pause);
    }

    private void pause(Duration time) {
        world.pass(time);
        if (line.signedOut() && ++pausesSignedOut == SIGN_IN_PAUSES) {
            signIn();
        }
    }

    private void signIn() {
        pausesSignedOut = 0;
        line.signIn();
    }

    CloudFormationDeployments deployments() {
        return deployments;
    }

    /** What each process told, in the order of their lives. */
    List<List<DeploymentEvent>> told() {
        return told;
    }

    /** What the journal does not know the end of. */
    List<JournalEntry> unfinished() {
        return disk.journal().unfinished();
    }

    /**
     * Does it once, over the deaths of processes and expired sessions.
     *
     * @return what was reported at the end; null if it never began
     */
    @Nullable
    Outcome perform(Swept operation) {
        try {
            return operation.perform(deployments, event -> told.getLast().add(event));
        } catch (AwsException e) {
            if (e.kind() != AwsException.Kind.NEEDS_SIGN_IN) {
                throw e;
            }
            signIn();
            return null;
        } catch (Killed e) {
            deployments = start();
            return null;
        }
    }
}
