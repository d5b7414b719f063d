package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.world.AlarmStates;
import io.tapdeck.sandbox.world.ResourceWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudformation.model.RollbackConfiguration;
import software.amazon.awssdk.services.cloudformation.model.RollbackTrigger;

/**
 * The alarms that are watched while an operation runs, and for a time after its last resource (user guide, "Roll back your
 * stack on alarm breach").
 */
final class RollbackWatch {

    private static final Duration INTERVAL = Duration.ofSeconds(30);

    private final ResourceWorld world;
    private final List<RollbackTrigger> triggers;
    private final Duration afterwards;
    private Instant next;

    RollbackWatch(ResourceWorld world, RollbackConfiguration configuration, Instant start) {
        this.world = world;
        triggers = List.copyOf(configuration.rollbackTriggers());
        Integer minutes = configuration.monitoringTimeInMinutes();
        afterwards = Duration.ofMinutes(triggers.isEmpty() || minutes == null ? 0 : minutes);
        next = triggers.isEmpty() ? Instant.MAX : start;
    }

    /** When it looks at the alarms next; never without triggers. */
    Instant next() {
        return next;
    }

    /** How long the stack is watched after its last resource is complete. */
    Duration afterwards() {
        return afterwards;
    }

    /** Looks at the alarms: why the operation must go back, if it must. */
    Optional<String> look(Instant now) {
        next = now.plus(INTERVAL);
        for (RollbackTrigger trigger : triggers) {
            String state = state(trigger, now);
            if (state.isEmpty()) {
                return Optional.of("The rollback trigger [" + trigger.arn() + "] does not exist.");
            }
            if (state.equals("ALARM")) {
                return Optional.of("The rollback trigger [" + trigger.arn() + "] is in state ALARM.");
            }
        }
        return Optional.empty();
    }

    /** Of an alarm of either type; empty when there is no such alarm. */
    private String state(RollbackTrigger trigger, Instant now) {
        AlarmStates alarms = world.alarms();
        return alarms.stateOf(trigger.arn(), now).orElse("");
    }
}
