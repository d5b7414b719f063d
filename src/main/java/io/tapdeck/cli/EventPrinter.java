package io.tapdeck.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.deploy.DeploymentEvent;
import io.tapdeck.deploy.DeploymentListener;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.deploy.Silence;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Renders a deployment: progress on standard error, its outcome on standard output; or all of it as JSON lines. */
final class EventPrinter implements DeploymentListener {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private final Terminal terminal;
    private final boolean json;
    private final Set<String> done = new HashSet<>();
    private List<PlannedResource> planned = List.of();
    private int expected;
    private @Nullable Silence silence;
    private @Nullable Instant lastHeard;

    EventPrinter(Terminal terminal, boolean json) {
        this.terminal = terminal;
        this.json = json;
    }

    /** Follows an operation to its end, and says on an interrupt how to find it again. */
    int follow(String suffix, Supplier<Outcome> operation) {
        Thread farewell = new Thread(() -> terminal.err()
                .println("Interrupted here; CloudFormation carries on (the sandbox when it runs again)."
                        + " Follow it with tapdeck watch --suffix " + suffix + " and the same target."));
        Runtime.getRuntime().addShutdownHook(farewell);
        try {
            Outcome outcome = operation.get();
            outcome(outcome);
            return outcome.succeeded() ? ExitCode.DONE : ExitCode.FAILED;
        } finally {
            forget(farewell);
        }
    }

    private static void forget(Thread farewell) {
        try {
            Runtime.getRuntime().removeShutdownHook(farewell);
        } catch (IllegalStateException e) {
            // The interrupt came together with the end: the farewell is being said already.
            System.getLogger(EventPrinter.class.getName()).log(System.Logger.Level.DEBUG, "ending", e);
        }
    }

    @Override
    public void on(DeploymentEvent event) {
        switch (event) {
            case DeploymentEvent.Started started -> {
                planned = started.resources();
                expected = planned.size();
                line(
                        started.at(),
                        started.operation() + " started",
                        started.stackName(),
                        null,
                        expected + " resources");
            }
            case DeploymentEvent.ResourceMoved moved -> {
                if (moved.status().endsWith("_COMPLETE") || moved.status().equals("DELETE_SKIPPED")) {
                    done.add(moved.id());
                }
                line(moved.at(), moved.status(), moved.logicalId(), moved.part(), moved.reason());
            }
            case DeploymentEvent.StackMoved moved -> {
                if (moved.done()) {
                    // What a change set lists only because it follows another's change may not have to move at all.
                    planned.stream()
                            .filter(resource -> Objects.equals(resource.part(), moved.part()))
                            .forEach(resource -> done.add(resource.id()));
                }
                line(moved.at(), moved.status(), moved.stackName(), moved.part(), moved.reason());
            }
            case DeploymentEvent.Heard heard -> {
                lastHeard = heard.at();
                if (silence != null) {
                    silence = null;
                    line(heard.at(), "connected", "AWS answers again.", null, null);
                }
            }
            case DeploymentEvent.NotHeard lost -> {
                if (silence != lost.why()) {
                    silence = lost.why();
                    line(lost.at(), "waiting", waiting(lost), null, null);
                }
            }
            case DeploymentEvent.WatchingAlarms watching ->
                line(
                        watching.at(),
                        "watching alarms",
                        String.join(", ", watching.alarms()),
                        watching.part(),
                        "until %s; one that rings rolls the update back".formatted(TIME.format(watching.until())));
            case DeploymentEvent.Ended _ -> {}
        }
    }

    private String waiting(DeploymentEvent.NotHeard lost) {
        String since = lastHeard == null ? "" : " Last heard at %s.".formatted(TIME.format(lastHeard));
        return lost.reason()
                + since
                + (lost.why() == Silence.NEEDS_SIGN_IN
                        ? " " + lost.remedy() + " Once that is done, in another window, this goes on by itself."
                        : " Still asking.")
                + " Ctrl C stops asking, tapdeck watch follows it again.";
    }

    private void line(Instant at, String status, String what, @Nullable Part part, @Nullable String reason) {
        if (json) {
            ObjectNode node = JSON.createObjectNode()
                    .put("at", at.toString())
                    .put("status", status)
                    .put("what", what);
            if (part != null) {
                node.put("stackName", part.stackName()).put("region", part.region());
            }
            if (reason != null) {
                node.put("reason", reason);
            }
            terminal.out().println(node);
        } else {
            terminal.err()
                    .printf(
                            "%s %3d/%d  %-28s %s%s%n",
                            TIME.format(at),
                            Math.min(done.size(), expected),
                            expected,
                            status,
                            part == null ? what : what + " · " + part.region(),
                            reason == null ? "" : "  " + reason);
        }
    }

    /** Prints the outcome: one line and the outputs, or the cause and what can be done. */
    void outcome(Outcome outcome) {
        if (json) {
            terminal.out().println(asJson(outcome));
            return;
        }
        switch (outcome) {
            case Outcome.Up up -> {
                terminal.out().println(up.stackName() + " is up.");
                new TreeMap<>(up.outputs())
                        .forEach((name, value) -> terminal.out().println(name + " = " + value));
            }
            case Outcome.UpToDate same ->
                terminal.out().println(same.stackName() + " already is as the definition says. Nothing changed.");
            case Outcome.Gone gone -> {
                terminal.out().println(gone.stackName() + " is gone.");
                gone.orphans()
                        .forEach(orphan -> terminal.out()
                                .println("Left in the account: %s (%s) %s"
                                        .formatted(orphan.displayName(), orphan.resourceType(), orphan.physicalId())
                                        .strip()));
            }
            case Outcome.RolledBack back -> {
                terminal.out().println(back.stackName() + " is up, as it was before the change.");
                back.skipped()
                        .forEach(name -> terminal.out()
                                .println("Skipped: %s. The stack does not know how it really is.".formatted(name)));
            }
            case Outcome.Failed failed -> print(failed);
        }
    }

    private void print(Outcome.Failed failed) {
        RootCause cause = failed.cause();
        terminal.err().println();
        terminal.err()
                .println(failed.unfailed()
                        .orElseGet(() -> "%s failed and is now %s.".formatted(failed.stackName(), failed.status())));
        CauseText.print(terminal.err(), cause);
        cause.remedies().forEach(remedy -> terminal.err().println("You can: " + remedy.words()));
    }

    private static ObjectNode asJson(Outcome outcome) {
        ObjectNode node = JSON.createObjectNode();
        switch (outcome) {
            case Outcome.Up up -> {
                node.put("outcome", "up").put("stackName", up.stackName());
                ObjectNode outputs = node.putObject("outputs");
                new TreeMap<>(up.outputs()).forEach(outputs::put);
            }
            case Outcome.UpToDate same -> node.put("outcome", "upToDate").put("stackName", same.stackName());
            case Outcome.Gone gone -> {
                node.put("outcome", "gone").put("stackName", gone.stackName());
                ArrayNode orphans = node.putArray("orphans");
                gone.orphans()
                        .forEach(orphan -> orphans.addObject()
                                .put("name", orphan.displayName())
                                .put("type", orphan.resourceType())
                                .put("physicalId", orphan.physicalId()));
            }
            case Outcome.RolledBack back -> {
                node.put("outcome", "rolledBack").put("stackName", back.stackName());
                ArrayNode skipped = node.putArray("skipped");
                back.skipped().forEach(skipped::add);
            }
            case Outcome.Failed failed -> {
                node.put("outcome", "failed")
                        .put("stackName", failed.stackName())
                        .put("status", failed.status());
                CauseText.describe(node.putObject("cause"), failed.cause());
            }
        }
        return node;
    }
}
