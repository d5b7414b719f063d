package io.tapdeck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.sandbox.faults.FaultScript;
import io.tapdeck.sandbox.identity.SandboxOidc;
import io.tapdeck.sandbox.wire.RecordedCalls;
import io.tapdeck.sandbox.wire.ServiceCall;
import io.tapdeck.sandbox.wire.Turnstile;
import io.tapdeck.sandbox.wire.WebPages;
import io.tapdeck.sandbox.wire.WireService;
import io.tapdeck.sandbox.world.AccountWorld;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkPojo;

/** The simulated services of all regions, handling one call at a time, each at a moment of the sandbox's time. */
final class SandboxServices implements Turnstile {
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+){1,3}-\\d{1,2}");

    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AccountWorld account = new AccountWorld();
    /** In a fixed order, so that a replay meets them as the first time. */
    private final Map<String, SandboxRegion> regions = new TreeMap<>();

    private final List<WireService> services = List.of(
            WireService.cloudFormation(name -> region(name).cloudFormation()),
            WireService.cloudWatch(name -> region(name).cloudWatch()),
            WireService.iam(name -> region(name).iam()),
            WireService.oidc(_ -> oidc()),
            WireService.rds(name -> region(name).rds()),
            WireService.s3(name -> region(name).s3()),
            WireService.sns(name -> region(name).sns()),
            WireService.sts(name -> region(name).sts()));
    private final RecordedCalls records = new RecordedCalls(services);
    private final CallClock callClock;
    private final SandboxOidc oidc;
    private volatile InstantSource time;
    private volatile URI endpoint = URI.create("http://127.0.0.1");
    private volatile FaultScript faults = FaultScript.none();
    private SandboxJournal journal = SandboxJournal.none();

    /**
     * Services where nothing exists and time stands still.
     *
     * @param real tells when tokens and credentials expire
     */
    SandboxServices(Instant start, InstantSource real) {
        callClock = new CallClock(start);
        time = callClock;
        oidc = new SandboxOidc(real, lifetime -> faults.lifetime(lifetime), () -> endpoint);
    }

    /** The pages where people sign in. */
    WebPages pages() {
        return oidc.pages();
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
        for (JsonNode entry : entries) {
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
            journal.stopped(callClock.moveTo(time.instant()));
            journal.close();
            journal = SandboxJournal.none();
        } finally {
            oneAtATime.unlock();
        }
    }

    private SandboxOidc oidc() {
        return oidc;
    }

    private SandboxRegion region(String name) {
        if (!REGION.matcher(name).matches()) {
            throw AwsServiceException.builder()
                    .statusCode(400)
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("SignatureDoesNotMatch")
                            .errorMessage("Credential should be scoped to a valid region.")
                            .build())
                    .build();
        }
        SandboxRegion region = regions.computeIfAbsent(
                name, created -> SandboxRegion.empty(created, account, callClock, () -> faults));
        // All of them: a stack of this region may ask for a bucket of another.
        regions.values().forEach(SandboxRegion::advance);
        return region;
    }
}
