package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.faults.ResourceFaults;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.*;

/**
 * CloudFormation, simulated: the operations that Tapdeck and an administrator's command line need, on stacks that live in
 * memory and move with the clock. Every call first lets happen what is due; nothing runs between calls. Operations that
 * are not overridden are not served. Safe for use by many threads.
 */
public final class SandboxCloudFormation implements CloudFormationClient {

    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final StackEngine engine;
    private final ChangeSetCalls changeSets;
    private final StackCalls stacks;
    private final Recoveries recoveries;
    private final Drifts drifts;
    private final OperationEvents events;
    private final StackQueries queries;
    private final TemplateQueries templates;

    /**
     * An account without stacks.
     *
     * @param clock the endpoint's time
     * @param world takes what the stacks make
     * @param account 12 digits
     * @param region such as {@code eu-west-1}
     * @param faults asked before every work on a resource
     */
    public SandboxCloudFormation(
            InstantSource clock, ResourceWorld world, String account, String region, ResourceFaults faults) {
        this.clock = clock;
        engine = new StackEngine(world, faults);
        StackDirectory directory = new StackDirectory(engine, account, region);
        Preparation preparation = new Preparation(engine);
        Deployments deployments = new Deployments(engine);
        RequestTokens tokens = new RequestTokens();
        changeSets = new ChangeSetCalls(engine, directory, preparation, deployments, tokens);
        stacks = new StackCalls(engine, directory, preparation, deployments, tokens);
        events = new OperationEvents(engine, directory);
        drifts = new Drifts(engine, directory);
        recoveries = new Recoveries(engine, directory, tokens);
        queries = new StackQueries(engine, directory);
        templates = new TemplateQueries(engine.catalog, directory);
    }

    @Override
    public CreateChangeSetResponse createChangeSet(CreateChangeSetRequest request) {
        return call(now -> changeSets.create(request, now));
    }

    @Override
    public DescribeChangeSetResponse describeChangeSet(DescribeChangeSetRequest request) {
        return call(now -> changeSets.describe(request, now));
    }

    @Override
    public ListChangeSetsResponse listChangeSets(ListChangeSetsRequest request) {
        return call(now -> changeSets.list(request.stackName(), request.nextToken(), now));
    }

    @Override
    public DeleteChangeSetResponse deleteChangeSet(DeleteChangeSetRequest request) {
        run(now -> changeSets.delete(request, now));
        return DeleteChangeSetResponse.builder().build();
    }

    @Override
    public ExecuteChangeSetResponse executeChangeSet(ExecuteChangeSetRequest request) {
        run(now -> changeSets.execute(request, now));
        return ExecuteChangeSetResponse.builder().build();
    }

    @Override
    public CreateStackResponse createStack(CreateStackRequest request) {
        String id = call(now -> stacks.create(request, now));
        return CreateStackResponse.builder().stackId(id).build();
    }

    @Override
    public UpdateStackResponse updateStack(UpdateStackRequest request) {
        String id = call(now -> stacks.update(request, now));
        return UpdateStackResponse.builder().stackId(id).build();
    }

    @Override
    public DeleteStackResponse deleteStack(DeleteStackRequest request) {
        run(now -> stacks.delete(request, now));
        return DeleteStackResponse.builder().build();
    }

    @Override
    public CancelUpdateStackResponse cancelUpdateStack(CancelUpdateStackRequest request) {
        run(now -> recoveries.cancelUpdate(request, now));
        return CancelUpdateStackResponse.builder().build();
    }

    @Override
    public ContinueUpdateRollbackResponse continueUpdateRollback(ContinueUpdateRollbackRequest request) {
        run(now -> recoveries.continueUpdateRollback(request, now));
        return ContinueUpdateRollbackResponse.builder().build();
    }

    @Override
    public RollbackStackResponse rollbackStack(RollbackStackRequest request) {
        String id = call(now -> recoveries.rollbackStack(request, now));
        return RollbackStackResponse.builder().stackId(id).build();
    }

    @Override
    public UpdateTerminationProtectionResponse updateTerminationProtection(UpdateTerminationProtectionRequest request) {
        String id = call(now -> stacks.protect(request));
        return UpdateTerminationProtectionResponse.builder().stackId(id).build();
    }

    @Override
    public DescribeStacksResponse describeStacks(DescribeStacksRequest request) {
        return call(now -> queries.stacks(request));
    }

    @Override
    public ListStacksResponse listStacks(ListStacksRequest request) {
        return call(now -> queries.list(request));
    }

    @Override
    public DescribeStackEventsResponse describeStackEvents(DescribeStackEventsRequest request) {
        return call(now -> queries.events(request));
    }

    @Override
    public DescribeEventsResponse describeEvents(DescribeEventsRequest request) {
        return call(now -> events.describe(request, now));
    }

    @Override
    public DescribeStackResourceResponse describeStackResource(DescribeStackResourceRequest request) {
        return call(now -> queries.resource(request));
    }

    @Override
    public DescribeStackResourcesResponse describeStackResources(DescribeStackResourcesRequest request) {
        return call(now -> queries.resources(request));
    }

    @Override
    public ListStackResourcesResponse listStackResources(ListStackResourcesRequest request) {
        return call(now -> queries.listResources(request));
    }

    @Override
    public DetectStackDriftResponse detectStackDrift(DetectStackDriftRequest request) {
        String id = call(now -> drifts.detect(request, now));
        return DetectStackDriftResponse.builder().stackDriftDetectionId(id).build();
    }

    @Override
    public DescribeStackDriftDetectionStatusResponse describeStackDriftDetectionStatus(
            DescribeStackDriftDetectionStatusRequest request) {
        return call(now -> drifts.status(request.stackDriftDetectionId(), now));
    }

    @Override
    public DescribeStackResourceDriftsResponse describeStackResourceDrifts(DescribeStackResourceDriftsRequest request) {
        return call(now -> drifts.describe(request));
    }

    @Override
    public DetectStackResourceDriftResponse detectStackResourceDrift(DetectStackResourceDriftRequest request) {
        StackResourceDrift drift = call(now -> drifts.detect(request.stackName(), request.logicalResourceId(), now));
        return DetectStackResourceDriftResponse.builder()
                .stackResourceDrift(drift)
                .build();
    }

    @Override
    public ListExportsResponse listExports(ListExportsRequest request) {
        return call(now -> queries.exports(request.nextToken()));
    }

    @Override
    public GetTemplateResponse getTemplate(GetTemplateRequest request) {
        return call(now -> templates.template(request));
    }

    @Override
    public GetTemplateSummaryResponse getTemplateSummary(GetTemplateSummaryRequest request) {
        return call(now -> templates.summary(request));
    }

    @Override
    public ValidateTemplateResponse validateTemplate(ValidateTemplateRequest request) {
        return call(now -> templates.validate(request));
    }

    /** Lets everything happen that is due, so that what the stacks make is there for the other services. */
    public void advance() {
        run(now -> {});
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Nothing is held.
    }

    private void run(Consumer<Instant> operation) {
        call(now -> {
            operation.accept(now);
            return true;
        });
    }

    private <T> T call(Function<Instant, T> operation) {
        lock.lock();
        try {
            Instant now = clock.instant();
            engine.advanceTo(now);
            drifts.advanceTo(now);
            return operation.apply(now);
        } finally {
            lock.unlock();
        }
    }
}
