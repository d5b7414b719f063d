import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;

/** The worker at work: what is recorded of a process while it runs is what it does for people. */
final class Worker {
    private Worker() {}

    /**
     * Has a worker synthesize every blueprint and waits for it and its Node.js to end.
     *
     * @param withRules whether cdk-nag checks them too
     */
    static void synthesizeAll(ProcessBuilder builder, boolean withRules) throws IOException, InterruptedException {
        Process worker = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<ProcessHandle> family;
        try (BufferedWriter requests = worker.outputWriter();
                BufferedReader answers = worker.inputReader()) {
            for (String blueprint : Image.BLUEPRINTS) {
                for (boolean checkRules : withRules ? List.of(false, true) : List.of(false)) {
                    requests.write(
                            "{\"definition\":{\"version\":1,\"blueprint\":\"%s\",\"suffix\":\"image\"},\"checkRules\":%s}%n"
                                    .formatted(blueprint, checkRules));
                    requests.flush();
                    String answer = String.valueOf(answers.readLine());
                    Tools.require(answer.contains("\"problem\":null"), "The worker did not synthesize: " + answer);
                }
            }
            family = worker.descendants().toList();
        }
        // The end of its input ends it.
        Tools.require(worker.waitFor() == 0, "The worker did not end by itself.");
        family.forEach(process -> process.onExit().join());
    }
}
