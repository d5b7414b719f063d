package io.tapdeck.sandbox.cloudwatch;

import java.time.Instant;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/**
 * An evaluation that changed a metric alarm's state.
 *
 * @param alarm its name
 * @param state the new one
 * @param reason in CloudWatch's words
 * @param reasonData JSON
 * @param at when the evaluation took place
 */
public record AlarmTransition(String alarm, StateValue state, String reason, String reasonData, Instant at) {}
