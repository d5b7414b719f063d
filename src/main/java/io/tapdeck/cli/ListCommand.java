package io.tapdeck.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.aws.Session;
import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Leftover;
import io.tapdeck.deploy.StackState;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Glance;
import io.tapdeck.store.AccountMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists the environments of an account and region, and what is left of others. */
@Command(
        name = "list",
        description = "List environments with their stack state and alarm states, and what is left of others.")
final class ListCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Engines engines;
    private final Terminal terminal;

    @Mixin
    TargetOptions target = new TargetOptions();

    @Option(names = "--json", description = "One JSON object a line.")
    boolean json;

    ListCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Workbench workbench = engines.open(target);
        List<DeployedEnvironment> environments = workbench.deployments().list();
        Map<String, Glance> glances = workbench
                .monitor()
                .glance(environments.stream()
                        .map(environment -> Environments.watched(engines.blueprints(), environment))
                        .flatMap(Optional::stream)
                        .toList());
        Session session = workbench.connection().session();
        AccountMark mark = engines.store().accountMarks().getOrDefault(session.account(), AccountMark.NONE);
        String place = place(session, mark);
        if (environments.isEmpty()) {
            terminal.err().println("No environments in %s.".formatted(place));
        }
        if (!json && !environments.isEmpty()) {
            terminal.err().println("In %s:".formatted(place));
            terminal.out().println(row("SUFFIX", "BLUEPRINT", "STACK", "ALARMS"));
        }
        for (DeployedEnvironment environment : environments) {
            Glance glance = glances.get(environment.stackName());
            terminal.out().println(json ? describe(environment, mark, glance).toString() : row(environment, glance));
            if (!json && environment.status().meaning() == StackState.Meaning.STUCK) {
                terminal.out()
                        .println("  %s See tapdeck recover --suffix %s."
                                .formatted(
                                        environment.status().sentence(),
                                        environment.key().suffix()));
            }
        }
        leftovers(workbench);
        new Interruptions(workbench, terminal).list(target);
        return ExitCode.DONE;
    }

    private static String place(Session session, AccountMark mark) {
        return mark.alias().isEmpty()
                ? "%s, %s".formatted(session.accountText(), session.region())
                : "%s (%s), %s".formatted(mark.alias(), session.accountText(), session.region());
    }

    private void leftovers(Workbench workbench) {
        List<Leftover> leftovers;
        try {
            leftovers = workbench.deployments().leftovers();
        } catch (DeployException e) {
            // The environments are listed already; a right that lacks for the rest takes nothing away from them.
            terminal.err().println("What is left of others cannot be told: " + e.getMessage());
            return;
        }
        LeftoverText text = new LeftoverText(target);
        for (Leftover leftover : leftovers) {
            terminal.out().println(json ? text.describe(leftover).toString() : text.lines(leftover));
        }
        if (!leftovers.isEmpty()) {
            terminal.err()
                    .println("Looked for what is left in %s; not in other regions."
                            .formatted(String.join(", ", workbench.deployments().searched())));
        }
    }

    private static String row(DeployedEnvironment environment, @Nullable Glance glance) {
        String alarms = glance == null
                ? "-"
                : glance.alarms().stream()
                        .map(alarm -> alarm.alarmId() + " " + alarm.state())
                        .collect(Collectors.joining(", "));
        return row(
                environment.key().suffix().value(),
                environment.key().blueprint(),
                environment.status().name(),
                alarms);
    }

    private static String row(String suffix, String blueprint, String stack, String alarms) {
        return "%-20s %-16s %-28s %s".formatted(suffix, blueprint, stack, alarms);
    }

    private static ObjectNode describe(DeployedEnvironment environment, AccountMark mark, @Nullable Glance glance) {
        ObjectNode node = JSON.createObjectNode()
                .put("suffix", environment.key().suffix().value())
                .put("blueprint", environment.key().blueprint())
                .put("account", environment.key().account())
                .put("accountAlias", mark.alias().isEmpty() ? null : mark.alias())
                .put("region", environment.key().region())
                .put("stackName", environment.stackName())
                .put("status", environment.status().name())
                .put("meaning", environment.status().sentence())
                .put("deployedAt", environment.deployedAt().toString());
        ObjectNode alarms = node.putObject("alarms");
        if (glance != null) {
            for (AlarmState alarm : glance.alarms()) {
                alarms.put(alarm.alarmId(), alarm.state().name());
            }
        }
        return node;
    }
}
