package io.tapdeck.deploy.stack;

import io.tapdeck.aws.ServiceClock;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentEvent.Heard;
import io.tapdeck.deploy.DeploymentEvent.NotHeard;
import io.tapdeck.deploy.DeploymentEvent.Started;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Silence;

/**
 * How long an operation's calls wait for AWS: a few tries before it has started, when a person can still begin anew; as long
 * as it takes afterwards, when giving up would tell a wrong end. Between its calls it hears what the operation tells.
 */
public final class Patience implements DeploymentListener {
    private final DeploymentListener listener;
    private boolean started;
    private boolean silent;

    public Patience(DeploymentListener listener) {
        this.listener = listener;
    }

    /** Of calls that belong to no operation. */
    public static Patience none() {
        return new Patience(event -> {});
    }

    @Override
    public void on(DeploymentEvent event) {
        started |= event instanceof Started;
        silent = event instanceof NotHeard || (silent && !(event instanceof Heard));
        listener.on(event);
    }

    /** Whether a call is made again until it is answered; what AWS refuses stays refused. */
    boolean outlasts(Silence silence) {
        return started && silence != Silence.DENIED && silence != Silence.REFUSED;
    }

    /** A call was answered. */
    void answered(ServiceClock clock) {
        if (silent) {
            on(new Heard(clock.instant()));
        }
    }
}
