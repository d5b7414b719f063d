package io.tapdeck.deploy.diagnosis;

import static io.tapdeck.deploy.diagnosis.Advice.again;
import static io.tapdeck.deploy.diagnosis.Advice.elsewhere;
import static io.tapdeck.deploy.diagnosis.Advice.otherSuffix;
import static io.tapdeck.deploy.diagnosis.Advice.recover;
import static io.tapdeck.deploy.diagnosis.Advice.settings;
import static java.util.Map.entry;

import io.tapdeck.aws.FailureReason;
import java.util.Map;

/** What can be done about failures of the stack itself: its policies, exports, alarms and custom resources. */
public final class StackRemedies {
    private StackRemedies() {}

    static final Map<FailureReason, Advice> ALL = Map.ofEntries(
            entry(
                    FailureReason.ROLLBACK_ALARM,
                    new Advice(
                            "An alarm that the update was watched by rang, or could not be found, and AWS went back.",
                            settings("Look at what rang, then change the definition."),
                            again("If the alarm had another cause, deploy again."))),
            entry(
                    FailureReason.STACK_POLICY,
                    new Advice(
                            "The stack has a policy that forbids this change.",
                            settings("Leave that resource as it is."),
                            elsewhere("Ask who set the stack policy to allow the change for once."))),
            entry(
                    FailureReason.CANCELLED_BY_USER,
                    new Advice("Somebody cancelled the update; nothing is wrong with it.", again())),
            entry(
                    FailureReason.HOOK,
                    new Advice(
                            "A hook of this account judged the template and refused it.",
                            settings("Change what the hook names."),
                            elsewhere("Ask who runs the hook."))),
            entry(
                    FailureReason.EXPORT_IN_USE,
                    new Advice(
                            "Another stack imports a value that this change takes away.",
                            elsewhere("Make the stack that AWS names stop importing it, then repeat."))),
            entry(
                    FailureReason.EXPORT_TAKEN,
                    new Advice(
                            "Another stack of this region already exports a value under the same name.",
                            otherSuffix(),
                            elsewhere("Delete the other stack if nothing needs it, then deploy again."))),
            entry(
                    FailureReason.NAMED_REPLACEMENT,
                    new Advice(
                            "The resource would be replaced, and two of one name cannot exist at once.",
                            settings("Put the setting that replaces it back."),
                            otherSuffix())),
            entry(
                    FailureReason.CUSTOM_RESOURCE_SILENT,
                    new Advice(
                            "The function behind this resource never answered; CloudFormation waited up to an hour.",
                            elsewhere("Read the function's log, then repeat."),
                            recover("See how the stack stands."))),
            entry(
                    FailureReason.CUSTOM_RESOURCE_FAILED,
                    new Advice(
                            "The function behind this resource reports a failure; its words follow AWS's.",
                            elsewhere("Read the function's log, mend what it names, then repeat."),
                            recover("See how the stack stands."))));
}
