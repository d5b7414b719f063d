package io.tapdeck.synth.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.blueprint.stack.BlueprintStacks;
import io.tapdeck.blueprint.stack.CdkApp;
import io.tapdeck.synth.WorkerAnswer;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The worker process: reads definitions from standard input, one a line, and writes one {@link WorkerAnswer} a line to
 * standard output. Ends when its input ends, so it never outlives its parent; ends with {@link #ENGINE_DEAD} when Node
 * has died, since jsii cannot start another one in the same process.
 */
public final class WorkerMain {
    /** Exit code: Node is gone. */
    static final int ENGINE_DEAD = 3;

    private WorkerMain() {}

    /** Runs until the input ends. Takes no arguments: what a process list shows stays free of definitions. */
    public static void main(String[] args) throws InterruptedException, JsonProcessingException {
        run(BuiltInStacks.all());
    }

    /**
     * Runs until the input ends, with the stacks of these blueprints.
     *
     * @throws InterruptedException if somebody interrupts this thread, which nobody does
     */
    static void run(List<BlueprintStacks> stacks) throws InterruptedException, JsonProcessingException {
        PrintStream answers = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        // What a library prints must not stand between the answers.
        System.setOut(System.err);
        // Node.js starts while the classes load.
        Thread.ofPlatform().daemon().name("engine").start(CdkApp.engineStart());
        JsonMapper json = JsonMapper.builder().build();
        Synthesis synthesis = new Synthesis(stacks, Path.of(System.getProperty("java.io.tmpdir")));
        BlockingQueue<String> definitions = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().name("requests").start(() -> read(definitions));
        while (true) {
            WorkerAnswer answer = synthesis.answer(definitions.take());
            if (answer.problem() != null && !synthesis.isEngineAlive()) {
                Runtime.getRuntime().halt(ENGINE_DEAD);
            }
            answers.println(json.writeValueAsString(answer));
            answers.flush();
        }
    }

    /** On a thread of its own, so that the end of the parent also ends a synthesis that hangs. */
    private static void read(BlockingQueue<String> definitions) {
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                definitions.add(line);
            }
        } catch (IOException e) {
            System.err.println("The parent's stream broke: " + e.getMessage());
        }
        Runtime.getRuntime().halt(0);
    }
}
