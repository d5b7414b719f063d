package io.tapdeck.deploy.diagnosis;

import io.tapdeck.aws.FailureReason;
import java.util.EnumMap;
import java.util.Map;

/**
 * The catalogue of what failures mean and what can be done: those that environments of the built-in blueprints can meet, by
 * service. {@link FailureReason} tells by which words of AWS each is known, and where those are written.
 */
public final class Remedies {
    private static final Map<FailureReason, Advice> KNOWN = known();

    private static final Advice UNKNOWN = new Advice(
            "AWS could not bring this resource to the state that the template asks for; its words say why.",
            Advice.again("Mend what AWS names, then deploy again."),
            Advice.elsewhere("Look at the resource in the AWS console."));

    private Remedies() {}

    private static Map<FailureReason, Advice> known() {
        Map<FailureReason, Advice> all = new EnumMap<>(FailureReason.class);
        all.putAll(StackRemedies.ALL);
        all.putAll(AccessRemedies.ALL);
        all.putAll(DatabaseRemedies.ALL);
        all.putAll(StorageRemedies.ALL);
        all.putAll(ServiceRemedies.ALL);
        all.putAll(HandlerRemedies.ALL);
        return all;
    }

    /** Advice on a failure with that reason. */
    static Advice of(String reason) {
        return FailureReason.in(reason).map(Remedies::of).orElse(UNKNOWN);
    }

    private static Advice of(FailureReason reason) {
        return KNOWN.getOrDefault(reason, UNKNOWN);
    }

    /** Whether there is advice of its own for a reason. */
    static boolean knows(FailureReason reason) {
        return KNOWN.containsKey(reason);
    }
}
