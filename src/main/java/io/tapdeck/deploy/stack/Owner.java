package io.tapdeck.deploy.stack;

import io.tapdeck.aws.Session;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import java.util.Map;
import java.util.Optional;

/**
 * Whose a stack is, as its tags say: a name alone may be another's, since {@code …-dev-replica} is both the replica of
 * {@code dev} and the own stack of {@code dev-replica}.
 *
 * @param environment in the region of its own stack
 * @param part whether the stack is one of the environment's others
 */
public record Owner(EnvironmentKey environment, boolean part) {

    /**
     * The owner that tags name; empty if they are not Tapdeck's. A tag that somebody set by hand may be anything.
     *
     * @param session of the region in which the stack stands
     */
    public static Optional<Owner> of(Map<String, String> tags, Session session) {
        String blueprint = tags.get(Stacks.BLUEPRINT_TAG);
        String suffix = tags.get(Stacks.SUFFIX_TAG);
        if (blueprint == null || suffix == null || Suffix.problem(suffix, Suffix.LONGEST) != null) {
            return Optional.empty();
        }
        String home = tags.get(Stacks.REGION_TAG);
        return Optional.of(new Owner(
                new EnvironmentKey(
                        session.account(), home == null ? session.region() : home, blueprint, new Suffix(suffix)),
                home != null));
    }
}
