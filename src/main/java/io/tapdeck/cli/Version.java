package io.tapdeck.cli;

import io.tapdeck.release.ThisBuild;
import io.tapdeck.synth.Installation;
import io.tapdeck.synth.NodeRuntime;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.IVersionProvider;

/** Which Tapdeck this is, and what it runs on. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return parts(System.getenv()).stream()
                .map(part -> "%-8s %s".formatted(part.name(), part.version()))
                .toArray(String[]::new);
    }

    /** Everything that has a version. Starts Node.js to ask for its own, so it takes some ten milliseconds. */
    static List<ThisBuild.Part> parts(Map<String, String> environment) {
        String node = NodeRuntime.find(environment, Installation.ofProcess()) instanceof NodeRuntime.Usable usable
                ? usable.version()
                : "";
        return ThisBuild.read().parts(ThisBuild.runningJava(), node);
    }
}
