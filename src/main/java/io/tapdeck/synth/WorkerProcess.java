package io.tapdeck.synth;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One worker process and the folder in which it leaves its temporary files. For one thread at a time. */
final class WorkerProcess implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE_WITH_NODE = Duration.ofMillis(500);

    private final Process process;
    private final Path folder;
    private final BufferedWriter requests;
    private final BufferedReader answers;
    private volatile String lastWords = "";
    private int answered;
    /** Its Node, which is nobody's child any more once the worker has died. */
    private volatile List<ProcessHandle> family = List.of();

    private volatile boolean killed;

    /**
     * Starts a worker.
     *
     * @param builder its command and environment; takes standard streams for itself
     * @param folder its temporary files; deleted when it is closed
     */
    WorkerProcess(ProcessBuilder builder, Path folder) throws IOException {
        this.folder = folder;
        process = builder.redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .redirectError(ProcessBuilder.Redirect.PIPE)
                .start();
        requests = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Thread.ofVirtual().name("worker-errors").start(this::drainErrors);
    }

    /**
     * Sends one definition and waits for the answer.
     *
     * @param definition one line of JSON
     * @param patience after which the worker is ended
     * @throws IOException if the worker ended, or was ended, instead of answering
     */
    WorkerAnswer ask(String definition, Duration patience) throws IOException {
        CompletableFuture<Boolean> came = new CompletableFuture<>();
        came.completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> _ = came.thenAccept(inTime -> {
            if (!inTime) {
                kill();
            }
        });
        try {
            requests.write(definition);
            requests.newLine();
            requests.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new IOException("The worker ended" + (lastWords.isEmpty() ? "." : ": " + lastWords));
            }
            answered++;
            if (family.isEmpty()) {
                family = process.descendants().toList();
            }
            return JSON.readValue(line, WorkerAnswer.class);
        } catch (JacksonException e) {
            throw new IOException("The worker answered with something else than JSON.", e);
        } finally {
            came.complete(true);
        }
    }

    /** How many definitions it has answered. */
    int answered() {
        return answered;
    }

    /** The process, for whoever wants to see it die. */
    ProcessHandle handle() {
        return process.toHandle();
    }

    /** What it said last on its error stream, such as why it could not start; never shown as it is. */
    private void drainErrors() {
        try (BufferedReader errors =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = errors.readLine(); line != null; line = errors.readLine()) {
                if (!line.isBlank()) {
                    lastWords = line.strip();
                }
            }
        } catch (IOException e) {
            lastWords = "its error stream broke: " + e.getMessage();
        }
    }

    /** Ends the worker and its Node; {@link #ask} fails. */
    void kill() {
        killed |= process.isAlive();
        Stream.of(process.descendants(), family.stream(), Stream.of(process.toHandle()))
                .flatMap(each -> each)
                .forEach(ProcessHandle::destroyForcibly);
    }

    /**
     * A Node that its dead worker left behind may still write, and leave files behind. In a container, nobody may ever take
     * the dead away.
     */
    private static void awaitEnd(ProcessHandle left) {
        left.onExit()
                .completeOnTimeout(left, PATIENCE_WITH_NODE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    /** Ends the worker and its Node, and removes their files. */
    @Override
    public void close() {
        kill();
        process.onExit().join();
        if (!killed) {
            family.forEach(WorkerProcess::awaitEnd);
        }
        WorkerFolders.delete(folder);
    }
}
