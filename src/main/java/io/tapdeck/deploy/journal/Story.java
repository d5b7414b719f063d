package io.tapdeck.deploy.journal;

import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.stack.StackArn;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an operation's lines in the journal tell.
 *
 * @param begun its first line
 * @param planned the calls that it would have come to later
 * @param calls what was sent, oldest first
 * @param ended whether its outcome is known
 */
public record Story(JournalEntry begun, List<JournalEntry> planned, List<Sent> calls, boolean ended) {
    private static final Set<String> STARTING =
            Set.of("ExecuteChangeSet", "ContinueUpdateRollback", "RollbackStack", "CancelUpdateStack");

    /**
     * A call that was announced.
     *
     * @param answer {@link Kind#ACCEPTED}, {@link Kind#REFUSED}, or {@link Kind#SENDING} where nobody knows
     */
    public record Sent(JournalEntry line, Kind answer) {
        boolean is(String call) {
            return line.call().equals(call);
        }
    }

    /**
     * A change set that was made and not executed.
     *
     * @param changeSet its name
     * @param deleted whether AWS has accepted its deletion; then only the stack that it made may be left
     */
    public record Made(String region, String stackName, String changeSet, boolean deleted) {}

    /** Reads the lines of one operation, oldest first; the first is its beginning. */
    public static Story of(List<JournalEntry> lines) {
        List<JournalEntry> planned = new ArrayList<>();
        List<Sent> calls = new ArrayList<>();
        boolean ended = false;
        for (JournalEntry line : lines) {
            switch (line.kind()) {
                case BEGUN -> {}
                case PLANNED -> planned.add(line);
                case SENDING -> calls.add(new Sent(line, Kind.SENDING));
                // Calls of one operation follow one another: an answer is that of the last.
                case ACCEPTED, REFUSED -> calls.add(new Sent(calls.removeLast().line(), line.kind()));
                case ENDED -> ended = true;
            }
        }
        return new Story(lines.getFirst(), List.copyOf(planned), List.copyOf(calls), ended);
    }

    public Operation operation() {
        return Operation.valueOf(begun.call());
    }

    public Instant since() {
        return begun.at();
    }

    /** The calls that set stacks in motion, or may have; those that AWS refused did not. */
    public List<Sent> started() {
        return calls.stream()
                .filter(call -> call.answer() != Kind.REFUSED && starts(call))
                .toList();
    }

    /** Whether the termination protection of a stack was changed, or may have been. */
    public boolean changedProtection() {
        return calls.stream()
                .anyMatch(call -> call.is(StackWrites.TERMINATION_PROTECTION) && call.answer() != Kind.REFUSED);
    }

    /** The buckets that were emptied, or may have been; also one that refused some objects: others may be gone. */
    public List<JournalEntry> emptied() {
        return calls.stream()
                .filter(call -> call.is(StackWrites.DELETE_OBJECTS))
                .map(Sent::line)
                .toList();
    }

    /** Deleting a stack is the point of a destruction; elsewhere it clears away an empty one. */
    private boolean starts(Sent call) {
        return STARTING.contains(call.line().call()) || (operation() == Operation.DELETE && call.is("DeleteStack"));
    }

    /**
     * The makings of the change sets whose turn never came, also of those that were cleared away since. What was thrown away
     * before anything had started had nothing to change.
     */
    public List<JournalEntry> waiting() {
        Map<String, JournalEntry> waiting = new LinkedHashMap<>();
        boolean started = false;
        for (Sent call : calls) {
            JournalEntry line = call.line();
            String name = line.changeSet() == null ? "" : StackArn.name(line.changeSet());
            if (call.is("CreateChangeSet")) {
                waiting.put(name, line);
            } else if (call.answer() != Kind.REFUSED && starts(call)) {
                started = true;
                waiting.remove(name);
            } else if (call.is("DeleteChangeSet") && !started) {
                waiting.remove(name);
            }
        }
        return List.copyOf(waiting.values());
    }

    /** The stacks that the operation removed, or may have, because nothing was in them. */
    public List<JournalEntry> removals() {
        return calls.stream()
                .filter(call -> call.is("DeleteStack") && call.answer() != Kind.REFUSED && !starts(call))
                .map(Sent::line)
                .toList();
    }

    /** The change sets that are left, as far as the journal knows, in the order of their making. */
    public List<Made> left() {
        Map<String, Made> made = new LinkedHashMap<>();
        for (Sent call : calls) {
            JournalEntry line = call.line();
            String name = line.changeSet() == null ? "" : StackArn.name(line.changeSet());
            if (call.is("CreateChangeSet")) {
                made.put(name, new Made(line.region(), line.stackName(), name, false));
            } else if (call.answer() == Kind.ACCEPTED && call.is("ExecuteChangeSet")) {
                made.remove(name);
            } else if (call.answer() == Kind.ACCEPTED && call.is("DeleteChangeSet")) {
                made.computeIfPresent(name, (_, was) -> new Made(was.region(), was.stackName(), was.changeSet(), true));
            }
        }
        return made.values().stream()
                .filter(one -> !one.deleted() || !cleared(one.stackName()))
                .toList();
    }

    /** Whether the stack that a change set had made was deleted with it. */
    private boolean cleared(String stackName) {
        return calls.stream()
                .anyMatch(call -> call.is("DeleteStack")
                        && call.answer() == Kind.ACCEPTED
                        && call.line().stackName().equals(stackName));
    }

    /** What the operation would still have come to on a stack, or on another one. */
    public List<JournalEntry> planned(String call) {
        return planned.stream().filter(line -> line.call().equals(call)).toList();
    }

    /** The plan for one stack. */
    public Optional<JournalEntry> planned(String call, String stackName) {
        return planned(call).stream()
                .filter(line -> line.stackName().equals(stackName))
                .findFirst();
    }
}
