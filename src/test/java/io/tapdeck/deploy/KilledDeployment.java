package io.tapdeck.deploy;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.AwsConnections;
import io.tapdeck.aws.Target;
import io.tapdeck.aws.identitycenter.TokenCache;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.engine.CloudFormationDeployments;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.StackTemplate;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.profiles.ProfileFile;

/** A Tapdeck of its own process that creates an environment; it is killed before it is done. */
final class KilledDeployment {
    private KilledDeployment() {}

    /** Deploys to the endpoint with its journal in the folder. */
    public static void main(String[] args) {
        try (Store store = Stores.open(Path.of(args[1]), InstantSource.system()).store();
                AwsConnection connection = connect(URI.create(args[0]))) {
            Deployments deployments = on(connection, store);
            EnvironmentDefinition definition = new EnvironmentDefinition(
                    Account.DEV.blueprint(), "secure", Account.DEV.suffix(), new TreeMap<>(), List.of(), List.of());
            StackTemplate template = new StackTemplate(
                    Account.DEV.stackName(),
                    Templates.alarm(80),
                    1,
                    List.of(),
                    Map.of("tapdeck:suffix", "dev", "tapdeck:blueprint", Account.DEV.blueprint()),
                    false);
            Review review = deployments.review(
                    deployments.plan(new CloudAssembly(definition, List.of(template), List.of(), Duration.ZERO)));
            deployments.execute(review, event -> {});
        }
    }

    static AwsConnection connect(URI endpoint) {
        return new AwsConnections(
                        InstantSource.system(),
                        AwsRetryStrategy.doNotRetry(),
                        () -> ProfileFile.aggregator().build(),
                        name -> Optional.empty(),
                        new TokenCache(Path.of("no-sign-ins"), Thread::sleep))
                .open(Target.sandbox(endpoint, Account.DEV.region()));
    }

    /** Asks again at once: the sandbox is that fast. */
    static Deployments on(AwsConnection connection, Store store) {
        return new CloudFormationDeployments(connection, store, Blueprints.builtIn(), time -> Thread.onSpinWait());
    }
}
