package io.tapdeck.cli;

import java.net.URI;
import java.util.List;

/** What starts a sandbox in this process. */
@FunctionalInterface
interface SandboxStart {

    /**
     * Starts it.
     *
     * @param port the port asked for, or 0 for the usual one or any that is free
     * @param speed sandbox seconds in a real second
     * @param faults the specifications of {@code --fault}
     */
    Running start(int port, double speed, List<String> faults);

    /** A sandbox that runs. */
    interface Running {
        URI endpoint();

        /** What people should know, in sentences, such as that nothing can be saved. */
        List<String> notices();

        /** Blocks until the process is told to end. */
        void await();
    }
}
