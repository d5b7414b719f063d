package io.tapdeck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.sandbox.cloudwatch.AlarmRecord;
import io.tapdeck.sandbox.faults.FaultScript;
import io.tapdeck.sandbox.identity.SandboxIdentity;
import io.tapdeck.sandbox.wire.Caller;
import io.tapdeck.sandbox.wire.CredentialsException;
import io.tapdeck.sandbox.wire.Origin;
import io.tapdeck.sandbox.wire.RecordedCalls;
import io.tapdeck.sandbox.wire.ServiceCall;
import io.tapdeck.sandbox.wire.Turnstile;
import io.tapdeck.sandbox.wire.WebPages;
import io.tapdeck.sandbox.wire.WireService;
import io.tapdeck.sandbox.world.AccountWorld;
import io.tapdeck.sandbox.world.TakenNames;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;

/**
 * The simulated services of all accounts and regions, handling one call at a time, each at a moment of the sandbox's
 * time.
 */
final class SandboxServices implements Turnstile {
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+){1,3}-\\d{1,2}");

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final TakenNames bucketNames = new TakenNames();
    private final Map<String, AccountWorld> accounts = new HashMap<>();
    /** By account and region; in a fixed order, so that a replay meets them as the first time. */
    private final Map<String, SandboxRegion> regions = new TreeMap<>();

    private final List<WireService> services = List.of(
            WireService.cloudFormation(origin -> region(origin).cloudFormation()),
            WireService.cloudWatch(origin -> region(origin).cloudWatch()),
            WireService.iam(origin -> region(origin).iam()),
            WireService.oidc(_ -> identity().oidc()),
            WireService.rds(origin -> region(origin).rds()),
            WireService.s3(origin -> region(origin).s3()),
            WireService.sns(origin -> region(origin).sns()),
            WireService.sso(_ -> identity().portal()),
            WireService.sts(origin -> identity().sts(checked(origin).caller())));
    private final RecordedCalls records = new RecordedCalls(services, Sandbox.ACCOUNT);
    private final CallClock callClock;
    private final SandboxIdentity identity;
    private volatile InstantSource time;
    private volatile URI endpoint = URI.create("http://127.0.0.1");
    private volatile FaultScript faults = FaultScript.none();
    private SandboxJournal journal = SandboxJournal.none();
    private RecordedAlarms alarms = RecordedAlarms.of(List.of());

    /**
     * Services where nothing exists and time stands still.
     *
     * @param real tells when tokens and credentials expire
     */
    SandboxServices(Instant start, InstantSource real) {
        callClock = new CallClock(start);
        time = callClock;
        identity = new SandboxIdentity(real, lifetime -> faults.lifetime(lifetime), () -> endpoint);
    }

    /** The pages where people sign in. */
    WebPages pages() {
        return identity.pages();
    }

    /** Tells the services where they are reached. */
    void listeningAt(URI address) {
        endpoint = address;
    }

    List<WireService> services() {
        return services;
    }

    /**
     * Takes up what a journal tells, in its own time.
     *
     * @throws Throwable if a call that was once accepted no longer is
     */
    void replay(List<JsonNode> entries) throws Throwable {
        alarms = RecordedAlarms.of(entries);
        for (JsonNode entry : entries) {
            if (RecordedAlarms.has(entry)) {
                continue;
            }
            callClock.moveTo(SandboxJournal.at(entry));
            // What was under way goes on under the faults of its time.
            regions.values().forEach(SandboxRegion::advance);
            if (entry.has("faults")) {
                faults = SandboxJournal.faults(entry);
            } else if (entry.has("operation")) {
                records.replay(entry);
            }
        }
    }

    /** The time that the services have come to. */
    Instant now() {
        return callClock.instant();
    }

    /** Time begins to run, and what happens is written down. */
    void run(InstantSource newTime, FaultScript newFaults, SandboxJournal newJournal) {
        time = newTime;
        journal = newJournal;
        // The same faults as before go on counting.
        if (!faults.specs().equals(newFaults.specs())) {
            journal.faults(callClock.instant(), newFaults);
            faults = newFaults;
        }
    }

    @Override
    public SdkPojo pass(ServiceCall call, Handling handling) throws Throwable {
        oneAtATime.lock();
        try {
            Instant now = callClock.moveTo(time.instant());
            // All of them: a stack of one region may ask for a bucket of another.
            regions.values().forEach(SandboxRegion::advance);
            SdkPojo response = handling.handle();
            if (call.reads() || call.isSignIn()) {
                journal.timePasses(now);
            } else {
                journal.accepted(now, records.write(call));
            }
            return response;
        } finally {
            oneAtATime.unlock();
        }
    }

    /** Writes down until when time ran. */
    void stop() {
        oneAtATime.lock();
        try {
            Instant now = callClock.moveTo(time.instant());
            regions.values().forEach(SandboxRegion::advance);
            journal.stopped(now);
        } finally {
            journal.close();
            journal = SandboxJournal.none();
            oneAtATime.unlock();
        }
    }

    @Override
    public Caller caller(@Nullable String accessKeyId, @Nullable String sessionToken) throws CredentialsException {
        return identity.caller(accessKeyId, sessionToken);
    }

    @Override
    public boolean allows(Caller caller, String action) {
        return identity.allows(caller, action);
    }

    private SandboxIdentity identity() {
        return identity;
    }

    private SandboxRegion region(Origin origin) {
        String account = checked(origin).caller().account();
        return regions.computeIfAbsent(account + "/" + origin.region(), _ -> empty(account, origin.region()));
    }

    private SandboxRegion empty(String account, String name) {
        AlarmRecord known = alarms.of(account, name, transition -> journal.alarm(account, name, transition));
        return SandboxRegion.empty(account, name, account(account), callClock, () -> faults, known);
    }

    private AccountWorld account(String id) {
        return accounts.computeIfAbsent(id, created -> new AccountWorld(bucketNames));
    }

    private static Origin checked(Origin origin) {
        if (!REGION.matcher(origin.region()).matches()) {
            throw AwsServiceException.builder()
                    .statusCode(400)
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("SignatureDoesNotMatch")
                            .errorMessage("Credential should be scoped to a valid region.")
                            .build())
                    .build();
        }
        return origin;
    }
}
