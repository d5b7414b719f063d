package io.tapdeck.deploy;

import io.tapdeck.aws.AwsTexts.Reason;
import java.util.List;
import java.util.Map;

/** What failures mean and what can be done: the ones that an Aurora environment is likely to meet. */
final class Remedies {
    private Remedies() {}

    /**
     * Advice on one failure.
     *
     * @param remedies the safest useful one first
     */
    record Advice(String meaning, List<Remedy> remedies) {
        Advice(String meaning, Remedy... remedies) {
            this(meaning, List.of(remedies));
        }
    }

    private static final Remedy AGAIN = new Remedy("Deploy again.", Remedy.Action.DEPLOY_AGAIN);

    private static final Map<Reason, Advice> KNOWN = Map.ofEntries(
            Map.entry(
                    Reason.SCHEDULED_FOR_DELETION,
                    new Advice(
                            "The secret's name is still taken: AWS keeps a deleted secret for 7 to 30 days.",
                            new Remedy("Use another suffix.", Remedy.Action.OTHER_SUFFIX),
                            Remedy.elsewhere("Restore the secret and look at what it holds."),
                            Remedy.elsewhere("Delete the secret for good, then deploy again."))),
            Map.entry(
                    Reason.ALREADY_EXISTS,
                    new Advice(
                            "Something in the account already has this name, left behind or made by someone else.",
                            new Remedy("Use another suffix.", Remedy.Action.OTHER_SUFFIX),
                            Remedy.elsewhere("Delete what has the name if nothing needs it, then deploy again."))),
            Map.entry(
                    Reason.NO_SUCH_VERSION,
                    new Advice(
                            "The region does not offer this engine version for new clusters.",
                            new Remedy(
                                    "Choose another engine version and deploy again.", Remedy.Action.CHANGE_SETTINGS))),
            Map.entry(
                    Reason.LIMIT,
                    new Advice(
                            "The account has as many of these as its quota allows.",
                            Remedy.elsewhere("Ask for a higher quota in Service Quotas."),
                            Remedy.elsewhere("Delete one that is not needed, then deploy again."))),
            Map.entry(
                    Reason.DENIED,
                    new Advice(
                            "The session's role, or a policy above it, does not allow this action.",
                            Remedy.elsewhere("Ask for the permission that AWS names."),
                            Remedy.elsewhere("Deploy with a role that has it."))),
            Map.entry(
                    Reason.PROTECTED,
                    new Advice(
                            "The database's own deletion protection is on.",
                            Remedy.elsewhere("Turn deletion protection off in a deployment of its own, then repeat."))),
            Map.entry(
                    Reason.NOT_EMPTY,
                    new Advice(
                            "AWS deletes a bucket only when it holds no object and no version.",
                            Remedy.elsewhere("Empty the bucket, then repeat."))),
            Map.entry(
                    Reason.NO_CAPACITY,
                    new Advice(
                            "AWS has no room for this in the zone at the moment.",
                            Remedy.elsewhere("Deploy again later."),
                            Remedy.elsewhere("Choose another region."))),
            Map.entry(
                    Reason.KEY_UNUSABLE,
                    new Advice(
                            "The encryption key is disabled, being deleted, or its policy shuts the service out.",
                            Remedy.elsewhere("Enable the key or mend its policy, then deploy again."))),
            Map.entry(
                    Reason.NOT_STABLE,
                    new Advice(
                            "The resource took longer than CloudFormation waits for it.",
                            AGAIN,
                            Remedy.elsewhere("Look at the resource in the AWS console."))),
            Map.entry(
                    Reason.INVALID,
                    new Advice(
                            "The service does not take a value that stands in the template.",
                            new Remedy(
                                    "Change the setting that AWS names and deploy again.",
                                    Remedy.Action.CHANGE_SETTINGS))),
            Map.entry(
                    Reason.INTERNAL,
                    new Advice("The service failed on its side; the definition is not at fault.", AGAIN)));

    private static final Advice UNKNOWN = new Advice(
            "AWS could not bring this resource to the state that the template asks for; its words say why.",
            Remedy.elsewhere("Mend what AWS names, then deploy again."),
            Remedy.elsewhere("Look at the resource in the AWS console."));

    /** Advice on a failure with that reason. */
    static Advice of(String reason) {
        return Reason.in(reason).map(KNOWN::get).orElse(UNKNOWN);
    }
}
