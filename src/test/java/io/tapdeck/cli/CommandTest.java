package io.tapdeck.cli;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.synth.SharedWorker;
import io.tapdeck.synth.Synthesizer;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Types commands as a script would, on a sandbox of its own, and keeps what they say. */
@ExtendWith(SharedWorker.class)
abstract class CommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    SandboxEngines engines;
    Synthesizer worker;
    String answers = "";
    boolean interactive;
    /** Whether somebody goes on watching. */
    boolean patient = true;
    /** What opening the desk does. */
    TapdeckCommand.DeskStart desk = (target, pictures) -> ExitCode.DONE;

    @BeforeEach
    void start(Synthesizer shared) {
        worker = shared;
        engines = new SandboxEngines(folder, shared, SandboxOptions.usual());
    }

    @AfterEach
    void stop() {
        engines.close();
    }

    final int run(String... args) {
        out.reset();
        err.reset();
        return run(out, err, args);
    }

    /** The same in another window, whose words nobody keeps, while a command runs in this one. */
    final int elsewhere(String... args) {
        return run(new ByteArrayOutputStream(), new ByteArrayOutputStream(), args);
    }

    private int run(ByteArrayOutputStream toOut, ByteArrayOutputStream toErr, String... args) {
        Terminal terminal = new Terminal(
                new PrintStream(toOut, true, StandardCharsets.UTF_8),
                new PrintStream(toErr, true, StandardCharsets.UTF_8),
                new BufferedReader(new StringReader(answers)),
                interactive);
        Pause pause = duration -> {
            engines.pass(duration);
            return patient;
        };
        return new Cli(
                        engines,
                        terminal,
                        pause,
                        (port, speed, faults) -> {
                            throw CommandFailure.failed("no sandbox here");
                        },
                        desk,
                        (folderOfPictures, said) -> said.accept("toured " + folderOfPictures),
                        () -> List.of(new Diagnosis.Check(Diagnosis.Verdict.MISSING, "Node.js", "Install it.")))
                .run(args);
    }

    /** The account behind the commands, for what others do in it. */
    final AwsConnection account() {
        TargetOptions target = new TargetOptions();
        target.sandbox = true;
        return engines.open(target).connection();
    }

    final String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    final String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
