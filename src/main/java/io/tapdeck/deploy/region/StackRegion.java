package io.tapdeck.deploy.region;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.deploy.Pace;
import io.tapdeck.deploy.changeset.ChangeSetReader;
import io.tapdeck.deploy.changeset.ChangeSets;
import io.tapdeck.deploy.follow.Durations;
import io.tapdeck.deploy.follow.Run;
import io.tapdeck.deploy.journal.Logbook;
import io.tapdeck.deploy.journal.StackWrites;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.stack.Patience;
import io.tapdeck.deploy.stack.Stacks;
import io.tapdeck.store.Journal;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** Everything that works on the stacks of one region. */
public record StackRegion(
        AwsConnection connection,
        Calls calls,
        Stacks stacks,
        Logbook logbook,
        StackWrites writes,
        ChangeSets changeSets,
        ChangeSetReader reader,
        Run run) {

    static StackRegion of(
            AwsConnection connection, Pace pace, Durations durations, Journal journal, Patience patience) {
        CloudFormationClient client = connection.cloudFormation();
        Calls calls = new Calls(connection.session(), pace, RandomGenerator.getDefault(), connection.clock(), patience);
        Stacks stacks = new Stacks(client, calls, connection.session());
        Logbook logbook = new Logbook(connection, calls, journal);
        StackWrites writes = new StackWrites(client, calls, logbook);
        return new StackRegion(
                connection,
                calls,
                stacks,
                logbook,
                writes,
                new ChangeSets(client, calls, stacks, writes),
                new ChangeSetReader(client, calls),
                new Run(connection, calls, durations));
    }

    public CloudFormationClient client() {
        return connection.cloudFormation();
    }

    public String name() {
        return connection.session().region();
    }
}
