package io.tapdeck.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What this computer remembers of alarms, longer than CloudWatch does. Thread-safe. */
public interface AlarmArchive {

    /**
     * An alarm's change of state, as CloudWatch's history has it.
     *
     * @param from a state in CloudWatch's word, such as {@code OK}
     * @param summary why
     */
    record Transition(String alarmArn, Instant at, String from, String to, String summary) {}

    /** Adds changes; one that is known is replaced. */
    void saveTransitions(List<Transition> transitions);

    /** From {@code start} to before {@code end}, newest first. */
    List<Transition> transitions(String alarmArn, Instant start, Instant end);

    /** Until when an alarm's history has been read; empty if never. */
    Optional<Instant> readUntil(String alarmArn);

    /** Remembers until when an alarm's history has been read. */
    void setReadUntil(String alarmArn, Instant until);

    /**
     * Somebody has seen an alarm and says so, or that ends. Lines of a journal: added, never changed.
     *
     * @param account 12 digits
     * @param at by the endpoint's clock
     * @param who ARN of who acknowledged it; null when it ended by itself
     * @param note what was written; empty when it ended
     */
    record Acknowledgement(
            String account,
            String region,
            String stackName,
            String alarmArn,
            String alarmName,
            Instant at,
            @Nullable String who,
            String note) {
        /** Whether the line says that an acknowledgement ended. */
        public boolean ends() {
            return who == null;
        }
    }

    /** Adds a line. */
    void write(Acknowledgement line);

    /** The lines of one stack, oldest first. */
    List<Acknowledgement> acknowledgements(String account, String region, String stackName);

    /** When the newest entry into ALARM was that people were told of; empty for an alarm never seen before. */
    Optional<Instant> toldUntil(String alarmArn);

    /** Remembers until when people know about alarms. */
    void setToldUntil(String alarmArn, Instant until);

    /**
     * The alarms of a stack at the last good answer, so that they can be shown before AWS has answered.
     *
     * @param json the monitor's own words
     */
    record Seen(Instant asOf, String json) {}

    /** What was seen of a stack's alarms last. */
    Optional<Seen> seen(String account, String region, String stackName);

    /** Replaces what was seen of a stack's alarms. */
    void see(String account, String region, String stackName, Seen seen);
}
