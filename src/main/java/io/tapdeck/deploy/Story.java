package io.tapdeck.deploy;

import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * What an operation's lines in the journal tell.
 *
 * @param calls what was sent, oldest first
 */
record Story(List<Sent> calls) {

    /**
     * A call that was announced.
     *
     * @param answer {@link Kind#ACCEPTED}, {@link Kind#REFUSED}, or {@link Kind#SENDING} where nobody knows
     */
    record Sent(JournalEntry line, Kind answer) {}

    static Story of(List<JournalEntry> lines) {
        List<Sent> calls = new ArrayList<>();
        for (JournalEntry line : lines) {
            switch (line.kind()) {
                case SENDING -> calls.add(new Sent(line, Kind.SENDING));
                // Calls of one operation follow one another: an answer is that of the last.
                case ACCEPTED, REFUSED -> calls.add(new Sent(calls.removeLast().line(), line.kind()));
                case BEGUN, ENDED -> {}
            }
        }
        return new Story(List.copyOf(calls));
    }

    /** Whether the effect of a call is unknown. */
    boolean waits() {
        return calls.stream().anyMatch(call -> call.answer() == Kind.SENDING);
    }
}
