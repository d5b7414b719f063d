package io.tapdeck.cli;

import io.tapdeck.cli.Engines.Workbench;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Late;
import io.tapdeck.monitor.MonitorException;
import io.tapdeck.monitor.Range;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Watch;
import io.tapdeck.monitor.Watched;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows what runs, then alarms and metrics. */
@Command(name = "watch", description = "Re-attach to what runs, then follow alarms and metrics.")
final class WatchCommand implements Callable<Integer> {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());
    private final Engines engines;
    private final Terminal terminal;
    private final Pause pause;
    private final Map<String, AlarmState.State> last = new HashMap<>();
    private @Nullable Instant printed;
    private boolean quiet;

    @Mixin
    EnvironmentOptions named = new EnvironmentOptions();

    @Option(
            names = "--until",
            paramLabel = "stable|alarm",
            description =
                    "End when nothing runs and no alarm is on or waits for data (stable), or when one is on (alarm).")
    @Nullable
    Until until;

    /** When watching ends by itself. */
    enum Until {
        stable,
        alarm
    }

    WatchCommand(Engines engines, Terminal terminal, Pause pause) {
        this.engines = engines;
        this.terminal = terminal;
        this.pause = pause;
    }

    @Override
    public Integer call() {
        Workbench workbench = engines.open(named.target);
        new Interruptions(workbench, terminal).resume(named.suffix, named.blueprint);
        EnvironmentKey environment = named.key(workbench);
        EventPrinter printer = new EventPrinter(terminal, false);
        Outcome outcome = workbench.deployments().attach(environment, printer).orElse(null);
        if (outcome != null) {
            printer.outcome(outcome);
            if (!outcome.succeeded() || outcome instanceof Outcome.Gone) {
                return outcome.succeeded() ? ExitCode.DONE : ExitCode.FAILED;
            }
        }
        DeployedEnvironment settled = Environments.find(workbench.deployments(), named.suffix, named.blueprint);
        Watched watched = Environments.watched(engines.blueprints(), settled)
                .orElseThrow(() -> CommandFailure.failed("This Tapdeck does not know the blueprint "
                        + settled.key().blueprint() + "."));
        return follow(workbench, watched);
    }

    private int follow(Workbench workbench, Watched watched) {
        double rate = Math.max(1, workbench.connection().clock().rate());
        Duration wait = Duration.ofMillis(Math.max(1000, (long) (INTERVAL.toMillis() / rate)));
        while (true) {
            try {
                Watch watch = workbench.monitor().refresh(watched, Range.HOUR);
                quiet = false;
                print(watched, watch);
                if (ended(watch)) {
                    return ExitCode.DONE;
                }
            } catch (MonitorException e) {
                if (!quiet) {
                    quiet = true;
                    Watch known = workbench.monitor().known(watched, Range.HOUR);
                    terminal.err().println(since(known) + e.getMessage() + " Asking again; Ctrl+C ends the watch.");
                }
            }
            if (!pause.of(wait)) {
                return ExitCode.DONE;
            }
        }
    }

    /** "Late since 14:43, last heard 14:42. ". */
    static String since(Watch known) {
        Late late = known.late();
        if (late == null) {
            return "";
        }
        String heard = late.lastGood().equals(Instant.EPOCH)
                ? "not heard before"
                : "last heard " + TIME.format(late.lastGood());
        return "Late since %s, %s. ".formatted(TIME.format(late.since()), heard);
    }

    private boolean ended(Watch watch) {
        return switch (until) {
            case null -> false;
            case alarm -> watch.alarms().stream().anyMatch(alarm -> alarm.state() == AlarmState.State.ALARM);
            case stable ->
                !watch.alarms().isEmpty()
                        && watch.alarms().stream().allMatch(alarm -> alarm.state() == AlarmState.State.OK);
        };
    }

    private void print(Watched watched, Watch watch) {
        for (AlarmState alarm : watch.alarms()) {
            if (last.put(alarm.alarmId(), alarm.state()) != alarm.state()) {
                terminal.out()
                        .printf(
                                "%s %-14s %s  %s%n",
                                TIME.format(alarm.since()), alarm.alarmId(), alarm.state(), alarm.reason());
            }
        }
        Instant newest = watch.series().stream()
                .filter(series -> !series.points().isEmpty())
                .map(series -> series.points().getLast().at())
                .max(Instant::compareTo)
                .orElse(null);
        if (newest != null && !newest.equals(printed)) {
            printed = newest;
            terminal.out().println(TIME.format(newest) + " " + values(watched, watch));
        }
    }

    private static String values(Watched watched, Watch watch) {
        return watched.blueprint().charts().stream()
                .filter(chart -> hasSomethingToShow(chart, watch))
                .map(chart -> "%s %s"
                        .formatted(
                                chart.title(),
                                watch.series(chart.id())
                                        .map(Series::points)
                                        .filter(points -> !points.isEmpty())
                                        .map(points -> value(points.getLast().value(), chart.metric()))
                                        .orElse("no data")))
                .collect(Collectors.joining("   "));
    }

    private static String value(double value, MetricDescription metric) {
        return metric.isShare()
                ? "%.1f %%".formatted(100 * value)
                : "%.1f %s".formatted(value, metric.unit()).strip();
    }

    /** Not a chart whose setting is off: nothing comes there, and "no data" would read as a fault. */
    private static boolean hasSomethingToShow(ChartDescription chart, Watch watch) {
        return chart.needs() == null
                || watch.series(chart.id())
                        .filter(series -> !series.points().isEmpty())
                        .isPresent()
                || watch.alarms().stream().anyMatch(alarm -> alarm.alarmId().equals(chart.alarmId()));
    }
}
