package io.tapdeck.deploy.journal;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Undertaking;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.store.Journal;
import io.tapdeck.store.JournalEntry;
import io.tapdeck.store.JournalEntry.Kind;
import io.tapdeck.store.StoreException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the journal for one region, and sees before each write that the session still is in the right account. */
public final class Logbook {
    private static final System.Logger LOG = System.getLogger(Logbook.class.getName());

    private final AwsConnection connection;
    private final Calls calls;
    private final Journal journal;

    public Logbook(AwsConnection connection, Calls calls, Journal journal) {
        this.connection = connection;
        this.calls = calls;
        this.journal = journal;
    }

    /**
     * A call on a stack, as the journal tells it.
     *
     * @param name the operation of AWS's API
     * @param stackId its ARN; null where the stack is about to be made
     */
    public record Call(
            String name,
            String stackName,
            @Nullable String stackId,
            @Nullable String token,
            @Nullable String changeSet) {}

    /** The lines of an operation, oldest first. */
    public List<JournalEntry> of(String operationId) {
        return journal.of(operationId);
    }

    /**
     * Writes a line without which nothing may be sent.
     *
     * @return the line, for the answer
     * @throws DeployException if the session is in another account by now, or the journal cannot be written
     */
    public JournalEntry announce(Undertaking undertaking, Kind kind, Call call, @Nullable String words) {
        JournalEntry line = line(undertaking, kind, identified(undertaking).callerArn(), call, words);
        try {
            journal.write(line);
        } catch (StoreException e) {
            throw new DeployException(
                    "Nothing was sent to AWS, because the journal cannot be written: " + e.getMessage(),
                    "Mend that, then repeat.");
        }
        return line;
    }

    /**
     * Who the session is now.
     *
     * @throws DeployException if it is in another account by now
     */
    public Session identified(Undertaking undertaking) {
        Session now = calls.call(connection::identity);
        String account = undertaking.environment().account();
        if (!now.account().equals(account)) {
            throw new DeployException(
                    "This is about account %s; the session is in account %s by now, as %s."
                            .formatted(account, now.account(), now.callerArn()),
                    "Connect to account %s again, then repeat.".formatted(account));
        }
        return now;
    }

    /**
     * Writes what became of it. A line that cannot be written is lost to the audit, but what AWS has accepted goes on: the
     * next start asks AWS instead.
     */
    public void answer(JournalEntry announced, Kind kind, @Nullable String words) {
        keep(new JournalEntry(
                announced.operationId(),
                kind,
                connection.clock().instant(),
                announced.caller(),
                announced.account(),
                announced.region(),
                announced.blueprint(),
                announced.suffix(),
                announced.stackName(),
                announced.stackId(),
                announced.call(),
                announced.token(),
                announced.changeSet(),
                words));
    }

    /** Writes how an operation ended. */
    public void end(Undertaking undertaking, String words) {
        keep(line(undertaking, Kind.ENDED, connection.session().callerArn(), whole(undertaking), words));
    }

    /** What a line about a whole operation is about. */
    public static Call whole(Undertaking undertaking) {
        return new Call(
                undertaking.operation().name(), undertaking.environment().stackName(), null, null, null);
    }

    private void keep(JournalEntry line) {
        try {
            journal.write(line);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.WARNING, "the journal lacks a line", e);
        }
    }

    private JournalEntry line(Undertaking undertaking, Kind kind, String caller, Call call, @Nullable String words) {
        EnvironmentKey environment = undertaking.environment();
        return new JournalEntry(
                undertaking.id(),
                kind,
                connection.clock().instant(),
                caller,
                environment.account(),
                connection.session().region(),
                environment.blueprint(),
                environment.suffix().value(),
                call.stackName(),
                call.stackId(),
                call.name(),
                call.token(),
                call.changeSet(),
                words);
    }
}
