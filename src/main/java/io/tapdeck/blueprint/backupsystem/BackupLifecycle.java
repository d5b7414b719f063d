package io.tapdeck.blueprint.backupsystem;

import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What happens to a backup as it ages, the same in both buckets: lifecycle actions are not replicated (S3 user guide,
 * "What does Amazon S3 replicate?").
 *
 * @param steps from the earliest to the latest, all before the expiry (S3 API reference, LifecycleExpiration)
 * @param expiryDays after so many days a backup is hidden behind a delete marker
 * @param noncurrentDays after so many days more it is gone
 */
public record BackupLifecycle(List<Step> steps, BigDecimal expiryDays, BigDecimal noncurrentDays) {

    /**
     * A move to a cheaper storage class.
     *
     * @param storageClass S3's name of it, such as {@code DEEP_ARCHIVE}
     * @param title the words for it
     * @param day the age at which a backup is moved
     * @param leastDays for how many days at least the class is charged (S3 pricing)
     */
    public record Step(String storageClass, String title, int day, int leastDays) {}

    private static final List<Step> STEPS = List.of(
            new Step("INTELLIGENT_TIERING", "Intelligent-Tiering", 1, 0),
            new Step("GLACIER", "Glacier Flexible Retrieval", 30, 90),
            new Step("DEEP_ARCHIVE", "Glacier Deep Archive", 90, 180));

    public BackupLifecycle {
        steps = List.copyOf(steps);
    }

    /** The lifecycle of a definition. */
    public static BackupLifecycle of(EnvironmentDefinition definition) {
        return of(definition.number(BackupSettings.RETENTION_DAYS), definition.number(BackupSettings.NONCURRENT_DAYS));
    }

    private static BackupLifecycle of(BigDecimal expiryDays, BigDecimal noncurrentDays) {
        return new BackupLifecycle(
                STEPS.stream().filter(step -> comesBefore(step, expiryDays)).toList(), expiryDays, noncurrentDays);
    }

    private static boolean comesBefore(Step step, BigDecimal expiryDays) {
        return BigDecimal.valueOf(step.day()).compareTo(expiryDays) < 0;
    }

    /** The steps that this lifecycle leaves out. */
    List<Step> omitted() {
        return STEPS.stream().filter(step -> !steps.contains(step)).toList();
    }

    /** Steps to a class that charges for longer than a backup stays in it. */
    List<Step> cutShort() {
        BigDecimal gone = expiryDays.add(noncurrentDays);
        return steps.stream()
                .filter(step ->
                        BigDecimal.valueOf(step.day() + step.leastDays()).compareTo(gone) > 0)
                .toList();
    }

    /** What valid settings amount to. */
    static List<Fact> facts(UnaryOperator<String> settings) {
        BackupLifecycle lifecycle = of(
                new BigDecimal(settings.apply(BackupSettings.RETENTION_DAYS).strip()),
                new BigDecimal(settings.apply(BackupSettings.NONCURRENT_DAYS).strip()));
        List<Fact> facts = new ArrayList<>();
        lifecycle.steps().forEach(step -> facts.add(new Fact("day " + step.day(), step.title())));
        facts.add(new Fact("day " + lifecycle.expiryDays().toPlainString(), "expired"));
        return facts;
    }
}
