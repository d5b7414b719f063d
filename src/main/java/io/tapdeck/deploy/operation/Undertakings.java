package io.tapdeck.deploy.operation;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.ServiceClock;
import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DeployInterruptedException;
import io.tapdeck.deploy.EnvironmentBusyException;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Part;
import io.tapdeck.deploy.ReadOnlySessionException;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.journal.Logbook;
import io.tapdeck.deploy.journal.Story;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import io.tapdeck.store.OperationLocks;
import io.tapdeck.store.OperationLocks.Busy;
import io.tapdeck.store.OperationLocks.Phase;
import io.tapdeck.store.OperationLocks.Taken;
import io.tapdeck.store.StoreException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Begins operations and ends them: one at a time on an environment, each with its first and its last line in the journal.
 * What ends without its last line, because the process dies or AWS does not answer, the next start resumes. So no error is
 * caught here, and nothing is written on its way: a dying process writes nothing either.
 */
public final class Undertakings {
    private static final System.Logger LOG = System.getLogger(Undertakings.class.getName());

    private final Session session;
    private final Logbook logbook;
    private final OperationLocks locks;
    private final ServiceClock clock;
    private final Clearing clearing;

    public Undertakings(Session session, Logbook logbook, OperationLocks locks, ServiceClock clock, Clearing clearing) {
        this.session = session;
        this.logbook = logbook;
        this.locks = locks;
        this.clock = clock;
        this.clearing = clearing;
    }

    /**
     * Begins an operation with a review, which then waits for a person. A review of this process that waits already is
     * thrown away.
     *
     * @param operation what is done to the environment
     */
    public Review review(
            EnvironmentKey environment, Supplier<Operation> operation, Function<Undertaking, Review> work) {
        String id = Undertaking.newId();
        boolean made = false;
        take(environment, id, "a review", Phase.PREPARING);
        try {
            Undertaking undertaking = begin(new Undertaking(id, environment, operation.get()));
            Review review = or(undertaking, () -> work.apply(undertaking));
            locks.ready(environment, id);
            made = true;
            return review;
        } finally {
            if (!made) {
                locks.release(environment, id);
            }
        }
    }

    /** Does a whole operation. */
    public Outcome run(EnvironmentKey environment, Operation operation, Function<Undertaking, Outcome> work) {
        Undertaking undertaking = new Undertaking(Undertaking.newId(), environment, operation);
        return held(undertaking, operation.name(), Phase.RUNNING, () -> {
            begin(undertaking);
            return ended(undertaking, work);
        });
    }

    /**
     * Does an operation that turns back the one that runs: it does not wait for that one's end, but has a lock of its own, by
     * which others see that it is at work.
     */
    public Outcome aside(EnvironmentKey environment, Operation operation, Function<Undertaking, Outcome> work) {
        Undertaking undertaking = new Undertaking(Undertaking.newId(), environment, operation);
        OperationLocks beside = locks.aside();
        if (asked(() -> beside.take(environment, undertaking.id(), operation.name(), clock.instant(), Phase.RUNNING))
                instanceof Busy busy) {
            throw new EnvironmentBusyException(environment, busy);
        }
        try {
            return ended(begin(undertaking), work);
        } finally {
            beside.release(environment, undertaking.id());
        }
    }

    /**
     * Goes on with a review.
     *
     * @throws DeployException if it has been discarded
     */
    public Outcome execute(Undertaking undertaking, Function<Undertaking, Outcome> work) {
        latest(undertaking); // Else the newer review would lose its place to one that cannot be executed.
        return held(undertaking, undertaking.operation().name(), Phase.RUNNING, () -> {
            latest(undertaking);
            return ended(undertaking, work);
        });
    }

    private void latest(Undertaking undertaking) {
        if (story(undertaking).ended()) {
            throw new DeployException(
                    "This review is no longer the latest of %s."
                            .formatted(undertaking.environment().suffix()),
                    "Review again, then deploy.");
        }
    }

    /** Finds out what became of an operation that another process has begun. */
    public Outcome resume(Undertaking undertaking, Function<Story, Outcome> work) {
        unfinished(undertaking); // As execute does.
        return held(
                undertaking,
                undertaking.operation().name(),
                Phase.RUNNING,
                () -> tidied(undertaking, work.apply(unfinished(undertaking))));
    }

    private Story unfinished(Undertaking undertaking) {
        Story story = story(undertaking);
        if (story.ended()) {
            throw new DeployException(
                    "Its outcome is in the journal already.", "Look at the journal, or watch the environment.");
        }
        return story;
    }

    /** Ends a review that is not executed; safe to repeat. A newer one, which has ended it already, is left alone. */
    public void discard(Undertaking undertaking) {
        EnvironmentKey environment = undertaking.environment();
        if (story(undertaking).ended()) {
            return;
        }
        OperationLocks.Answer answer = asked(
                () -> locks.takeIfFree(environment, undertaking.id(), "a review", clock.instant(), Phase.PREPARING));
        if (answer instanceof Busy busy) {
            if (story(undertaking).ended()) {
                return;
            }
            throw new EnvironmentBusyException(environment, busy);
        }
        try {
            Story story = story(undertaking);
            if (story.ended()) {
                return;
            }
            if (!story.started().isEmpty()) {
                throw new DeployException(
                        "The change set may have been executed.", "Watch the environment to see what became of it.");
            }
            clearing.clear(undertaking);
            logbook.end(undertaking, "Discarded.");
        } finally {
            locks.release(environment, undertaking.id());
        }
    }

    /**
     * Refuses if the session only reads. Whatever changes an account needs an undertaking, and none comes past the locks
     * without this; what reads much before it asks here first.
     */
    public void mayChange() {
        if (session.readOnly()) {
            throw new ReadOnlySessionException(session);
        }
    }

    /** Whether nobody works on what has begun and not ended. */
    public boolean abandoned(EnvironmentKey environment) {
        return locks.free(environment) && locks.aside().free(environment);
    }

    private <T> T held(Undertaking undertaking, String what, Phase phase, Supplier<T> work) {
        take(undertaking.environment(), undertaking.id(), what, phase);
        try {
            return work.get();
        } finally {
            locks.release(undertaking.environment(), undertaking.id());
        }
    }

    private void take(EnvironmentKey environment, String id, String what, Phase phase) {
        switch (asked(() -> locks.take(environment, id, what, clock.instant(), phase))) {
            case Busy busy -> throw new EnvironmentBusyException(environment, busy);
            case Taken taken
            when taken.replaced() != null -> {
                try {
                    replace(environment, taken.replaced());
                } catch (RuntimeException e) {
                    locks.release(environment, id);
                    throw e;
                }
            }
            case Taken _ -> {}
        }
    }

    /** A question to the locks, which may have to wait. */
    private interface Question {
        OperationLocks.Answer ask() throws InterruptedException;
    }

    private OperationLocks.Answer asked(Question question) {
        mayChange();
        try {
            return question.ask();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Calls.interrupted();
        } catch (StoreException e) {
            throw new DeployException(String.valueOf(e.getMessage()), "Mend that, then repeat.");
        }
    }

    private void replace(EnvironmentKey environment, String operationId) {
        Story story = Story.of(logbook.of(operationId));
        Undertaking before = new Undertaking(operationId, environment, story.operation());
        clearing.clear(before);
        logbook.end(before, "Discarded: another operation took its place.");
    }

    private Undertaking begin(Undertaking undertaking) {
        logbook.announce(undertaking, Kind.BEGUN, Logbook.whole(undertaking), null);
        return undertaking;
    }

    private Outcome ended(Undertaking undertaking, Function<Undertaking, Outcome> work) {
        return tidied(undertaking, or(undertaking, () -> work.apply(undertaking)));
    }

    /** The outcome is known; it ends the operation once nothing of it is left, else the next start tidies up. */
    private Outcome tidied(Undertaking undertaking, Outcome outcome) {
        try {
            clearing.clear(undertaking);
            logbook.end(undertaking, words(undertaking, outcome));
        } catch (DeployException | AwsException | StoreException e) {
            LOG.log(System.Logger.Level.DEBUG, "left for the next start", e);
        }
        return outcome;
    }

    /** Does the work; what refuses it ends the operation, unless something may have been set in motion. */
    private <T> T or(Undertaking undertaking, Supplier<T> work) {
        try {
            return work.get();
        } catch (DeployInterruptedException e) {
            throw e;
        } catch (RuntimeException e) {
            refused(undertaking, e);
            throw e;
        }
    }

    private void refused(Undertaking undertaking, RuntimeException refusal) {
        try {
            if (story(undertaking).started().isEmpty()) {
                clearing.clear(undertaking);
                logbook.end(undertaking, "Refused: " + refusal.getMessage());
            }
        } catch (DeployException | AwsException | StoreException e) {
            LOG.log(System.Logger.Level.DEBUG, "left for the next start", e);
            refusal.addSuppressed(e);
        }
    }

    private Story story(Undertaking undertaking) {
        List<JournalEntry> lines = logbook.of(undertaking.id());
        if (lines.isEmpty()) {
            throw new DeployException("The journal does not know this review.", "Review again, then deploy.");
        }
        return Story.of(lines);
    }

    /** How an operation ended, for the audit. */
    private static String words(Undertaking undertaking, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Up _ -> "The environment is up.";
            case Outcome.UpToDate _ -> "Nothing had to be changed.";
            case Outcome.Gone gone when gone.orphans().isEmpty() -> deleted(undertaking, gone) + ".";
            case Outcome.Gone gone ->
                "%s; left in the account: %s."
                        .formatted(
                                deleted(undertaking, gone),
                                gone.orphans().stream()
                                        .map(Outcome.Orphan::displayName)
                                        .collect(Collectors.joining(", ")));
            case Outcome.RolledBack back when back.skipped().isEmpty() -> "The stack is as it was before.";
            case Outcome.RolledBack back ->
                "The stack is as it was before, except for %s.".formatted(String.join(", ", back.skipped()));
            case Outcome.Failed failed ->
                "%s, %s: %s"
                        .formatted(
                                failed.stackName(),
                                failed.status(),
                                failed.cause().reason());
        };
    }

    /** Only a destruction of the own stack takes all of it; a creation that is turned back takes one empty stack. */
    private static String deleted(Undertaking undertaking, Outcome.Gone gone) {
        EnvironmentKey environment = undertaking.environment();
        boolean whole = undertaking.operation() == Operation.DELETE
                && Part.of(environment, gone.stackName(), environment.region()) == null;
        return whole ? "The environment is deleted" : gone.stackName() + " is deleted";
    }
}
