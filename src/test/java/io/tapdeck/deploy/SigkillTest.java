package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.deploy.Gate.Stop;
import io.tapdeck.deploy.stack.StackEvents;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Stack;

/** A real process, the real SDK over HTTP, a real SIGKILL at a call; then another process, this one, finds out. */
class SigkillTest {
    /** What Linux's shells add to the number of the signal that ended a process; SIGKILL is 9. */
    private static final int KILLED = 128 + 9;

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest(name = "{0} {1}, arrives: {2}")
    @CsvSource({
        "DescribeStacks, 1, false, false",
        "GetCallerIdentity, 3, true, false",
        "CreateChangeSet, 1, false, false",
        "CreateChangeSet, 1, true, false",
        "DescribeChangeSet, 1, true, false",
        "DescribeChangeSet, 2, false, false",
        "ExecuteChangeSet, 1, false, false",
        "ExecuteChangeSet, 1, true, true",
        "DescribeStackEvents, 1, false, true",
        "DescribeStackEvents, 1, true, true",
    })
    void whatAKilledProcessHadBegunIsFoundOut(String operation, int number, boolean arrives, boolean executed)
            throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.usual().withPort(0).withSpeed(20_000))) {
            kill(sandbox.endpoint(), new Stop(operation, number, arrives));
            try (Store store = Stores.open(folder, InstantSource.system()).store();
                    AwsConnection connection = KilledDeployment.connect(sandbox.endpoint())) {
                Deployments deployments = KilledDeployment.on(connection, store);
                List<Outcome> outcomes = deployments.interrupted().stream()
                        .map(interrupted -> deployments.resume(interrupted, event -> {}))
                        .toList();

                CloudFormationClient account = connection.cloudFormation();
                assertThat(outcomes)
                        .allSatisfy(outcome -> assertThat(outcome.succeeded()).isEqualTo(executed));
                assertThat(account.describeStacks().stacks())
                        .extracting(Stack::stackStatusAsString)
                        .isEqualTo(executed ? List.of("CREATE_COMPLETE") : List.of());
                assertThat(executions(account)).hasSize(executed ? 1 : 0);
                assertThat(store.journal().unfinished()).isEmpty();
                assertThat(deployments.interrupted()).isEmpty();
            }
        }
    }

    /** Starts a deployment in a process of its own and kills it when that call is on its way. */
    private void kill(URI endpoint, Stop stop) throws IOException, InterruptedException {
        try (Gate gate = new Gate(endpoint, stop)) {
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "--enable-native-access=ALL-UNNAMED",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledDeployment.class.getName(),
                            gate.endpoint().toString(),
                            folder.toString())
                    .inheritIO()
                    .start();
            try {
                gate.awaitCall(process);
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.waitFor()).isEqualTo(KILLED);
        }
    }

    /** The tokens under which the environment's stack was created: one for each execution. */
    private static Set<String> executions(CloudFormationClient account) {
        return account.describeStacks().stacks().stream()
                .flatMap(
                        stack -> account
                                .describeStackEventsPaginator(request -> request.stackName(stack.stackId()))
                                .stackEvents()
                                .stream())
                .filter(event -> StackEvents.starts(event, Operation.CREATE))
                .map(event -> event.eventId() + " " + event.clientRequestToken())
                .collect(Collectors.toSet());
    }
}
