package io.tapdeck.deploy.diagnosis;

import static io.tapdeck.deploy.diagnosis.Advice.again;
import static io.tapdeck.deploy.diagnosis.Advice.elsewhere;
import static io.tapdeck.deploy.diagnosis.Advice.otherSuffix;
import static io.tapdeck.deploy.diagnosis.Advice.settings;
import static java.util.Map.entry;

import io.tapdeck.aws.FailureReason;
import java.util.Map;

/** What can be done about failures of rights, keys and secrets. */
public final class AccessRemedies {
    private AccessRemedies() {}

    static final Map<FailureReason, Advice> ALL = Map.ofEntries(
            entry(
                    FailureReason.SERVICE_CONTROL_POLICY,
                    new Advice(
                            "A policy of the organization forbids this in the whole account, whatever the role may.",
                            elsewhere("Ask the organization's administrator for an exception."),
                            settings("Do without what it forbids, or choose a region that it allows."))),
            entry(
                    FailureReason.PERMISSIONS_BOUNDARY,
                    new Advice(
                            "The role's permissions boundary does not allow this action.",
                            elsewhere("Ask for a boundary that allows what AWS names."),
                            elsewhere("Deploy with a role that has another boundary."))),
            entry(
                    FailureReason.SERVICE_LINKED_ROLE,
                    new Advice(
                            "The service's own role is missing in this account, or AWS is still making it.",
                            again("Wait a minute, then deploy again."),
                            elsewhere("Ask for iam:CreateServiceLinkedRole, or have the role made once."))),
            entry(
                    FailureReason.EXPIRED_WHILE_RUNNING,
                    new Advice(
                            "CloudFormation worked with the session's credentials, and they ended before it was done.",
                            again("Sign in again, then deploy again."),
                            elsewhere("Give the target a service role: its credentials do not end."))),
            entry(
                    FailureReason.SECRET_SCHEDULED,
                    new Advice(
                            "The secret's name is still taken: AWS keeps a deleted secret for 7 to 30 days.",
                            otherSuffix(),
                            elsewhere("Restore the secret and look at what it holds."),
                            elsewhere("Delete the secret for good, then deploy again."))),
            entry(
                    FailureReason.KEY_PENDING_DELETION,
                    new Advice(
                            "The encryption key will be deleted soon and cannot be used. What it encrypts is lost with it.",
                            elsewhere("Cancel the key's deletion and enable it, then deploy again."))),
            entry(
                    FailureReason.KEY_UNUSABLE,
                    new Advice(
                            "The encryption key is disabled, or its policy shuts the service out.",
                            elsewhere("Enable the key or mend its policy, then deploy again."))),
            entry(
                    FailureReason.KEY_POLICY,
                    new Advice(
                            "KMS does not take the key's policy: a principal in it does not exist, or nobody could change"
                                    + " the policy afterwards.",
                            elsewhere("Make sure that the roles named in it exist, then deploy again."))));
}
