package io.tapdeck.deploy;

import io.tapdeck.aws.AwsException;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.store.JournalEntry.Kind;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Begins operations and ends them, in the journal. */
final class Undertakings {
    private final Logbook logbook;

    Undertakings(Logbook logbook) {
        this.logbook = logbook;
    }

    /**
     * Begins an operation that goes on later: a review.
     *
     * @param operation what is done to the environment
     */
    Undertaking begin(EnvironmentKey environment, Supplier<Operation> operation) {
        Undertaking begun = Undertaking.of(environment, operation.get());
        logbook.announce(begun, Kind.BEGUN, Logbook.whole(begun), null);
        return begun;
    }

    /** Begins an operation with a review; what refuses it ends it. */
    Review review(EnvironmentKey environment, Supplier<Operation> operation, Function<Undertaking, Review> work) {
        Undertaking undertaking = begin(environment, operation);
        try {
            return work.apply(undertaking);
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (DeployException | AwsException e) {
            refused(undertaking, e);
            throw e;
        }
    }

    /** Does a whole operation: it begins, is done, and its outcome is written down. */
    Outcome run(EnvironmentKey environment, Operation operation, Function<Undertaking, Outcome> work) {
        return goOn(begin(environment, () -> operation), work);
    }

    /**
     * Goes on with what has begun, to its outcome. What is thrown ends it only if everything that was sent has been
     * answered; else the next start finds out what became of it. An error ends nothing: the process may be dying.
     */
    Outcome goOn(Undertaking undertaking, Function<Undertaking, Outcome> work) {
        try {
            Outcome outcome = work.apply(undertaking);
            end(undertaking, words(outcome));
            return outcome;
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (DeployException | AwsException e) {
            refused(undertaking, e);
            throw e;
        }
    }

    /** Ends an operation that comes to nothing. */
    void end(Undertaking undertaking, String words) {
        logbook.end(undertaking, words);
    }

    private void refused(Undertaking undertaking, RuntimeException refusal) {
        if (!Story.of(logbook.of(undertaking)).waits()) {
            end(undertaking, "Refused: " + refusal.getMessage());
        }
    }

    /** How an operation ended, for the audit. */
    static String words(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up _ -> "The environment is up.";
            case Outcome.UpToDate _ -> "Nothing had to be changed.";
            case Outcome.Gone gone ->
                gone.orphans().isEmpty()
                        ? "The environment is deleted."
                        : "The environment is deleted; left in the account: "
                                + gone.orphans().stream()
                                        .map(Outcome.Orphan::displayName)
                                        .collect(Collectors.joining(", "))
                                + ".";
            case Outcome.RolledBack back ->
                back.skipped().isEmpty()
                        ? "The stack is as it was before."
                        : "The stack is as it was before, except for: " + String.join(", ", back.skipped()) + ".";
            case Outcome.Failed failed ->
                "%s, %s: %s"
                        .formatted(
                                failed.stackName(),
                                failed.status(),
                                failed.cause().reason());
        };
    }
}
