package io.tapdeck.deploy.diagnosis;

import static io.tapdeck.deploy.diagnosis.Advice.again;
import static io.tapdeck.deploy.diagnosis.Advice.elsewhere;
import static io.tapdeck.deploy.diagnosis.Advice.otherSuffix;
import static io.tapdeck.deploy.diagnosis.Advice.recover;
import static io.tapdeck.deploy.diagnosis.Advice.settings;
import static java.util.Map.entry;

import io.tapdeck.aws.FailureReason;
import java.util.Map;

/** What can be done about failures of networks, functions, topics and logs. */
public final class ServiceRemedies {
    private ServiceRemedies() {}

    static final Map<FailureReason, Advice> ALL = Map.ofEntries(
            entry(
                    FailureReason.VPC_QUOTA,
                    new Advice(
                            "The region has as many VPCs as the account's quota allows, usually five.",
                            elsewhere("Ask for a higher quota of VPCs in Service Quotas."),
                            elsewhere("Delete a VPC that is not needed, then deploy again."),
                            settings("Choose another region."))),
            entry(
                    FailureReason.ADDRESS_QUOTA,
                    new Advice(
                            "The region has as many elastic addresses as the account's quota allows, usually five.",
                            elsewhere("Release an address that is not needed, then deploy again."),
                            elsewhere("Ask for a higher quota of EC2 in Service Quotas."))),
            entry(
                    FailureReason.CIDR_TAKEN,
                    new Advice(
                            "A subnet with these addresses already exists in the VPC.",
                            settings("Choose other addresses."))),
            entry(
                    FailureReason.IN_USE,
                    new Advice(
                            "Something that this stack did not make still uses it, such as a network interface.",
                            elsewhere("Delete what uses it, then repeat."),
                            recover("Leave it in the account, without a stack."))),
            entry(
                    FailureReason.ROLE_NOT_ASSUMABLE,
                    new Advice(
                            "Lambda does not see the new role yet: IAM needs a moment to spread it.",
                            again("Wait a minute, then deploy again."))),
            entry(
                    FailureReason.RUNTIME_RETIRED,
                    new Advice(
                            "Lambda has retired the runtime that the function asks for.",
                            elsewhere("Use the newest Tapdeck: the blueprint is at fault."))),
            entry(
                    FailureReason.CONCURRENCY,
                    new Advice(
                            "The account's concurrency leaves too little for functions without a share of their own.",
                            elsewhere("Ask for more concurrent executions of Lambda in Service Quotas."),
                            settings("Reserve less concurrency."))),
            entry(
                    FailureReason.SUBSCRIPTION,
                    new Advice(
                            "SNS does not take a recipient's address.",
                            settings("Correct the recipient that AWS names."))),
            entry(
                    FailureReason.LOG_GROUP_EXISTS,
                    new Advice(
                            "A log group of this name was left behind, or a function wrote to it after it was deleted.",
                            elsewhere("Delete the log group if nothing needs it, then deploy again."),
                            otherSuffix())));
}
