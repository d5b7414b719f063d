package io.tapdeck.sandbox;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tapdeck.sandbox.faults.FaultScript;
import io.tapdeck.sandbox.identity.SandboxIdentity;
import io.tapdeck.sandbox.wire.WireServer;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/** AWS on the loopback interface, running. */
public final class Sandbox implements AutoCloseable {

    /** The account of all who do not sign in: 12 zeros, which AWS gives to nobody. */
    public static final String ACCOUNT = SandboxIdentity.USUAL_ACCOUNT;

    private final WireServer server;
    private final SandboxServices services;
    private final SandboxClock clock;
    private final String id;
    private final List<String> notices;

    private Sandbox(WireServer server, SandboxServices services, SandboxClock clock, String id, List<String> notices) {
        this.server = server;
        this.services = services;
        this.clock = clock;
        this.id = id;
        this.notices = List.copyOf(notices);
    }

    /**
     * Starts a sandbox as it was left in its folder.
     *
     * @throws SandboxException if it cannot have its port
     */
    public static Sandbox start(SandboxOptions options) {
        return start(options, InstantSource.system());
    }

    /**
     * Starts a sandbox whose time follows a given clock, at the options' speed.
     *
     * @throws SandboxException if it cannot have its port
     */
    public static Sandbox start(SandboxOptions options, InstantSource real) {
        SavedState state = SavedState.of(options.folder(), real);
        SandboxClock clock = new SandboxClock(real, state.services().now(), options.speed());
        String id = UUID.randomUUID().toString();
        state.services().run(clock, options.faults(), state.journal());
        try {
            WireServer server = listen(options, clock, state.services(), id);
            state.services().listeningAt(server.endpoint());
            return new Sandbox(server, state.services(), clock, id, state.notices());
        } catch (SandboxException e) {
            state.services().stop();
            throw e;
        }
    }

    private static WireServer listen(SandboxOptions options, SandboxClock clock, SandboxServices services, String id) {
        int asked = options.port().orElse(SandboxOptions.USUAL_PORT);
        try {
            return listen(asked, options.faults(), clock, services, id);
        } catch (BindException e) {
            if (options.port().isPresent()) {
                throw new SandboxException(
                        "Port " + asked + " is in use. Choose another one, or none to get one that is free.", e);
            }
        } catch (IOException e) {
            throw cannotListen(asked, e);
        }
        try {
            return listen(0, options.faults(), clock, services, id);
        } catch (IOException e) {
            throw cannotListen(0, e);
        }
    }

    private static WireServer listen(
            int port, FaultScript faults, SandboxClock clock, SandboxServices services, String id) throws IOException {
        String about = JsonNodeFactory.instance
                .objectNode()
                .put("tapdeck", "sandbox")
                .put("id", id)
                .put("account", ACCOUNT)
                .put("speed", clock.speed())
                .toString();
        return new WireServer(
                port, services.services(), faults, clock, () -> about, services.pages(), services, Sandbox::pause);
    }

    private static SandboxException cannotListen(int port, IOException cause) {
        return new SandboxException(
                "The sandbox cannot listen on 127.0.0.1" + (port == 0 ? "" : ":" + port) + ": " + cause.getMessage(),
                cause);
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where it listens, such as {@code http://127.0.0.1:4610}. */
    public URI endpoint() {
        return server.endpoint();
    }

    /** The sandbox's time. */
    public SandboxClock clock() {
        return clock;
    }

    /** What tells this run of it from any other. */
    String id() {
        return id;
    }

    /** What people should know, in sentences: a saved state that could not be read, or cannot be kept. */
    public List<String> notices() {
        return notices;
    }

    /** Ends it: connections break off, time stands still, and what it knows is saved. */
    @Override
    public void close() {
        server.close();
        services.stop();
    }
}
