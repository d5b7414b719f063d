package io.tapdeck.deploy;

import io.tapdeck.aws.AwsConnection;
import java.util.random.RandomGenerator;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** Everything that works on the stacks of one region. */
record StackRegion(
        AwsConnection connection, Calls calls, Stacks stacks, ChangeSets changeSets, ChangeSetReader reader, Run run) {

    static StackRegion of(AwsConnection connection, Pace pace, Durations durations) {
        CloudFormationClient client = connection.cloudFormation();
        Calls calls = new Calls(connection.session(), pace, RandomGenerator.getDefault());
        Stacks stacks = new Stacks(client, calls);
        return new StackRegion(
                connection,
                calls,
                stacks,
                new ChangeSets(client, calls, stacks),
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
