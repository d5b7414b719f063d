package io.tapdeck.blueprint.backupsystem;

import io.tapdeck.environment.Draft;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.SeedTemplate;
import java.util.Optional;

/** Reads the templates of the two seeds, {@code backup-plain} and {@code backup-named}. */
final class BackupSeeds {
    private static final String QUEUE = "AWS::SQS::Queue";
    private static final String TABLE = "AWS::DynamoDB::Table";

    private BackupSeeds() {}

    /** The definition that fits; empty if the template is not one of theirs. */
    static Optional<Draft> recognize(SeedTemplate template) {
        if (!template.has(TABLE, "BackupMetadataTable") || !template.has(QUEUE, "BackupQueue")) {
            return Optional.empty();
        }
        BackupSystem blueprint = new BackupSystem();
        String preset =
                template.of(TABLE, "BackupMetadataTable").anyMatch(table -> table.has("TableName")) ? "named" : "plain";
        return template.after("BackupSystemMonitoring-", "AWS::CloudWatch::Dashboard", "", "/DashboardName")
                .map(suffix -> {
                    Draft draft = Draft.of(blueprint, blueprint.preset(preset).orElseThrow())
                            .withSuffix(suffix)
                            .withSetting(Protection.KEY, Protection.DISPOSABLE);
                    draft = with(
                            draft,
                            BackupSettings.RETENTION_DAYS,
                            template.text(
                                    "AWS::S3::Bucket",
                                    "BackupBucket",
                                    "/LifecycleConfiguration/Rules/0/ExpirationInDays"));
                    draft = with(
                            draft,
                            BackupSettings.VISIBILITY_TIMEOUT,
                            template.text(QUEUE, "BackupQueue", "/VisibilityTimeout"));
                    draft = with(
                            draft,
                            BackupSettings.MAX_RECEIVE_COUNT,
                            template.text(QUEUE, "BackupQueue", "/RedrivePolicy/maxReceiveCount"));
                    return template.withAlarms(draft, blueprint);
                });
    }

    private static Draft with(Draft draft, String key, Optional<String> value) {
        return value.map(text -> draft.withSetting(key, text)).orElse(draft);
    }
}
