package io.tapdeck.cli;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.AwsConnections;
import io.tapdeck.aws.Network;
import io.tapdeck.aws.Target;
import io.tapdeck.aws.identitycenter.Browser;
import io.tapdeck.aws.identitycenter.IdentityCenter;
import io.tapdeck.aws.identitycenter.TokenCache;
import io.tapdeck.aws.profile.Profiles;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.engine.CloudFormationDeployments;
import io.tapdeck.monitor.CloudWatchMonitor;
import io.tapdeck.release.ThisBuild;
import io.tapdeck.release.Updates;
import io.tapdeck.sandbox.Sandbox;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import io.tapdeck.store.TargetFiles;
import io.tapdeck.store.TargetSettingsSource;
import io.tapdeck.synth.Synthesizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.retries.api.BackoffStrategy;

/** The real engines on a sandbox whose time a test moves: waiting moves it, nothing else. */
final class SandboxEngines implements Engines {
    final VirtualClock clock;
    private final Path folder;
    private final Sandbox sandbox;
    private final Synthesizer synthesizer;
    private final Store store;
    private final Blueprints blueprints;
    private @Nullable AwsConnection connection;
    private final Map<Optional<String>, IdentityCenter> identityCenters = new HashMap<>();

    /** The person at the browser of a sign-in. */
    Browser browser = page -> {
        throw new IOException("no display");
    };

    /** What somebody has written at the end of the config. */
    String atTheEnd = "";

    /** What happens while a sign-in waits. */
    Runnable meanwhile = () -> {};

    /** What happens while a deployment waits. */
    Runnable betweenPolls = () -> {};

    SandboxEngines(Path folder, Synthesizer synthesizer, SandboxOptions options) {
        this(folder, synthesizer, options, Blueprints.builtIn(), new VirtualClock());
    }

    SandboxEngines(
            Path folder, Synthesizer synthesizer, SandboxOptions options, Blueprints blueprints, VirtualClock clock) {
        this.clock = clock;
        this.blueprints = blueprints;
        this.folder = folder;
        this.synthesizer = synthesizer;
        sandbox = Sandbox.start(options.withPort(0).withSpeed(1), clock);
        store = Stores.open(folder, clock).store();
    }

    @Override
    public Blueprints blueprints() {
        return blueprints;
    }

    @Override
    public Synthesizer synthesizer() {
        return synthesizer;
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public TargetSettingsSource targetSettings() {
        return new TargetFiles(folder);
    }

    @Override
    public Updates updates() {
        return new Updates(
                store,
                address -> new Network(name -> Optional.empty()).client(address, null),
                new ThisBuild("0.1.0", "", "26", "2"),
                clock);
    }

    @Override
    public List<String> notices() {
        return List.of();
    }

    @Override
    public Profiles profiles() {
        return new Profiles(this::files, name -> Optional.empty());
    }

    IdentityCenter identityCenter() {
        return identityCenter(null);
    }

    @Override
    public IdentityCenter identityCenter(@Nullable String profile) {
        return identityCenters.computeIfAbsent(
                Optional.ofNullable(profile),
                _ -> new IdentityCenter(
                        this::files,
                        profile,
                        signIns(),
                        new Network(name -> Optional.empty()).client(null, null),
                        AwsRetryStrategy.doNotRetry(),
                        clock,
                        duration -> {
                            clock.advance(duration);
                            meanwhile.run();
                        }));
    }

    /** The AWS files of somebody who works in the sandbox's accounts. */
    private ProfileFile files() {
        return ProfileFile.builder()
                .type(ProfileFile.Type.CONFIGURATION)
                .content(new ByteArrayInputStream(
                        """
                        [default]
                        endpoint_url = %1$s
                        [sso-session harbour]
                        sso_start_url = https://harbour.awsapps.com/start
                        sso_region = us-east-1
                        [sso-session unfinished]
                        sso_region = us-east-1
                        [profile production]
                        sso_session = harbour
                        sso_account_id = 111122223333
                        sso_role_name = Administrator
                        region = us-east-1
                        endpoint_url = %1$s
                        [profile audit]
                        sso_session = harbour
                        sso_account_id = 777788889999
                        sso_role_name = ReadOnly
                        region = us-east-1
                        endpoint_url = %1$s
                        """.formatted(sandbox.endpoint()).concat(atTheEnd).getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private TokenCache signIns() {
        return new TokenCache(folder.resolve("sso-cache"), duration -> {});
    }

    @Override
    public Browser browser() {
        return browser;
    }

    @Override
    public Workbench open(TargetOptions target) {
        target.check();
        AwsConnections connections = new AwsConnections(
                clock,
                AwsRetryStrategy.standardRetryStrategy().toBuilder()
                        .backoffStrategy(BackoffStrategy.retryImmediately())
                        .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                        .build(),
                this::files,
                name -> Optional.empty(),
                signIns());
        AwsConnection opened = connections.open(
                target.sandbox
                        ? Target.sandbox(
                                sandbox.endpoint(),
                                target.region == null ? Target.SANDBOX_REGION : target.region,
                                target.readOnly)
                        : new Target.Account(target.profile, target.region, target.endpoint, target.readOnly));
        connection = opened;
        return new Workbench(
                opened,
                new CloudFormationDeployments(opened, store, blueprints, this::pass),
                new CloudWatchMonitor(opened, store),
                "Sandbox");
    }

    /** Lets time go by. */
    void pass(Duration time) {
        clock.advance(time);
        betweenPolls.run();
    }

    /** The endpoint is gone; what it would have said is not known. */
    void stopSandbox() {
        sandbox.close();
    }

    @Override
    public void close() {
        if (connection != null) {
            connection.close();
        }
        identityCenters.values().forEach(IdentityCenter::close);
        store.close();
        sandbox.close();
    }
}
