package io.tapdeck.deploy;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.store.Journal;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** Everything that works on the stacks of one region. */
record StackRegion(
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

    CloudFormationClient client() {
        return connection.cloudFormation();
    }

    String name() {
        return connection.session().region();
    }
}
