package io.tapdeck.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which Node is taken, and what is said if there is none. */
class NodeRuntimeTest {
    private static final Installation NONE = new Installation(null);

    @TempDir
    private Path folder;

    @Test
    void takesNodeOnThePath() throws IOException {
        Path node = node("v22.11.0");

        assertThat(NodeRuntime.find(Map.of("PATH", "/nowhere:" + folder), NONE))
                .isEqualTo(new NodeRuntime.Usable(node, "22.11.0"));
    }

    @Test
    void prefersTheOneThatJsiiIsTold() throws IOException {
        Path node = node("v24.0.0");

        assertThat(NodeRuntime.find(Map.of("PATH", "/nowhere", "JSII_NODE", node.toString()), NONE))
                .isEqualTo(new NodeRuntime.Usable(node, "24.0.0"));
    }

    @Test
    void anInstallationBringsItsOwnAndTakesNoOther() throws IOException {
        Path installed = Files.createDirectories(folder.resolve("app"));
        Path node = Files.move(
                node("v24.21.0"),
                Files.createDirectory(installed.resolve("node")).resolve("node"));
        Path other = node("v22.11.0");

        Installation installation = new Installation(installed);

        assertThat(NodeRuntime.find(Map.of("PATH", folder.toString()), installation))
                .isEqualTo(new NodeRuntime.Usable(node, "24.21.0"));
        assertThat(NodeRuntime.find(Map.of("JSII_NODE", other.toString()), installation))
                .isEqualTo(new NodeRuntime.Usable(node, "24.21.0"));
    }

    @Test
    void saysThatThereIsNone() {
        assertThat(unusable(Map.of("PATH", folder.toString())))
                .isEqualTo(new NodeRuntime.Unusable(
                        "Node.js is not on this machine; CDK needs it to make templates.",
                        "Install Node.js 20 or later, or set JSII_NODE to it."));
        assertThat(unusable(Map.of()).problem()).startsWith("Node.js is not on this machine");
    }

    @Test
    void saysThatItIsTooOld() throws IOException {
        Path node = node("v18.19.1");

        assertThat(unusable(Map.of("PATH", folder.toString())).problem())
                .isEqualTo("Node.js 18.19.1 at %s is too old; CDK needs 20 or later.".formatted(node));
    }

    @Test
    void saysThatJsiiIsToldNonsense() throws IOException {
        assertThat(unusable(Map.of("JSII_NODE", "/nowhere/node")).problem())
                .isEqualTo("JSII_NODE names /nowhere/node, which is not a program.");

        Path node = node("Who are you?");
        assertThat(unusable(Map.of("JSII_NODE", node.toString())).problem()).contains("not Node.js");
    }

    private static NodeRuntime.Unusable unusable(Map<String, String> environment) {
        return (NodeRuntime.Unusable) NodeRuntime.find(environment, NONE);
    }

    private Path node(String version) throws IOException {
        Path node = Files.writeString(folder.resolve("node"), "#!/bin/sh\necho '%s'\n".formatted(version));
        Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwxr-xr-x"));
        return node;
    }
}
