package io.tapdeck.cli;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.AwsConnections;
import io.tapdeck.aws.ClockSkew;
import io.tapdeck.aws.ServiceClock;
import io.tapdeck.aws.Target;
import io.tapdeck.aws.identitycenter.Browser;
import io.tapdeck.aws.identitycenter.IdentityCenter;
import io.tapdeck.aws.identitycenter.SystemBrowser;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.Pace;
import io.tapdeck.deploy.engine.CloudFormationDeployments;
import io.tapdeck.monitor.CloudWatchMonitor;
import io.tapdeck.sandbox.SandboxDirectory;
import io.tapdeck.sandbox.SandboxException;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import io.tapdeck.store.TargetFiles;
import io.tapdeck.store.TargetSettingsSource;
import io.tapdeck.synth.Synthesizer;
import io.tapdeck.synth.WorkerSynthesizer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The real engines, wired by hand: the one place that knows all of them, and the sandbox. */
final class LiveEngines implements Engines {
    private final Path dataFolder;
    private final SandboxOptions sandboxOptions;
    private final Blueprints blueprints = Blueprints.builtIn();
    private final List<String> notices = new ArrayList<>();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private @Nullable Synthesizer synthesizer;
    private @Nullable Store store;
    private @Nullable AwsConnections connections;
    private String connectionText = "";

    /**
     * Engines that keep their files in {@code dataFolder}.
     *
     * @param sandboxOptions of a sandbox that has to be started
     */
    LiveEngines(Path dataFolder, SandboxOptions sandboxOptions) {
        this.dataFolder = dataFolder;
        this.sandboxOptions = sandboxOptions;
    }

    @Override
    public Blueprints blueprints() {
        return blueprints;
    }

    @Override
    public Synthesizer synthesizer() {
        if (synthesizer == null) {
            synthesizer = kept(WorkerSynthesizer.start(blueprints));
        }
        return synthesizer;
    }

    @Override
    public Store store() {
        if (store == null) {
            Stores.Opened opened = Stores.open(dataFolder, Clock.systemUTC());
            notices.addAll(opened.notices());
            store = kept(opened.store());
        }
        return store;
    }

    @Override
    public TargetSettingsSource targetSettings() {
        return new TargetFiles(dataFolder);
    }

    @Override
    public List<String> notices() {
        return List.copyOf(notices);
    }

    @Override
    public IdentityCenter identityCenter() {
        return connections().identityCenter();
    }

    @Override
    public Browser browser() {
        return new SystemBrowser(System.getenv(), System.getProperty("os.name", ""));
    }

    @Override
    public Workbench open(TargetOptions target) {
        target.check();
        AwsConnection connection = kept(connections()
                .open(
                        target.sandbox
                                ? sandbox(target.region, target.readOnly)
                                : new Target.Account(target.profile, target.region, target.endpoint, target.readOnly)));
        if (!target.sandbox && target.endpoint == null) {
            skew(connection.clock());
        }
        String words = target.sandbox
                ? connectionText
                : "Connected to %s in %s"
                        .formatted(
                                connection.session().accountText(),
                                connection.session().region());
        return new Workbench(
                connection,
                new CloudFormationDeployments(connection, store(), blueprints, Pace.real()),
                new CloudWatchMonitor(connection, store()),
                words);
    }

    private AwsConnections connections() {
        if (connections == null) {
            connections = kept(new AwsConnections(Clock.systemUTC()));
        }
        return connections;
    }

    /** The SDK signs by AWS's clock once it has learned it; people should know that theirs is wrong all the same. */
    private void skew(ServiceClock aws) {
        ClockSkew.words(Clock.systemUTC().instant(), aws.instant()).ifPresent(notices::add);
    }

    private Target sandbox(@Nullable String region, boolean readOnly) {
        try {
            SandboxDirectory.Connection sandbox = kept(new SandboxDirectory(dataFolder).joinOrStart(sandboxOptions));
            notices.addAll(sandbox.notices());
            connectionText = "Sandbox on %s:%d, clock at ×%.0f"
                    .formatted(sandbox.endpoint().getHost(), sandbox.endpoint().getPort(), sandbox.speed());
            return Target.sandbox(sandbox.endpoint(), region == null ? Target.SANDBOX_REGION : region, readOnly);
        } catch (SandboxException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        }
    }

    private <T extends AutoCloseable> T kept(T engine) {
        open.push(engine);
        return engine;
    }

    /** Ends them in the reverse order of their making. */
    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                // One engine that ends badly must not keep the others open.
                System.getLogger(LiveEngines.class.getName()).log(System.Logger.Level.DEBUG, "close", e);
            }
        }
    }
}
