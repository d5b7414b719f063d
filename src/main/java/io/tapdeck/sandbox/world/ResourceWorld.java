package io.tapdeck.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The register of live physical resources of a region, shared by the simulated services. CloudFormation writes it; the
 * others poll it, and change what somebody changes by an ordinary call to them. Safe for use by many threads.
 */
public final class ResourceWorld {

    private record Key(String type, String physicalId) {}

    private final AccountWorld account;
    private final Map<Key, LiveResource> resources = new LinkedHashMap<>();
    private volatile AlarmStates alarms = (arn, at) -> Optional.empty();

    /** The only region of an account. */
    public ResourceWorld() {
        this(new AccountWorld());
    }

    /** One more region of an account. */
    public ResourceWorld(AccountWorld account) {
        this.account = account;
        account.add(this);
    }

    /** The account that the region belongs to, with its other regions. */
    public AccountWorld account() {
        return account;
    }

    /** From now on this one tells the states of alarms. */
    public void alarms(AlarmStates states) {
        alarms = states;
    }

    /** The states of the region's alarms; without a CloudWatch there are none. */
    public AlarmStates alarms() {
        return alarms;
    }

    /** Registers a new resource, or new properties of one that is known. */
    public synchronized void put(LiveResource resource) {
        resources.put(new Key(resource.type(), resource.physicalId()), resource);
    }

    /** Takes a resource out; nothing happens when it is unknown. */
    public synchronized void remove(String type, String physicalId) {
        resources.remove(new Key(type, physicalId));
    }

    /** Every live resource of a CloudFormation type, oldest first. */
    public synchronized List<LiveResource> ofType(String type) {
        return resources.values().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    /** The resource of a type with this physical id. */
    public synchronized Optional<LiveResource> find(String type, String physicalId) {
        return Optional.ofNullable(resources.get(new Key(type, physicalId)));
    }

    /** Every live resource, oldest first. */
    public synchronized List<LiveResource> all() {
        return new ArrayList<>(resources.values());
    }

    /** Forgets everything. */
    public synchronized void clear() {
        resources.clear();
    }
}
