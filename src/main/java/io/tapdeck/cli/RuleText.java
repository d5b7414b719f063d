package io.tapdeck.cli;

import io.tapdeck.synth.RuleFinding;
import java.io.PrintStream;
import java.util.List;

/** cdk-nag's findings in words: what has no reason, then what has one. */
final class RuleText {
    private RuleText() {}

    static void print(PrintStream to, List<RuleFinding> findings) {
        long open = findings.stream()
                .filter(finding -> finding.suppressedBecause() == null)
                .count();
        to.printf("cdk-nag, AwsSolutions: %d findings without a reason, %d with one.%n", open, findings.size() - open);
        for (RuleFinding finding : findings) {
            to.printf("  %s at %s: %s%n", finding.rule(), finding.resource(), finding.text());
            if (finding.suppressedBecause() != null) {
                to.println("      Accepted: " + finding.suppressedBecause());
            }
        }
    }
}
