package io.tapdeck.blueprint.backupsystem;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Fact;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.OutputDescription;
import io.tapdeck.environment.PhysicalName;
import io.tapdeck.environment.Preset;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.ResourceGroup;
import io.tapdeck.environment.SeedTemplate;
import io.tapdeck.environment.SettingLoss;
import io.tapdeck.environment.SettingRule;
import io.tapdeck.environment.SettingSection;
import io.tapdeck.environment.Suffix;
import io.tapdeck.environment.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A place for backups: two buckets that replicate, tables that know what is in them, a queue of jobs, and alarms. */
public final class BackupSystem implements Blueprint {
    /** The blueprint's id. */
    public static final String ID = "backup-system";

    private static final String BUCKET_RULES = "S3 user guide, “General purpose bucket naming rules”";
    private static final String TABLE_RULES = "DynamoDB developer guide, “Naming rules”";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Backup system";
    }

    @Override
    public String summary() {
        return "Buckets that replicate, tables of metadata and file hashes, a job queue with dead letters, alarms and a"
                + " dashboard, all encrypted with their own key.";
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("plain", "Plain", "AWS chooses the names of tables, queue and topic.", Map.of(), List.of()),
                new Preset(
                        "named",
                        "Named",
                        "Tables, queue and topic are named after the environment.",
                        Map.of(BackupSettings.PHYSICAL_NAMES, "true"),
                        List.of()));
    }

    @Override
    public List<SettingSection> sections() {
        return BackupSettings.SECTIONS;
    }

    @Override
    public List<Fact> facts(String sectionId, UnaryOperator<String> settings) {
        return sectionId.equals(BackupSettings.STORAGE) ? BackupLifecycle.facts(settings) : List.of();
    }

    @Override
    public Map<String, String> settingsFor(Suffix suffix) {
        return Protection.proposedFor(suffix);
    }

    @Override
    public List<OutputDescription> outputs() {
        return BackupOutputs.all();
    }

    @Override
    public List<AlarmDescription> alarms() {
        return BackupAlarms.ALL;
    }

    @Override
    public List<ChartDescription> charts() {
        return BackupAlarms.CHARTS;
    }

    @Override
    public List<PhysicalName> physicalNames() {
        return List.of(
                new PhysicalName("backup bucket", "backup-primary-{suffix}-{account}-{region}", 63, BUCKET_RULES),
                new PhysicalName("replica bucket", "backup-replication-{suffix}-{account}-{region}", 63, BUCKET_RULES),
                new PhysicalName("log bucket", "backup-logs-{suffix}-{account}-{region}", 63, BUCKET_RULES),
                new PhysicalName(
                        "replica bucket of another region",
                        "backup-replica-{suffix}-{account}-{region}",
                        63,
                        BUCKET_RULES),
                new PhysicalName(
                        "log bucket of another region", "replica-logs-{suffix}-{account}-{region}", 63, BUCKET_RULES),
                new PhysicalName(
                        "stack",
                        "tapdeck-backup-system-{suffix}-replica",
                        128,
                        "CloudFormation user guide, “Understand CloudFormation quotas”"),
                new PhysicalName("metadata table", "TapStack{suffix}-BackupMetadataTable-{stackId}", 255, TABLE_RULES),
                new PhysicalName(
                        "deduplication table", "TapStack{suffix}-DeduplicationTable-{stackId}", 255, TABLE_RULES),
                new PhysicalName(
                        "queue", "TapStack{suffix}-BackupQueue-{stackId}", 80, "SQS API reference, CreateQueue"),
                new PhysicalName(
                        "topic",
                        "TapStack{suffix}-BackupNotificationTopic-{stackId}",
                        256,
                        "SNS API reference, CreateTopic"),
                new PhysicalName(
                        "dashboard",
                        "BackupSystemMonitoring-{suffix}-{region}",
                        255,
                        "CloudWatch API reference, PutDashboard"));
    }

    @Override
    public List<ResourceGroup> resourceGroups() {
        return List.of(
                new ResourceGroup("encryption", "Encryption", List.of("AWS::KMS::Key"), List.of()),
                new ResourceGroup(
                        "backup",
                        "Buckets and replication",
                        List.of(
                                "AWS::S3::Bucket",
                                "AWS::S3::BucketPolicy",
                                "AWS::IAM::Role",
                                "AWS::IAM::Policy",
                                "AWS::Lambda::Function",
                                "Custom::S3AutoDeleteObjects"),
                        List.of()),
                new ResourceGroup("tables", "Tables", List.of("AWS::DynamoDB::Table"), List.of()),
                new ResourceGroup("queue", "Queues", List.of("AWS::SQS::Queue", "AWS::SQS::QueuePolicy"), List.of()),
                new ResourceGroup(
                        "alarms",
                        "Alarms, topic and dashboard",
                        List.of(
                                "AWS::CloudWatch::Alarm",
                                "AWS::CloudWatch::Dashboard",
                                "AWS::SNS::Topic",
                                "AWS::SNS::TopicPolicy",
                                "AWS::SNS::Subscription"),
                        List.of()));
    }

    @Override
    public List<SettingRule> rules() {
        return List.of(BackupRules.OLDEST_MESSAGE);
    }

    @Override
    public String mainGroup() {
        return "backup";
    }

    @Override
    public List<SettingRule> rulesIn(String region) {
        return List.of(BackupRules.replicaFor(region));
    }

    @Override
    public List<SettingLoss> losses(EnvironmentDefinition running, EnvironmentDefinition wanted) {
        return BackupLosses.of(running, wanted);
    }

    @Override
    public Optional<Draft> recognize(SeedTemplate template) {
        return BackupSeeds.recognize(template);
    }

    @Override
    public List<Usage> usage(EnvironmentDefinition definition) {
        return BackupUsage.of(definition);
    }

    @Override
    public List<Finding> findings(EnvironmentDefinition definition) {
        return BackupFindings.of(definition);
    }
}
