package io.tapdeck.cli;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.AwsConnections;
import io.tapdeck.aws.ClockSkew;
import io.tapdeck.aws.Network;
import io.tapdeck.aws.ServiceClock;
import io.tapdeck.aws.Session;
import io.tapdeck.aws.Target;
import io.tapdeck.aws.identitycenter.Browser;
import io.tapdeck.aws.identitycenter.IdentityCenter;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.aws.identitycenter.SystemBrowser;
import io.tapdeck.aws.profile.Profiles;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.Pace;
import io.tapdeck.deploy.engine.CloudFormationDeployments;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.monitor.CloudWatchMonitor;
import io.tapdeck.release.ThisBuild;
import io.tapdeck.release.Updates;
import io.tapdeck.sandbox.SandboxDirectory;
import io.tapdeck.sandbox.SandboxException;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import io.tapdeck.store.TargetFiles;
import io.tapdeck.store.TargetSettingsSource;
import io.tapdeck.synth.Synthesizer;
import io.tapdeck.synth.WorkerSynthesizer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The real engines, wired by hand: the one place that knows all of them, and the sandbox. */
final class LiveEngines implements Engines {
    private final Path dataFolder;
    private final SandboxOptions sandboxOptions;
    private final Blueprints blueprints = Blueprints.builtIn();
    private final List<String> notices = new CopyOnWriteArrayList<>();
    private final Supplier<AwsConnections> aws;
    private final Browser browser;
    private final Deque<AutoCloseable> open = new ConcurrentLinkedDeque<>();
    private @Nullable Synthesizer synthesizer;
    private @Nullable Store store;
    private @Nullable AwsConnections connections;
    private SandboxDirectory.@Nullable Connection sandbox;

    /**
     * Engines of this user, by the standard AWS files and variables, that keep their own files in {@code dataFolder}.
     *
     * @param sandboxOptions of a sandbox that has to be started
     */
    LiveEngines(Path dataFolder, SandboxOptions sandboxOptions) {
        this(
                dataFolder,
                sandboxOptions,
                () -> new AwsConnections(Clock.systemUTC()),
                new SystemBrowser(System.getenv(), System.getProperty("os.name", "")));
    }

    /**
     * Engines of other AWS files.
     *
     * @param aws asked once, when somebody first wants to reach an account
     */
    LiveEngines(Path dataFolder, SandboxOptions sandboxOptions, Supplier<AwsConnections> aws, Browser browser) {
        this.dataFolder = dataFolder;
        this.aws = aws;
        this.browser = browser;
        this.sandboxOptions = sandboxOptions;
    }

    @Override
    public Blueprints blueprints() {
        return blueprints;
    }

    @Override
    public synchronized Synthesizer synthesizer() {
        if (synthesizer == null) {
            synthesizer = kept(WorkerSynthesizer.start(blueprints));
        }
        return synthesizer;
    }

    @Override
    public synchronized Store store() {
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
    public Updates updates() {
        return new Updates(
                store(), address -> Network.ofEnvironment().client(address, null), ThisBuild.read(), Clock.systemUTC());
    }

    @Override
    public List<String> notices() {
        return List.copyOf(notices);
    }

    @Override
    public Profiles profiles() {
        return connections().profiles();
    }

    @Override
    public IdentityCenter identityCenter(@Nullable String profile) {
        return connections().identityCenter(profile);
    }

    /** Where people sign in, by the settings of the usual profile. */
    IdentityCenter identityCenter() {
        return identityCenter(null);
    }

    @Override
    public Browser browser() {
        return browser;
    }

    @Override
    public Workbench open(TargetOptions target) {
        target.check();
        Target meant = target.sandbox
                ? sandbox(target.region, target.readOnly)
                : new Target.Account(target.profile, target.region, target.endpoint, target.readOnly);
        Workbench opened = open(meant);
        if (!target.sandbox && target.endpoint == null) {
            skew(opened.connection().clock());
        }
        return opened;
    }

    /** Connects to a session that somebody chose in the desk. Any thread may call it. */
    Workbench open(SessionChoice choice) {
        return open(target(choice));
    }

    /** Asks who a session is, and keeps no connection to it. */
    Session identity(SessionChoice choice) {
        try (AwsConnection connection = connections().open(target(choice))) {
            return connection.session();
        }
    }

    private Target target(SessionChoice choice) {
        return switch (choice.via()) {
            case SessionChoice.BuiltIn _ -> sandbox(choice.region(), choice.readOnly());
            case SessionChoice.Profile(String name) ->
                new Target.Account(name, choice.region(), null, choice.readOnly());
            case SessionChoice.Role(SsoSession center, String account, String role) ->
                new Target.Role(
                        choice.via().title(),
                        center,
                        account,
                        role,
                        Objects.requireNonNull(choice.region(), "a role has no region of its own"),
                        choice.readOnly());
        };
    }

    private Workbench open(Target target) {
        AwsConnection connection = kept(connections().open(target));
        String words = target instanceof Target.Fixed
                ? sandboxWords()
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

    /** What the AWS files and variables offer. */
    synchronized AwsConnections connections() {
        if (connections == null) {
            connections = kept(aws.get());
        }
        return connections;
    }

    /** The SDK signs by AWS's clock once it has learned it; people should know that theirs is wrong all the same. */
    private void skew(ServiceClock aws) {
        ClockSkew.words(Clock.systemUTC().instant(), aws.instant()).ifPresent(notices::add);
    }

    /** Where the sandbox is, which is started if it is not there. */
    URI sandboxEndpoint() {
        return sandbox().endpoint();
    }

    private Target sandbox(@Nullable String region, boolean readOnly) {
        return Target.sandbox(sandboxEndpoint(), region == null ? Target.SANDBOX_REGION : region, readOnly);
    }

    private String sandboxWords() {
        SandboxDirectory.Connection joined = sandbox();
        return "Sandbox on %s:%d, clock at ×%.0f"
                .formatted(joined.endpoint().getHost(), joined.endpoint().getPort(), joined.speed());
    }

    /** The one of this user, joined or started when it is first asked for. */
    private synchronized SandboxDirectory.Connection sandbox() {
        try {
            if (sandbox == null) {
                sandbox = kept(new SandboxDirectory(dataFolder).joinOrStart(sandboxOptions));
                notices.addAll(sandbox.notices());
            }
            return sandbox;
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
