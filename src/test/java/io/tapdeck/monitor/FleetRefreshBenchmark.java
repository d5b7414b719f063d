package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.AwsConnections;
import io.tapdeck.aws.Target;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.Pace;
import io.tapdeck.deploy.engine.CloudFormationDeployments;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Prints what home's refresh of 500 environments costs with the SDK's clients over HTTP: stacks, metrics and alarms. Figures,
 * not assertions.
 */
@Tag("bench")
class FleetRefreshBenchmark {
    private static final int WARM = 40;
    private static final int REFRESHES = 40;

    private record Place(AwsConnection connection, Deployments deployments, Monitor monitor) {
        int refresh() {
            List<Watched> watched =
                    deployments.list().stream().map(Place::watched).toList();
            return monitor.glance(watched).size();
        }

        private static Watched watched(DeployedEnvironment environment) {
            return new Watched(
                    environment.key().account(),
                    environment.key().region(),
                    environment.stackName(),
                    Blueprints.builtIn().find(environment.key().blueprint()).orElseThrow(),
                    environment.resources());
        }
    }

    @Test
    void fiveHundredEnvironmentsOverHttp(@TempDir Path folder) throws IOException {
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FleetServer.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (Store store = Stores.open(folder, InstantSource.system()).store();
                BufferedReader said = server.inputReader(StandardCharsets.UTF_8)) {
            List<URI> endpoints = new ArrayList<>();
            for (int account = 0; account < FleetServer.ACCOUNTS.size(); account++) {
                endpoints.add(URI.create(said.readLine()));
            }
            List<Place> places = places(endpoints, store);
            for (int round = 0; round < WARM; round++) {
                places.forEach(Place::refresh);
            }
            int callsBefore = calls(endpoints);
            long before = cpuNanos();
            int seen = 0;
            for (int round = 0; round < REFRESHES; round++) {
                seen += places.stream().mapToInt(Place::refresh).sum();
            }
            double seconds = (cpuNanos() - before) / 1e9 / REFRESHES;
            System.out.printf(
                    "refresh of 500 environments over HTTP (3 accounts, 2 regions): %d calls, batched minimum %d; %.0f ms of"
                            + " processor time, %.2f %% of one core at one a minute%n",
                    (calls(endpoints) - callsBefore) / REFRESHES, least(), seconds * 1000, seconds / 60 * 100);
            assertThat(seen).isEqualTo(500 * REFRESHES);
            places.forEach(place -> place.connection().close());
        } finally {
            server.destroy();
        }
    }

    private static List<Place> places(List<URI> endpoints, Store store) {
        List<Place> places = new ArrayList<>();
        for (URI endpoint : endpoints) {
            for (String region : FleetServer.REGIONS) {
                AwsConnection connection =
                        new AwsConnections(InstantSource.system()).open(Target.sandbox(endpoint, region));
                places.add(new Place(
                        connection,
                        new CloudFormationDeployments(connection, store, Blueprints.builtIn(), Pace.real()),
                        new CloudWatchMonitor(connection, store)));
            }
        }
        return places;
    }

    /** Of each account and region one question about stacks, one about metrics, and a page for each hundred alarms. */
    private static int least() {
        return FleetServer.ACCOUNTS.stream()
                .mapToInt(account -> FleetServer.REGIONS.size()
                        * (2 + Math.ceilDiv(FleetServer.environments(account) * 4, AlarmReader.PAGE)))
                .sum();
    }

    private static int calls(List<URI> endpoints) throws IOException {
        int calls = 0;
        for (URI endpoint : endpoints) {
            try (InputStream answer = endpoint.toURL().openStream()) {
                calls += Integer.parseInt(new String(answer.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return calls;
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
