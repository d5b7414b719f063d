package io.tapdeck.deploy.diagnosis;

import static io.tapdeck.deploy.diagnosis.Advice.again;
import static io.tapdeck.deploy.diagnosis.Advice.elsewhere;
import static io.tapdeck.deploy.diagnosis.Advice.otherSuffix;
import static io.tapdeck.deploy.diagnosis.Advice.recover;
import static io.tapdeck.deploy.diagnosis.Advice.settings;
import static java.util.Map.entry;

import io.tapdeck.aws.FailureReason;
import java.util.Map;

/** What can be done about what resource handlers of any type report. */
public final class HandlerRemedies {
    private HandlerRemedies() {}

    static final Map<FailureReason, Advice> ALL = Map.ofEntries(
            entry(
                    FailureReason.ALREADY_EXISTS,
                    new Advice(
                            "Something in the account already has this name, left behind or made by someone else.",
                            otherSuffix(),
                            elsewhere("Delete what has the name if nothing needs it, then deploy again."))),
            entry(
                    FailureReason.QUOTA,
                    new Advice(
                            "The account has as many of these as its quota allows.",
                            elsewhere("Ask for a higher quota in Service Quotas."),
                            elsewhere("Delete one that is not needed, then deploy again."))),
            entry(
                    FailureReason.BEING_CHANGED,
                    new Advice(
                            "Something else is changing this resource at the moment.",
                            again("Wait until that is done, then deploy again."))),
            entry(
                    FailureReason.THROTTLED,
                    new Advice(
                            "AWS was asked too often by this account; the definition is not at fault.",
                            again("Wait a minute, then deploy again."))),
            entry(
                    FailureReason.DENIED,
                    new Advice(
                            "The session's role, or a policy above it, does not allow this action.",
                            elsewhere("Ask for the permission that AWS names."),
                            elsewhere("Deploy with a role that has it."))),
            entry(
                    FailureReason.NOT_STABLE,
                    new Advice(
                            "The resource took longer than CloudFormation waits for it.",
                            again(),
                            elsewhere("Look at the resource in the AWS console."))),
            entry(
                    FailureReason.NOT_UPDATABLE,
                    new Advice(
                            "This resource cannot be changed so once it exists.",
                            settings("Put the setting back, or make a new environment with it."))),
            entry(
                    FailureReason.NOT_FOUND,
                    new Advice(
                            "What the stack made is gone: somebody deleted it outside of CloudFormation.",
                            recover("See how the stack stands."),
                            elsewhere("Make it again by hand under the same name, then repeat."))),
            entry(
                    FailureReason.INVALID,
                    new Advice(
                            "The service does not take a value that stands in the template.",
                            settings("Change the setting that AWS names and deploy again."))),
            entry(
                    FailureReason.INTERNAL,
                    new Advice("The service failed on its side; the definition is not at fault.", again())));
}
