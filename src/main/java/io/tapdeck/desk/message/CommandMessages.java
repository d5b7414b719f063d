package io.tapdeck.desk.message;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Messages by a program of the desktop, which gets title and text as arguments of their own, never as script. */
final class CommandMessages implements DesktopMessages {
    private static final int PATIENCE_SECONDS = 10;

    private final Path program;
    private final List<String> options;

    private CommandMessages(Path program, List<String> options) {
        this.program = program;
        this.options = options;
    }

    /** The one of freedesktop.org's desktops: {@code notify-send(1)}. */
    static DesktopMessages notifySend(Path program) {
        return new CommandMessages(program, List.of("--app-name=Tapdeck", "--category=device.error"));
    }

    /** The one of macOS: {@code osascript(1)} runs the script with title and text as its {@code argv}. */
    static DesktopMessages appleScript(Path program) {
        return new CommandMessages(
                program,
                List.of(
                        "-e", "on run argv",
                        "-e", "display notification (item 2 of argv) with title (item 1 of argv)",
                        "-e", "end run"));
    }

    @Override
    public void show(DesktopMessage message) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(options);
        // What follows is never read as an option, whatever it begins with.
        command.add("--");
        command.add(message.title());
        command.add(message.text());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        Process process = builder.start();
        process.getOutputStream().close();
        int end = end(process);
        if (end != 0) {
            throw new IOException("%s ended with %d.".formatted(program.getFileName(), end));
        }
    }

    private int end(Process process) throws IOException {
        try {
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
        throw new IOException(program.getFileName() + " does not answer.");
    }

    @Override
    public String words() {
        return "By %s, while Tapdeck is not in front.".formatted(program.getFileName());
    }
}
