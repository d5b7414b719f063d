package io.tapdeck.blueprint.backupsystem.stack;

import io.tapdeck.blueprint.backupsystem.BackupAlarms;
import io.tapdeck.blueprint.stack.RuleReason;
import java.util.List;

/** Why {@code backup-system} does not follow some of cdk-nag's AwsSolutions rules. */
final class RuleReasons {
    static final List<RuleReason> ALL = List.of(
            new RuleReason(
                    "AwsSolutions-IAM5",
                    "ReplicationRole",
                    "S3 copies every object, so it may read all of one bucket and write all of the other, and may do"
                            + " nothing else."),
            new RuleReason(
                    "AwsSolutions-DDB3",
                    BackupAlarms.DEDUPLICATION,
                    "The hashes expire by themselves, and can be taken from the backups again."),
            new RuleReason(
                    "AwsSolutions-DDB3",
                    BackupAlarms.METADATA,
                    "Point-in-time recovery is a setting, and on unless it is switched off."));

    private RuleReasons() {}
}
