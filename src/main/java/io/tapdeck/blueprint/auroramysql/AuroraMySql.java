package io.tapdeck.blueprint.auroramysql;

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
import io.tapdeck.environment.Problem;
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

/** Aurora MySQL Serverless v2: a writer and a reader in two zones, its network, key, backup bucket and alarms. */
public final class AuroraMySql implements Blueprint {
    /** The blueprint's id. */
    public static final String ID = "aurora-mysql";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Aurora MySQL Serverless v2";
    }

    @Override
    public String summary() {
        return "A writer and a reader in two zones, encrypted with its own key, with a backup bucket, four alarms and"
                + " a topic that tells people.";
    }

    @Override
    public List<Preset> presets() {
        return AuroraPresets.ALL;
    }

    @Override
    public List<SettingSection> sections() {
        return AuroraSettings.SECTIONS;
    }

    @Override
    public List<Fact> facts(String sectionId, UnaryOperator<String> settings) {
        return sectionId.equals(AuroraSettings.CAPACITY) ? AuroraCapacity.facts(settings) : List.of();
    }

    @Override
    public Map<String, String> settingsFor(Suffix suffix) {
        return Protection.proposedFor(suffix);
    }

    @Override
    public List<OutputDescription> outputs() {
        return AuroraOutputs.all();
    }

    @Override
    public List<AlarmDescription> alarms() {
        return AuroraAlarms.ALL;
    }

    @Override
    public List<ChartDescription> charts() {
        return alarms().stream()
                .map(alarm -> new ChartDescription(
                        alarm.id(),
                        alarm.title(),
                        alarm.metric(),
                        alarm.id(),
                        null,
                        AuroraAlarms.byRole(alarm.metric())))
                .toList();
    }

    @Override
    public List<PhysicalName> physicalNames() {
        return List.of(
                new PhysicalName(
                        "backup bucket",
                        "aurora-backups-{account}-{region}-{suffix}",
                        63,
                        "S3 user guide, “General purpose bucket naming rules”"),
                new PhysicalName(
                        "stack",
                        "tapdeck-aurora-mysql-{suffix}",
                        128,
                        "CloudFormation user guide, “Understand CloudFormation quotas”"),
                new PhysicalName(
                        "key alias", "alias/tapdeck-aurora-mysql-{suffix}", 256, "KMS API reference, CreateAlias"),
                new PhysicalName(
                        "key alias by suffix", "alias/aurora-db-key-{suffix}", 256, "KMS API reference, CreateAlias"),
                new PhysicalName(
                        "secret", "aurora-db-secret-{suffix}", 512, "Secrets Manager API reference, CreateSecret"),
                new PhysicalName("alarm topic", "aurora-alarms-{suffix}", 256, "SNS API reference, CreateTopic"));
    }

    @Override
    public List<ResourceGroup> resourceGroups() {
        return List.of(
                new ResourceGroup(
                        "network",
                        "Network",
                        List.of(
                                "AWS::EC2::VPC",
                                "AWS::EC2::Subnet",
                                "AWS::EC2::RouteTable",
                                "AWS::EC2::SubnetRouteTableAssociation",
                                "AWS::EC2::SecurityGroup",
                                "AWS::RDS::DBSubnetGroup"),
                        List.of()),
                new ResourceGroup("encryption", "Encryption", List.of("AWS::KMS::Key", "AWS::KMS::Alias"), List.of()),
                new ResourceGroup(
                        "database",
                        "Database",
                        List.of(
                                "AWS::RDS::DBCluster",
                                "AWS::RDS::DBInstance",
                                "AWS::RDS::DBClusterParameterGroup",
                                "AWS::RDS::DBParameterGroup",
                                "AWS::SecretsManager::Secret",
                                "AWS::SecretsManager::SecretTargetAttachment",
                                "AWS::IAM::Role",
                                "AWS::IAM::Policy",
                                "AWS::Lambda::Function",
                                "Custom::LogRetention"),
                        List.of()),
                new ResourceGroup(
                        "backup",
                        "Backup bucket",
                        List.of("AWS::S3::Bucket", "AWS::S3::BucketPolicy", "Custom::S3AutoDeleteObjects"),
                        List.of("CustomS3AutoDelete", "DatabaseBackup")),
                new ResourceGroup(
                        "alarms",
                        "Alarms and topic",
                        List.of(
                                "AWS::CloudWatch::Alarm",
                                "AWS::SNS::Topic",
                                "AWS::SNS::TopicPolicy",
                                "AWS::SNS::Subscription"),
                        List.of()));
    }

    @Override
    public String mainGroup() {
        return "database";
    }

    @Override
    public List<SettingRule> rules() {
        return AuroraRules.ALL;
    }

    @Override
    public List<SettingRule> rulesIn(String region) {
        return List.of(AuroraRestore.here(region));
    }

    @Override
    public List<Problem> changeProblems(EnvironmentDefinition running, EnvironmentDefinition wanted) {
        return AuroraRules.changeProblems(running, wanted);
    }

    @Override
    public List<SettingLoss> losses(EnvironmentDefinition running, EnvironmentDefinition wanted) {
        return AuroraLosses.of(running, wanted);
    }

    @Override
    public Optional<Draft> recognize(SeedTemplate template) {
        return AuroraSeeds.recognize(template);
    }

    @Override
    public List<Usage> usage(EnvironmentDefinition definition) {
        return AuroraUsage.of(definition);
    }

    @Override
    public List<Finding> findings(EnvironmentDefinition definition) {
        return AuroraFindings.of(definition);
    }
}
