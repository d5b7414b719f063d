package io.tapdeck.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal: that somebody was about to change something in an account, or what became of it. Never holds a
 * parameter's value or a secret.
 *
 * @param operationId what the lines of one operation share: from its first change set to its outcome
 * @param kind what the line says
 * @param at by the endpoint's clock
 * @param caller ARN of who did it, as STS answered just before
 * @param account 12 digits
 * @param region of the stack
 * @param blueprint the environment's
 * @param suffix the environment's
 * @param stackName the stack; the environment's own where a line is about the whole operation
 * @param stackId its ARN, as far as known before the call
 * @param call the operation of AWS's API, such as {@code ExecuteChangeSet}; for {@link Kind#BEGUN} and {@link Kind#ENDED}
 *     the operation: CREATE, UPDATE or DELETE
 * @param token the client request token of the call, or null
 * @param changeSet name or ARN of the change set, or null
 * @param words AWS's refusal, the outcome, or what a call leaves out by choice; null where there is nothing to say
 */
public record JournalEntry(
        String operationId,
        Kind kind,
        Instant at,
        String caller,
        String account,
        String region,
        String blueprint,
        String suffix,
        String stackName,
        @Nullable String stackId,
        String call,
        @Nullable String token,
        @Nullable String changeSet,
        @Nullable String words) {

    /** What a line says. */
    public enum Kind {
        /** An operation begins. */
        BEGUN("begun"),
        /** The operation comes to this call later, once what is before it has succeeded. */
        PLANNED("planned"),
        /** The call is about to be sent; it may arrive or not. */
        SENDING("about to be sent"),
        /** AWS accepted the call. */
        ACCEPTED("accepted"),
        /** AWS refused the call; it had no effect. */
        REFUSED("refused"),
        /** The operation has ended; the words are its outcome. */
        ENDED("ended");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What the line says, in a word or a few, such as {@code about to be sent}. */
        public String words() {
            return words;
        }
    }
}
