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

    private final Process process;
    private final Path folder;
    private final BufferedWriter requests;
    private final BufferedReader answers;
    private volatile String lastWords = "";
    private int answered;

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
        List<ProcessHandle> family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends the worker and its Node, and removes their files. */
    @Override
    public void close() {
        kill();
        process.onExit().join();
        WorkerFolders.delete(folder);
    }
}
