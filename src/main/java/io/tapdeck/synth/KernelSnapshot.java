package io.tapdeck.synth;

import java.io.File;
import java.nio.file.Path;

/**
 * jsii's kernel with CDK in it, as an installation has it: a snapshot of Node.js's heap after syntheses of every blueprint.
 *
 * @param node the one that made the snapshot; another refuses it
 * @param blob the snapshot
 */
record KernelSnapshot(Path node, Path blob) {

    /** The command line that starts it, for {@code JSII_RUNTIME}, which jsii gives to the system's shell. */
    String command() {
        return File.separatorChar == '\\'
                ? "\"%s\" --snapshot-blob \"%s\"".formatted(node, blob)
                : "exec %s --snapshot-blob %s".formatted(quoted(node), quoted(blob));
    }

    /** POSIX shell, "Single-Quotes": nothing in them is special but their end. */
    private static String quoted(Path path) {
        return "'" + path.toString().replace("'", "'\\''") + "'";
    }
}
