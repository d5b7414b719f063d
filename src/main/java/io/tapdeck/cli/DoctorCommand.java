package io.tapdeck.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Says what is missing on this machine. */
@Command(name = "doctor", description = "Say what is missing on this machine, and how to mend it.")
final class DoctorCommand implements Callable<Integer> {
    private final Diagnosis diagnosis;
    private final Terminal terminal;

    DoctorCommand(Diagnosis diagnosis, Terminal terminal) {
        this.diagnosis = diagnosis;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<Diagnosis.Check> checks = diagnosis.checks();
        for (Diagnosis.Check check : checks) {
            String mark = switch (check.verdict()) {
                case FINE -> "ok      ";
                case NOTE -> "note    ";
                case MISSING -> "missing ";
            };
            terminal.out().println(mark + check.what());
            if (!check.remedy().isEmpty()) {
                terminal.out().println("        " + check.remedy());
            }
        }
        boolean missing = checks.stream().anyMatch(check -> check.verdict() == Diagnosis.Verdict.MISSING);
        return missing ? ExitCode.FAILED : ExitCode.DONE;
    }
}
