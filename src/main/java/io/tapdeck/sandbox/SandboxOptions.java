package io.tapdeck.sandbox;

import io.tapdeck.sandbox.faults.FaultScript;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a sandbox runs.
 *
 * @param port the port it must have; empty for {@value #USUAL_PORT}, or any free one where that is taken
 * @param speed how many of its seconds pass in a real one; above 0
 * @param faults what goes wrong on purpose
 * @param folder where it keeps its state and says where it listens; empty to forget everything at its end
 */
public record SandboxOptions(OptionalInt port, double speed, FaultScript faults, Optional<Path> folder) {

    /** Where a sandbox listens unless told otherwise. */
    public static final int USUAL_PORT = 4610;

    /** A sample Aurora environment takes some 14 minutes at AWS, and 40 seconds at this speed. */
    public static final double USUAL_SPEED = 20;

    /** Nothing goes wrong, at the usual speed, on the usual port. */
    public static SandboxOptions usual() {
        return new SandboxOptions(OptionalInt.empty(), USUAL_SPEED, FaultScript.none(), Optional.empty());
    }

    public SandboxOptions withPort(int newPort) {
        return new SandboxOptions(OptionalInt.of(newPort), speed, faults, folder);
    }

    public SandboxOptions withSpeed(double newSpeed) {
        return new SandboxOptions(port, newSpeed, faults, folder);
    }

    public SandboxOptions withFaults(FaultScript newFaults) {
        return new SandboxOptions(port, speed, newFaults, folder);
    }

    public SandboxOptions withFolder(Path newFolder) {
        return new SandboxOptions(port, speed, faults, Optional.of(newFolder));
    }
}
