package io.tapdeck.blueprint.backupsystem;

import io.tapdeck.blueprint.backupsystem.BackupLifecycle.Step;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.Finding.Severity;
import io.tapdeck.environment.Problem.Fix;
import io.tapdeck.environment.Protection;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is worth knowing about a definition that AWS would take. */
final class BackupFindings {
    private final EnvironmentDefinition definition;
    private final List<Finding> findings = new ArrayList<>();

    private BackupFindings(EnvironmentDefinition definition) {
        this.definition = definition;
    }

    static List<Finding> of(EnvironmentDefinition definition) {
        BackupFindings all = new BackupFindings(definition);
        Protection.finding(definition, "every backup and every replica").ifPresent(all.findings::add);
        all.retries();
        all.replica();
        all.omittedSteps();
        all.cutShort();
        all.recipients();
        return all.findings;
    }

    /** A job that fails once waits for the timeout before it is tried again. */
    private void retries() {
        AlarmRule age = definition
                .alarm(BackupAlarms.OLDEST_MESSAGE)
                .filter(AlarmRule::enabled)
                .orElse(null);
        BigDecimal timeout = definition.number(BackupSettings.VISIBILITY_TIMEOUT);
        if (age == null || age.threshold().compareTo(timeout) > 0) {
            return;
        }
        // Every attempt may take the whole timeout; half a day is the longest one, so days stay within SQS's fourteen.
        String enough = timeout.multiply(BigDecimal.TWO).toPlainString();
        warn(
                "one-retry-alarms",
                "One retry raises the alarm",
                "A failed job comes back after %s s. The oldest-job alarm starts at %s s."
                        .formatted(timeout.toPlainString(), age.thresholdText()),
                new Fix("Set it to " + enough + " s", "alarm." + age.id() + ".threshold", enough));
    }

    private void replica() {
        if (BackupSettings.replicaRegion(definition) == null) {
            note(
                    "replica-in-the-same-region",
                    "Replicas in the same region",
                    "They survive a deleted backup, not the loss of the region. A replica region is chosen once.");
        }
    }

    private void omittedSteps() {
        List<Step> omitted = BackupLifecycle.of(definition).omitted();
        if (!omitted.isEmpty()) {
            note(
                    "expires-before-cheaper-storage",
                    "Backups expire before cheaper storage",
                    "At %s days they never reach %s.".formatted(days(), titles(omitted)));
        }
    }

    private void cutShort() {
        List<Step> cutShort = BackupLifecycle.of(definition).cutShort();
        if (!cutShort.isEmpty()) {
            Step last = cutShort.getLast();
            note(
                    "charged-after-expiry",
                    "Charged after they are gone",
                    "%s is charged for %d days at least; backups leave it earlier."
                            .formatted(last.title(), last.leastDays()));
        }
    }

    private void recipients() {
        if (definition.recipients().isEmpty()) {
            note("nobody-is-told", "Nobody is told", "Alarms reach the topic, and nobody is subscribed to it.");
        }
    }

    private String days() {
        return definition.text(BackupSettings.RETENTION_DAYS);
    }

    private static String titles(List<Step> steps) {
        return steps.stream().map(Step::title).collect(Collectors.joining(" and "));
    }

    private void warn(String id, String title, String text, @Nullable Fix fix) {
        findings.add(new Finding(id, Severity.WARNING, title, text, fix));
    }

    private void note(String id, String title, String text) {
        findings.add(new Finding(id, Severity.NOTE, title, text, null));
    }
}
