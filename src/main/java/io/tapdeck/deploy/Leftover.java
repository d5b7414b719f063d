package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is left in the account of an environment that does not exist, or not yet.
 *
 * @param environment what it belongs or belonged to
 * @param name the stack's or the resource's name
 * @param since when it was left, by AWS's clock
 * @param words what it is and what it costs to leave it, in one sentence
 * @param stackId the stack's ARN; null for what is no stack
 */
public record Leftover(
        EnvironmentKey environment,
        Kind kind,
        String name,
        String region,
        Instant since,
        String words,
        @Nullable String stackId) {

    /** Something that is no stack. */
    public Leftover(EnvironmentKey environment, Kind kind, String name, String region, Instant since, String words) {
        this(environment, kind, name, region, since, words, null);
    }

    /** What is left. */
    public enum Kind {
        /** A stack that only ever held a change set (REVIEW_IN_PROGRESS). */
        SHELL,
        /** A stack of an environment whose own stack is gone. */
        PART,
        /** A stack that was deployed from a seed: it can be adopted. */
        SEED,
        /** A snapshot of a database that was destroyed: the environment can be made again from it. */
        SNAPSHOT
    }
}
