package io.tapdeck.deploy;

import io.tapdeck.aws.AwsConnection;
import io.tapdeck.aws.ServiceClock;
import io.tapdeck.aws.Session;
import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.deploy.engine.CloudFormationDeployments;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import io.tapdeck.environment.TargetSettings;
import io.tapdeck.sandbox.cloudformation.SandboxCloudFormation;
import io.tapdeck.sandbox.faults.FaultScript;
import io.tapdeck.sandbox.faults.ResourceFault;
import io.tapdeck.sandbox.faults.ResourceFaults;
import io.tapdeck.sandbox.rds.SandboxRds;
import io.tapdeck.sandbox.s3.SandboxS3;
import io.tapdeck.sandbox.world.AccountWorld;
import io.tapdeck.sandbox.world.AlarmStates;
import io.tapdeck.sandbox.world.ResourceWorld;
import io.tapdeck.store.Store;
import io.tapdeck.synth.CloudAssembly;
import io.tapdeck.synth.StackTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.StackEvent;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;

/** An account on the simulated CloudFormation, in virtual time: only waiting between polls lets time pass. */
public final class Account implements AwsConnection, ServiceClock {
    public static final EnvironmentKey DEV =
            new EnvironmentKey("000000000000", "us-east-1", "aurora-mysql", new Suffix("dev"));

    public final SandboxCloudFormation simulated;
    final Faults faults;
    public final CloudFormationDeployments deployments;
    public final List<DeploymentEvent> events = new ArrayList<>();
    /** What else the session may ask; nothing, unless a test says otherwise. */
    CloudWatchClient cloudWatch = Denied.client(CloudWatchClient.class);

    /** Stands for the simulated one, if a test says so. */
    @Nullable
    S3Client s3;

    IamClient iam = Denied.client(IamClient.class);
    /** How alarms stand that roll updates back. */
    AlarmStates alarms = (arn, at) -> Optional.empty();

    private final Map<String, Place> places = new HashMap<>();
    private final AccountWorld allRegions = new AccountWorld();
    private Optional<ResourceFault> resourceFault = Optional.empty();
    private final Set<String> denied = new HashSet<>();
    private ResourceFaults script = ResourceFaults.none();
    private boolean interrupted;
    private boolean readOnly;
    private Optional<Instant> endsAt = Optional.empty();
    private String signedInTo = DEV.account();
    private String faultyId = "";
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    public Account(Store store) {
        Place own = place(DEV.region());
        simulated = own.simulated();
        faults = own.faults();
        deployments = new CloudFormationDeployments(this, store, Blueprints.builtIn(), this::pause);
    }

    /** CloudFormation in one region. */
    public record Place(
            String region,
            ResourceWorld world,
            SandboxCloudFormation simulated,
            Faults faults,
            RdsClient rds,
            S3Client s3) {}

    /** A region of the account. */
    public Place place(String region) {
        return places.computeIfAbsent(region, name -> {
            ResourceFaults resourceFaults = (logicalId, type, work) -> work.goesForward() && logicalId.equals(faultyId)
                    ? resourceFault
                    : script.forResource(logicalId, type, work);
            ResourceWorld world = new ResourceWorld(allRegions);
            world.alarms((arn, at) -> alarms.stateOf(arn, at));
            SandboxCloudFormation made = new SandboxCloudFormation(this, world, DEV.account(), name, resourceFaults);
            return new Place(
                    name,
                    world,
                    made,
                    new Faults(made),
                    new SandboxRds(this, world, DEV.account(), name),
                    new SandboxS3(this, world, name, denied::contains));
        });
    }

    /** Deployments of a session in another region. */
    public CloudFormationDeployments deploymentsIn(String region, Store store) {
        return new CloudFormationDeployments(in(region), store, Blueprints.builtIn(), this::pause);
    }

    /** What goes wrong with resources from now on, as {@code tapdeck sandbox --fault} writes it; nothing mends it. */
    void script(String... specs) {
        script = FaultScript.parse(specs);
    }

    /** Nobody is allowed these actions of S3 from now on. */
    void deny(String... actions) {
        denied.addAll(Set.of(actions));
    }

    /** Makes work on a resource fail from now on. */
    void fail(String logicalId, String reason) {
        faultyId = logicalId;
        resourceFault = Optional.of(ResourceFault.fail(reason));
    }

    /** The session ends after that time, and nobody renews it. */
    void endsIn(Duration time) {
        endsAt = Optional.of(now.plus(time));
    }

    @Override
    public Optional<Instant> endsAt() {
        return endsAt;
    }

    /** Sessions that are asked for from now on only read. */
    void onlyReads() {
        readOnly = true;
    }

    /** The next wait of the deployments is interrupted, as by Ctrl C. */
    void interruptNextPause() {
        interrupted = true;
    }

    private void pause(Duration time) throws InterruptedException {
        pass(time);
        if (interrupted) {
            interrupted = false;
            throw new InterruptedException();
        }
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    /** A plan for {@code dev} with that template. */
    public DeploymentPlan plan(String template) {
        return plan(template, false);
    }

    /** A plan for {@code dev} of that definition and template. */
    public DeploymentPlan plan(EnvironmentDefinition definition, String template, boolean protection) {
        return deployments.plan(
                new CloudAssembly(definition, List.of(own(template, protection)), List.of(), Duration.ZERO));
    }

    /** A plan for {@code dev} of several stacks. */
    public DeploymentPlan plan(TargetSettings settings, StackTemplate... stacks) {
        EnvironmentDefinition definition = new EnvironmentDefinition(
                DEV.blueprint(), "secure", DEV.suffix(), new TreeMap<>(), List.of(), List.of());
        return deployments.plan(new CloudAssembly(definition, List.of(stacks), List.of(), Duration.ZERO), settings);
    }

    public DeploymentPlan plan(String template, boolean protection) {
        return plan(TargetSettings.NONE, own(template, protection));
    }

    private static StackTemplate own(String template, boolean protection) {
        return new StackTemplate(
                DEV.stackName(),
                template,
                1,
                List.of(),
                Map.of("tapdeck:suffix", "dev", "tapdeck:blueprint", DEV.blueprint()),
                protection);
    }

    /** Reviews and executes. */
    public Outcome deploy(String template) {
        return deployments.execute(deployments.review(plan(template)), events::add);
    }

    /** Ids of the events that were told, in order. */
    List<String> toldIds() {
        return events.stream()
                .flatMap(event -> switch (event) {
                    case DeploymentEvent.ResourceMoved moved -> Optional.of(moved.eventId()).stream();
                    case DeploymentEvent.StackMoved moved -> Optional.of(moved.eventId()).stream();
                    default -> Optional.<String>empty().stream();
                })
                .toList();
    }

    /** Ids of the newest stack's events with a request token, oldest first: what a single operation should tell. */
    List<String> trueIds(String stackId) {
        return simulated.describeStackEventsPaginator(request -> request.stackName(stackId)).stackEvents().stream()
                .filter(event -> event.clientRequestToken() != null
                        && event.clientRequestToken().contains("-execute-"))
                .map(StackEvent::eventId)
                .toList()
                .reversed();
    }

    String stackStatus() {
        return simulated.describeStacks(request -> request.stackName(DEV.stackName())).stacks().stream()
                .map(stack -> stack.stackStatusAsString())
                .findFirst()
                .orElse("");
    }

    @Override
    public Session session() {
        return new Session(
                "sandbox",
                DEV.account(),
                DEV.region(),
                "arn:aws:sts::000000000000:assumed-role/Administrator/test",
                Session.Kind.SANDBOX,
                readOnly);
    }

    @Override
    public Session identity() {
        Session session = session();
        return new Session(
                session.name(), signedInTo, session.region(), session.callerArn(), session.kind(), session.readOnly());
    }

    /** From now on the session's credentials are of another account. */
    void become(String account) {
        signedInTo = account;
    }

    @Override
    public AwsConnection in(String region) {
        return region.equals(DEV.region()) ? this : new Elsewhere(this, place(region));
    }

    /** The same session in another region. */
    private record Elsewhere(Account account, Place place) implements AwsConnection {
        @Override
        public Session session() {
            return account.session().in(place.region());
        }

        @Override
        public Session identity() {
            return account.identity().in(place.region());
        }

        @Override
        public AwsConnection in(String region) {
            return region.equals(place.region()) ? this : account.in(region);
        }

        @Override
        public CloudFormationClient cloudFormation() {
            return place.faults().client();
        }

        @Override
        public CloudWatchClient cloudWatch() {
            return account.cloudWatch();
        }

        @Override
        public RdsClient rds() {
            return place.rds();
        }

        @Override
        public S3Client s3() {
            return place.s3();
        }

        @Override
        public IamClient iam() {
            return account.iam();
        }

        @Override
        public SnsClient sns() {
            return account.sns();
        }

        @Override
        public ServiceClock clock() {
            return account;
        }

        @Override
        public void close() {}
    }

    @Override
    public CloudFormationClient cloudFormation() {
        return faults.client();
    }

    @Override
    public CloudWatchClient cloudWatch() {
        return cloudWatch;
    }

    @Override
    public RdsClient rds() {
        return place(DEV.region()).rds();
    }

    @Override
    public S3Client s3() {
        return s3 == null ? place(DEV.region()).s3() : s3;
    }

    @Override
    public IamClient iam() {
        return iam;
    }

    @Override
    public SnsClient sns() {
        throw new AssertionError("A deployment has no business with SNS");
    }

    @Override
    public ServiceClock clock() {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Optional<Instant> lastHeard() {
        return Optional.of(now);
    }

    @Override
    public double rate() {
        return 1;
    }

    @Override
    public void close() {}
}
