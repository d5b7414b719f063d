package io.tapdeck.monitor;

import java.time.Instant;

/**
 * CloudWatch has not answered for a while.
 *
 * @param since when the first question failed that was followed by no good answer, by the endpoint's clock
 * @param lastGood when the last good answer came; {@link Instant#EPOCH} if none has since the start
 * @param reason why the last question failed, in words for people
 */
public record Late(Instant since, Instant lastGood, String reason) {}
