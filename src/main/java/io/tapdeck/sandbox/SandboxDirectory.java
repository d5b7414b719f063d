package io.tapdeck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * The user's one sandbox: where it keeps its state, and where it listens while it runs. A file names the endpoint and the
 * id of the run; who joins asks the endpoint for its id first, since another program may have the port by now.
 */
public final class SandboxDirectory {
    private static final Logger LOG = System.getLogger(SandboxDirectory.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Path folder;

    /** The sandbox of a data folder; it need not exist yet. */
    public SandboxDirectory(Path dataFolder) {
        this.folder = dataFolder.resolve("sandbox");
    }

    /**
     * A way to a sandbox that runs; closing it ends the sandbox only if it was started for it.
     *
     * @param speed how many of its seconds pass in a real one
     * @param joined whether it ran already
     * @param notices what people should know, in sentences
     */
    public record Connection(URI endpoint, double speed, boolean joined, List<String> notices, Runnable end)
            implements AutoCloseable {
        @Override
        public void close() {
            end.run();
        }
    }

    /** The sandbox that runs, if one does. */
    public Optional<Connection> running() {
        try {
            JsonNode file = JSON.readTree(Files.readAllBytes(portFile()));
            URI endpoint = URI.create(file.path("endpoint").asText());
            return ask(endpoint)
                    .filter(answer -> answer.path("tapdeck").asText().equals("sandbox")
                            && answer.path("id").equals(file.path("id")))
                    .map(answer ->
                            new Connection(endpoint, answer.path("speed").asDouble(), true, List.of(), () -> {}));
        } catch (IOException | IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "No sandbox is known to run.", e);
            return Optional.empty();
        }
    }

    /**
     * Joins the sandbox that runs, or starts it as it was left. Two callers at once, in whatever processes, come to the
     * same one.
     *
     * @param options of one that is started; its folder is this directory's
     * @throws SandboxException if it cannot have its port
     */
    public Connection joinOrStart(SandboxOptions options) {
        try (FileChannel channel = lockFile();
                FileLock lock = waitFor(channel)) {
            LOG.log(Level.TRACE, "Alone with {0}", lock);
            return running().orElseGet(() -> start(options));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "No lock in " + folder, e);
            return start(options);
        }
    }

    /**
     * Starts a sandbox whether or not one runs. The first keeps the state and is the one to join; another starts empty.
     *
     * @throws SandboxException if it cannot have its port
     */
    public Connection start(SandboxOptions options) {
        Sandbox sandbox = Sandbox.start(options.withFolder(folder));
        boolean first = running().isEmpty();
        if (first) {
            announce(sandbox);
        }
        return new Connection(sandbox.endpoint(), sandbox.clock().speed(), false, sandbox.notices(), () -> {
            if (first) {
                withdraw();
            }
            sandbox.close();
        });
    }

    private void announce(Sandbox sandbox) {
        try {
            PrivateFiles.replace(
                    portFile(),
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("endpoint", sandbox.endpoint().toString())
                            .put("id", sandbox.id())
                            .toString());
        } catch (IOException e) {
            // A folder that cannot be written to is among the sandbox's notices already.
            LOG.log(Level.DEBUG, "Nobody can join this sandbox.", e);
        }
    }

    private void withdraw() {
        try {
            Files.deleteIfExists(portFile());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The port file stays; nobody will find a sandbox there.", e);
        }
    }

    private Path portFile() {
        return folder.resolve("running.json");
    }

    private FileChannel lockFile() throws IOException {
        PrivateFiles.createFolder(folder);
        return PrivateFiles.open(folder.resolve("starting.lock"));
    }

    /** Waits while another process, or another thread of this one, looks or starts. */
    private static FileLock waitFor(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                // The lock is the process's: its threads have to wait for each other by themselves.
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }
    }

    private static Optional<JsonNode> ask(URI endpoint) throws IOException {
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpRequest request = HttpRequest.newBuilder(endpoint.resolve("/"))
                    .timeout(PATIENCE)
                    .build();
            return Optional.of(JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
