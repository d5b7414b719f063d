package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.Refusals;
import java.util.List;
import software.amazon.awssdk.services.cloudformation.model.RollbackConfiguration;
import software.amazon.awssdk.services.cloudformation.model.RollbackTrigger;

/** The rules of a request's rollback configuration (API reference, "RollbackConfiguration" and "RollbackTrigger"). */
final class RollbackConfigurations {

    private static final int MOST_TRIGGERS = 5;
    private static final int LONGEST_MINUTES = 180;

    private RollbackConfigurations() {}

    /** Refuses what is against the rules. */
    static void check(RollbackConfiguration configuration) {
        List<RollbackTrigger> triggers = configuration.rollbackTriggers();
        if (triggers.size() > MOST_TRIGGERS) {
            throw constraint(
                    triggers.toString(),
                    "rollbackConfiguration.rollbackTriggers",
                    "length less than or equal to " + MOST_TRIGGERS);
        }
        Integer minutes = configuration.monitoringTimeInMinutes();
        if (minutes != null && (minutes < 0 || minutes > LONGEST_MINUTES)) {
            throw constraint(
                    minutes.toString(),
                    "rollbackConfiguration.monitoringTimeInMinutes",
                    minutes < 0
                            ? "value greater than or equal to 0"
                            : "value less than or equal to " + LONGEST_MINUTES);
        }
        for (RollbackTrigger trigger : triggers) {
            if (!List.of("AWS::CloudWatch::Alarm", "AWS::CloudWatch::CompositeAlarm")
                    .contains(trigger.type())) {
                throw Refusals.validation("Rollback Trigger Type not supported");
            }
            String[] parts = trigger.arn().split(":", 6);
            if (parts.length < 6 || !parts[5].startsWith("alarm:")) {
                throw Refusals.validation("RelativeId of a Rollback Trigger's ARN is incorrect");
            }
        }
    }

    /**
     * What holds after a request: a list of triggers takes the place of the saved one, an empty list clears it, and what
     * the request leaves out stays.
     */
    static RollbackConfiguration after(RollbackConfiguration saved, RollbackConfiguration requested) {
        RollbackConfiguration.Builder after = saved.toBuilder();
        if (requested.hasRollbackTriggers()) {
            List<RollbackTrigger> triggers = requested.rollbackTriggers();
            after.rollbackTriggers(triggers.isEmpty() ? null : triggers);
        }
        if (requested.monitoringTimeInMinutes() != null) {
            after.monitoringTimeInMinutes(requested.monitoringTimeInMinutes());
        }
        return after.build();
    }

    private static RuntimeException constraint(String value, String member, String rule) {
        return Refusals.validation("1 validation error detected: Value '" + value + "' at '" + member
                + "' failed to satisfy constraint: Member must have " + rule);
    }
}
