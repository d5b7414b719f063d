package io.tapdeck.monitor;

import java.time.Instant;

/**
 * An alarm changed its state.
 *
 * @param summary CloudWatch's words for why
 */
public record AlarmTransition(
        String alarmId, String alarmName, Instant at, AlarmState.State from, AlarmState.State to, String summary) {}
