package io.tapdeck.cli;

import io.tapdeck.sandbox.SandboxDirectory;
import io.tapdeck.sandbox.SandboxException;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.faults.FaultScript;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Starts the sandbox in this process, from its saved state. */
final class LiveSandbox implements SandboxStart {
    private final Path dataFolder;

    LiveSandbox(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    @Override
    public Running start(int port, double speed, List<String> faults) {
        try {
            SandboxOptions options = SandboxOptions.usual().withSpeed(speed).withFaults(FaultScript.parse(faults));
            SandboxDirectory.Connection sandbox =
                    new SandboxDirectory(dataFolder).start(port == 0 ? options : options.withPort(port));
            // Ctrl C ends a sandbox, and it must save its state then.
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
            return new Running() {
                @Override
                public URI endpoint() {
                    return sandbox.endpoint();
                }

                @Override
                public List<String> notices() {
                    return sandbox.notices();
                }

                @Override
                public void await() {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }
            };
        } catch (IllegalArgumentException e) {
            throw CommandFailure.wrongUse(String.valueOf(e.getMessage()));
        } catch (SandboxException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        }
    }
}
