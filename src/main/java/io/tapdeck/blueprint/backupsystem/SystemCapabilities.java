package io.tapdeck.blueprint.backupsystem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tapdeck.blueprint.backupsystem.BackupLifecycle.Step;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Protection;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a backup system can do, as its stack's output {@code SystemCapabilities} says it. Every claim follows from a
 * property of the template; what no template can promise (users, availability, times of recovery) is not claimed.
 *
 * @param retentionDays after so many days a backup expires in both buckets
 * @param noncurrentDays for so many days an overwritten, deleted or expired backup can be brought back
 * @param encryption who owns the key of backups, tables, queues and topic, and that of access logs
 * @param encryptionInTransit what buckets, queues and topic refuse
 * @param replication where the replicas are: {@code Same-Region} or {@code Cross-Region to <region>}
 * @param deduplication what the deduplication table is keyed by
 * @param auditLogging what records access to the buckets, and for how many days
 * @param costOptimization the storage classes that a backup passes through; empty if it expires before
 * @param pointInTimeRecovery whether the metadata table can be restored to any second
 * @param deletionProtection whether buckets, tables and key outlive the stack
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SystemCapabilities(
        BigDecimal retentionDays,
        BigDecimal noncurrentDays,
        String encryption,
        String encryptionInTransit,
        String replication,
        String deduplication,
        String auditLogging,
        List<String> costOptimization,
        boolean pointInTimeRecovery,
        boolean deletionProtection) {
    /** For so many days the log buckets keep what S3 writes into them. */
    public static final int LOG_DAYS = 90;

    public SystemCapabilities {
        costOptimization = List.copyOf(costOptimization);
    }

    /** What the system of a definition can do. */
    public static SystemCapabilities of(EnvironmentDefinition definition) {
        BackupLifecycle lifecycle = BackupLifecycle.of(definition);
        String replica = BackupSettings.replicaRegion(definition);
        return new SystemCapabilities(
                lifecycle.expiryDays(),
                lifecycle.noncurrentDays(),
                "KMS Customer Managed (access logs: S3 managed)",
                "TLS only",
                replica == null ? "Same-Region" : "Cross-Region to " + replica,
                "Table by file hash",
                "S3 access logs, %d days".formatted(LOG_DAYS),
                lifecycle.steps().stream().map(Step::storageClass).toList(),
                definition.isOn(BackupSettings.POINT_IN_TIME_RECOVERY),
                Protection.of(definition));
    }
}
