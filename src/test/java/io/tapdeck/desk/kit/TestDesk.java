package io.tapdeck.desk.kit;

import io.tapdeck.aws.Network;
import io.tapdeck.aws.Session;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.blueprint.backupsystem.BackupSystem;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.common.AccountMarks;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.SessionOpener;
import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.PhysicalResource;
import io.tapdeck.environment.Suffix;
import io.tapdeck.monitor.AlarmState;
import io.tapdeck.monitor.Glance;
import io.tapdeck.monitor.Series;
import io.tapdeck.release.Product;
import io.tapdeck.release.ThisBuild;
import io.tapdeck.release.Updates;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The engines behind a desk in a test: fakes that can be filled, over one virtual clock. */
public final class TestDesk {
    public static final String ACCOUNT = "000000000000";
    public static final String REGION = "us-east-1";
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    public final VirtualClock clock = new VirtualClock();
    public final VirtualBackground background = new VirtualBackground(clock);
    public final AuroraMySql aurora = new AuroraMySql();
    public final BackupSystem backup = new BackupSystem();
    public final FakeSynthesizer synthesizer = new FakeSynthesizer();
    public final FakeDeployments deployments = new FakeDeployments(ACCOUNT, REGION);
    public final FakeMonitor monitor = new FakeMonitor();
    public final MemoryStore store = new MemoryStore(clock);
    public final AccountMarks accounts = new AccountMarks(store, background);
    public final FakeTargetSettings targetSettings = new FakeTargetSettings();
    private Session session = new Session(
            "sandbox",
            ACCOUNT,
            REGION,
            "arn:aws:sts::000000000000:assumed-role/Administrator/tapdeck",
            Session.Kind.SANDBOX,
            false);
    private List<String> notices = List.of();
    private SessionOpener opener = SessionOpener.none();
    private List<Blueprint> blueprints = List.of(aurora);

    /** A desk that is connected to an account instead of the sandbox. */
    public TestDesk asAccount() {
        return asAccount("acme-prod", "482109375512", "eu-west-1");
    }

    /** A desk that is connected to this account instead of the sandbox. */
    public TestDesk asAccount(String name, String account, String region) {
        session = new Session(
                name,
                account,
                region,
                "arn:aws:sts::%s:assumed-role/Administrator/ops".formatted(account),
                Session.Kind.ACCOUNT,
                false);
        return this;
    }

    /** A desk whose session only reads. */
    public TestDesk onlyReading() {
        session = new Session(
                session.name(), session.account(), session.region(), session.callerArn(), session.kind(), true);
        return this;
    }

    /** A desk that knows these blueprints. */
    public TestDesk withBlueprints(Blueprint... known) {
        blueprints = List.of(known);
        return this;
    }

    /** A desk that can open other sessions. */
    public TestDesk withOpener(SessionOpener opens) {
        opener = opens;
        return this;
    }

    /** Its one session. */
    public OpenSessions sessions() {
        return new OpenSessions(services(), opener);
    }

    /** Things to say at the start. */
    public TestDesk withNotices(String... sentences) {
        notices = List.of(sentences);
        return this;
    }

    /** The services as the desk gets them. */
    public DeskServices services() {
        return new DeskServices(
                new Blueprints(blueprints),
                synthesizer,
                session,
                clock,
                deployments,
                monitor,
                store,
                targetSettings,
                product(),
                session.kind() == Session.Kind.SANDBOX
                        ? "Sandbox on 127.0.0.1:4610, clock at ×20"
                        : "Connected to " + session.name(),
                choice(),
                notices);
    }

    private Product product() {
        ThisBuild build = new ThisBuild("0.1.0", "84ea7058ebcb095941b27e54f7b77b30cd3ef64a", "26.0.2", "2.263.0");
        return new Product(
                () -> build.parts("25.0.3+9-LTS (Eclipse Adoptium)", "24.11.0"),
                new Updates(
                        store, address -> new Network(name -> Optional.empty()).client(address, null), build, clock));
    }

    private SessionChoice choice() {
        SessionChoice.Via via = session.kind() == Session.Kind.SANDBOX
                ? new SessionChoice.BuiltIn(session.name())
                : new SessionChoice.Profile(session.name());
        return new SessionChoice(via, session.region(), session.readOnly());
    }

    /** The key of an environment of this desk's session. */
    public EnvironmentKey key(String suffix) {
        return new EnvironmentKey(session.account(), session.region(), AuroraMySql.ID, new Suffix(suffix));
    }

    /** Adds an environment of that state, deployed so long ago; AWS has it, and nothing is measured. */
    public DeployedEnvironment environment(String suffix, String status, Duration age) {
        EnvironmentKey key = key(suffix);
        DeployedEnvironment environment = new DeployedEnvironment(
                key,
                key.stackName(),
                "arn:aws:cloudformation:us-east-1:000000000000:stack/" + key.stackName() + "/1",
                new StackState(status),
                clock.instant().minus(age),
                Map.of(),
                List.of(new PhysicalResource("AuroraCluster", "AWS::RDS::DBCluster", suffix + "-auroracluster-1k9x")));
        deployments.add(environment);
        return environment;
    }

    /** Adds a backup system that runs; its alarms in these states, in the blueprint's order, and its line at a level. */
    public void backups(String suffix, double level, AlarmState.State... states) {
        EnvironmentKey key = new EnvironmentKey(session.account(), session.region(), backup.id(), new Suffix(suffix));
        deployments.add(new DeployedEnvironment(
                key,
                key.stackName(),
                "arn:aws:cloudformation:us-east-1:000000000000:stack/" + key.stackName() + "/1",
                new StackState("CREATE_COMPLETE"),
                clock.instant().minus(Duration.ofDays(3)),
                Map.of(),
                List.of(new PhysicalResource("Queue", "AWS::SQS::Queue", suffix + "-queue-1k9x"))));
        List<AlarmState> alarms = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            alarms.add(alarm(backup.alarms().get(i), states[i], Duration.ofMinutes(37), true));
        }
        monitor.glanceAt(key.stackName(), new Glance(alarms, capacity(level)));
    }

    /** A day of capacity around a level, the same every time. */
    public Series capacity(double level) {
        List<Series.Point> points = new ArrayList<>();
        Instant start = clock.instant().minus(Duration.ofHours(24));
        for (int i = 0; i < 288; i++) {
            double value =
                    level * (1 + 0.25 * Math.sin(i / 40.0) + 0.06 * Math.sin(i * 1.7) + (i > 180 && i < 190 ? 0.4 : 0));
            points.add(new Series.Point(start.plus(FIVE_MINUTES.multipliedBy(i)), i == 287 ? level : value));
        }
        return new Series("capacity", FIVE_MINUTES, points);
    }

    /** One alarm of the blueprint in a state, entered so long ago. */
    public AlarmState alarm(AlarmDescription description, AlarmState.State state, Duration age, boolean actions) {
        return new AlarmState(
                description.id(),
                description.logicalId(),
                "arn:aws:cloudwatch:us-east-1:000000000000:alarm:" + description.logicalId(),
                state,
                clock.instant().minus(age),
                "Threshold Crossed: 2 out of the last 2 datapoints [91.2 (20/11/26 14:05:00), 90.4 (20/11/26 14:00:00)]"
                        + " were greater than or equal to the threshold",
                description.defaults().threshold().doubleValue(),
                2,
                2,
                300,
                "notBreaching",
                actions);
    }

    /** Lets an environment be measured: a level of capacity, and the states of its four alarms. */
    public void measure(String suffix, double level, AlarmState.State... states) {
        List<AlarmState> alarms = new ArrayList<>();
        for (int i = 0; i < states.length; i++) {
            alarms.add(alarm(aurora.alarms().get(i), states[i], Duration.ofMinutes(37), true));
        }
        monitor.glanceAt(key(suffix).stackName(), new Glance(alarms, capacity(level)));
    }

    /** The environments of the pictures: one rings, one is stuck, one is made, the others are steady. */
    public TestDesk populated() {
        AlarmState.State ok = AlarmState.State.OK;
        AlarmState.State none = AlarmState.State.INSUFFICIENT_DATA;
        environment("prod1", "UPDATE_COMPLETE", Duration.ofDays(4));
        measure("prod1", 7.3, ok, AlarmState.State.ALARM, ok, ok);
        environment("billing-eu", "UPDATE_ROLLBACK_FAILED", Duration.ofMinutes(38));
        measure("billing-eu", 1.5, ok, none, ok, ok);
        environment("qa7", "CREATE_IN_PROGRESS", Duration.ofSeconds(372));
        monitor.glanceAt(
                key("qa7").stackName(),
                new Glance(
                        aurora.alarms().stream()
                                .map(alarm -> alarm(alarm, none, Duration.ofMinutes(1), true))
                                .toList(),
                        new Series("capacity", FIVE_MINUTES, List.of())));
        environment("prod3", "UPDATE_ROLLBACK_COMPLETE", Duration.ofDays(1));
        measure("prod3", 3.0, ok, ok, ok, ok);
        environment("dev", "UPDATE_COMPLETE", Duration.ofDays(1));
        measure("dev", 0, ok, ok, ok, none);
        for (String suffix : List.of("archive", "demo", "dev-ml", "prod2", "qa1", "stage")) {
            environment(suffix, "CREATE_COMPLETE", Duration.ofDays(suffix.length()));
            measure(suffix, suffix.length() / 2.0, ok, ok, ok, ok);
        }
        return this;
    }
}
