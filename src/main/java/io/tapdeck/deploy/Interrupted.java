package io.tapdeck.deploy;

import io.tapdeck.environment.EnvironmentKey;
import java.time.Instant;

/**
 * An operation of this computer whose end the journal does not know: its process died in the middle.
 *
 * @param operationId the journal's
 * @param operation what was being done
 * @param since when it began, by AWS's clock
 */
public record Interrupted(String operationId, EnvironmentKey environment, Operation operation, Instant since) {}
