package io.tapdeck.sandbox.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes wrong, and when. A script is a list of specifications in this grammar:
 *
 * <pre>
 * SPEC     = CALL | RESOURCE | deny:ACTION | lifetime:WHAT=TIME
 * CALL     = SERVICE.OPERATION [#WHICH] = FAULT
 * FAULT    = throttle | error[:STATUS] | expired | refuse:CODE | drop-before     without effect
 *          | drop-after | timeout[:TIME]       the call takes effect, its answer never comes
 *          | delay:TIME                        the answer comes late
 *          | stale                             a read is answered as the last time
 *          | duplicate-page | reversed-page    a list repeats entries, or has them in the opposite order
 * SERVICE  = CloudFormation | CloudWatch | IAM | OIDC | RDS | S3 | SSO | STS | *
 * OPERATION= a name as the API has it, such as DescribeStackEvents, or *
 * WHICH    = N | N-M | N+        which of the calls that fit, counted from 1; without it, all
 * STATUS   = 500 to 599          500 without it
 * CODE     = an exception of the service's model, such as SlowDownException, or any error code
 * TIME     = 250ms | 3s          real time; a timeout without it lasts 90 s, longer than clients wait
 * RESOURCE = resource:WHAT [/WORK] [#WHICH] = fail[:REASON] | slow:FACTOR
 * WHAT     = a logical id or a type, such as AWS::RDS::DBCluster
 * WORK     = create | update | delete | rollback     without it, a failure is one of creation or update; rollback is the
 *                                way back after a failed update, and WHICH counts the tries
 * WHAT     = registration | device-code | authorization-code | token | legacy-token | refresh-token | credentials: what
 *                                sign-in gives out, good for this time from then on; 0s for not at all
 * ACTION   = as in a policy, such as rds:CreateDBCluster or rds:*; nobody is allowed it
 * </pre>
 *
 * For example {@code CloudFormation.DescribeStackEvents#3=throttle}, {@code resource:AWS::RDS::DBCluster=fail:Out of
 * capacity} or {@code resource:AWS::RDS::DBCluster/delete#1=fail:Busy}. Each specification counts for itself what fits
 * it. Thread-safe.
 */
public final class FaultScript implements ResourceFaults {
    private final List<String> specs;
    private final List<CallFaultRule> calls;
    private final List<ResourceFaultRule> resources;
    private final List<DeniedAction> denied;
    private final Map<Lifetime, Duration> lifetimes;

    private FaultScript(
            Collection<String> specs,
            List<CallFaultRule> calls,
            List<ResourceFaultRule> resources,
            List<DeniedAction> denied,
            Map<Lifetime, Duration> lifetimes) {
        this.specs = List.copyOf(specs);
        this.calls = List.copyOf(calls);
        this.resources = List.copyOf(resources);
        this.denied = List.copyOf(denied);
        this.lifetimes = Map.copyOf(lifetimes);
    }

    /** Nothing goes wrong. */
    public static FaultScript none() {
        return new FaultScript(List.of(), List.of(), List.of(), List.of(), Map.of());
    }

    /**
     * Reads a script.
     *
     * @throws IllegalArgumentException with a sentence for people, if a specification does not fit the grammar
     */
    public static FaultScript parse(Collection<String> specs) {
        List<CallFaultRule> calls = new ArrayList<>();
        List<ResourceFaultRule> resources = new ArrayList<>();
        List<DeniedAction> denied = new ArrayList<>();
        Map<Lifetime, Duration> lifetimes = new EnumMap<>(Lifetime.class);
        for (String spec : specs) {
            if (spec.startsWith(ResourceFaultRule.PREFIX)) {
                resources.add(ResourceFaultRule.parse(spec));
            } else if (spec.startsWith(DeniedAction.PREFIX)) {
                denied.add(DeniedAction.parse(spec));
            } else if (spec.startsWith(LifetimeRule.PREFIX)) {
                LifetimeRule rule = LifetimeRule.parse(spec);
                lifetimes.put(rule.lifetime(), rule.duration());
            } else {
                calls.add(CallFaultRule.parse(spec));
            }
        }
        return new FaultScript(specs, calls, resources, denied, lifetimes);
    }

    /** Reads a script of the given specifications. */
    public static FaultScript parse(String... specs) {
        return parse(List.of(specs));
    }

    /** The specifications as they were written. */
    public List<String> specs() {
        return specs;
    }

    /**
     * What goes wrong with the call that is made now, in the order of the script.
     *
     * @param service as in the grammar
     * @param operation in any case, since AWS's acronyms and Java's differ
     */
    public List<CallFault> forCall(String service, String operation) {
        return calls.stream()
                .flatMap(rule -> rule.next(service, operation).stream())
                .toList();
    }

    /**
     * Whether nobody is allowed an action.
     *
     * @param action such as {@code rds:CreateDBCluster}, in any case, as policies take it
     */
    public boolean denies(String action) {
        return denied.stream().anyMatch(rule -> rule.fits(action));
    }

    /** How long something that sign-in gives out is good. */
    public Duration lifetime(Lifetime lifetime) {
        return lifetimes.getOrDefault(lifetime, lifetime.usual());
    }

    /** The first failure and the slowness of all specifications that fit; each counts the work. */
    @Override
    public Optional<ResourceFault> forResource(String logicalId, String type, ResourceWork work) {
        return resources.stream()
                .flatMap(rule -> rule.next(logicalId, type, work).stream())
                .reduce((one, other) ->
                        new ResourceFault(one.failure().or(other::failure), one.slowness() * other.slowness()));
    }
}
