package io.tapdeck.desk.home;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.common.AlarmMark;
import io.tapdeck.desk.common.StateLook;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Glance;
import io.tapdeck.monitor.Series;
import io.tapdeck.monitor.Watched;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One environment in the list.
 *
 * @param session whose account and region it was found in
 * @param stackName its stack
 * @param state as last read
 * @param deployed what AWS answered, or null while only the local store knows it
 * @param glance alarms and line, or null where they are not known
 * @param blueprint or null if this Tapdeck does not know it
 */
public record EnvironmentRow(
        Session session,
        EnvironmentKey key,
        String stackName,
        StackState state,
        @Nullable DeployedEnvironment deployed,
        @Nullable Glance glance,
        @Nullable Blueprint blueprint) {

    /** The groups, in their order on the page. */
    public enum Group {
        ATTENTION("Needs attention"),
        CHANGING("Changing"),
        STEADY("Steady");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        /** The words on screen. */
        public String title() {
            return title;
        }
    }

    /** Its name. */
    public String suffix() {
        return key.suffix().value();
    }

    /** How its state looks: that of the stack, unless an alarm rings or the database has paused. */
    public StateLook look() {
        StateLook stack = StateLook.of(state);
        if (stack != StateLook.RUNNING) {
            return stack;
        }
        if (ringing().isPresent()) {
            return StateLook.IN_ALARM;
        }
        return lastValue().filter(value -> value == 0).isPresent() && inAcu() ? StateLook.PAUSED : stack;
    }

    /** Where it stands when the list is grouped by attention. */
    public Group group() {
        StateLook look = look();
        if (look.busy()) {
            return Group.CHANGING;
        }
        return look == StateLook.IN_ALARM || look == StateLook.STUCK ? Group.ATTENTION : Group.STEADY;
    }

    /** The first alarm that rings. */
    public Optional<AlarmState> ringing() {
        return alarms().stream()
                .filter(alarm -> alarm.state() == AlarmState.State.ALARM)
                .findFirst();
    }

    /** Its alarms as CloudWatch has them. */
    public List<AlarmState> alarms() {
        return glance == null ? List.of() : glance.alarms();
    }

    /** The alarm of a description, if CloudWatch has it. */
    public Optional<AlarmState> alarm(AlarmDescription description) {
        return alarms().stream()
                .filter(alarm -> alarm.alarmId().equals(description.id()))
                .findFirst();
    }

    /** The points of its line, if there are any. */
    public Optional<Series> line() {
        return Optional.ofNullable(glance)
                .map(Glance::line)
                .filter(series -> !series.points().isEmpty());
    }

    /** The newest value of its line. */
    public Optional<Double> lastValue() {
        return line().map(series -> series.points().getLast().value());
    }

    /** What follows a value of its line: the unit of the blueprint's first chart; empty for plain counts. */
    public String unit() {
        return blueprint == null || blueprint.charts().isEmpty()
                ? ""
                : blueprint.charts().getFirst().metric().unit();
    }

    /** What its line shows: the title of the blueprint's first chart. */
    public String lineTitle() {
        return blueprint == null || blueprint.charts().isEmpty()
                ? ""
                : blueprint.charts().getFirst().title();
    }

    /** Whether its line is a database's capacity. */
    public boolean inAcu() {
        return unit().equals("ACU");
    }

    /** When it was last deployed, if known. */
    public Optional<Instant> deployedAt() {
        return Optional.ofNullable(deployed).map(DeployedEnvironment::deployedAt);
    }

    /** What to watch of it; empty where nothing has been made yet, or AWS has not said so. */
    public Optional<Watched> watched() {
        return Optional.ofNullable(deployed).flatMap(environment -> SourceReader.watched(environment, blueprint));
    }

    /** The account as AWS's console writes it, after the session's name. */
    String accountTitle() {
        return session.name() + "  " + session.accountText();
    }

    /**
     * Whether each word of a text stands somewhere in its name, blueprint, region, account, state or the states of its
     * alarms.
     */
    public boolean matches(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return true;
        }
        String own = findable();
        return Arrays.stream(wanted.split("\\s+", -1)).allMatch(own::contains);
    }

    private String findable() {
        String alarmWords = alarms().stream()
                .map(alarm -> alarm.state().name() + " " + AlarmMark.of(alarm).words())
                .distinct()
                .collect(Collectors.joining(" "));
        return String.join(
                        " ",
                        suffix(),
                        key.account(),
                        session.accountText(),
                        session.name(),
                        key.region(),
                        key.blueprint(),
                        look().word(),
                        state.name(),
                        Trouble.of(this).words(),
                        alarmWords)
                .toLowerCase(Locale.ROOT);
    }
}
