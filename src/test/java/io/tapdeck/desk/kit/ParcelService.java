package io.tapdeck.desk.kit;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.environment.Consequence;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Fact;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.MetricDescription.Part;
import io.tapdeck.environment.MetricDimension;
import io.tapdeck.environment.MissingData;
import io.tapdeck.environment.Mutability;
import io.tapdeck.environment.PhysicalName;
import io.tapdeck.environment.Preset;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.ResourceGroup;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingCondition;
import io.tapdeck.environment.SettingSection;
import io.tapdeck.environment.SettingSection.Form;
import io.tapdeck.environment.Suffix;
import io.tapdeck.environment.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A small blueprint that Tapdeck does not have: a queue of parcels and a table. It uses every kind of setting, section and
 * mutability, so that a desk which shows it shows what any blueprint may describe.
 */
public final class ParcelService implements Blueprint {
    /** What a parcel may weigh. */
    public static final Setting.Quantity LIGHTEST = quantity("lightest", "Lightest parcel", "1", "100", "kg");

    public static final Setting.Quantity HEAVIEST = quantity("heaviest", "Heaviest parcel", "20", "100", "kg");

    /** Many values: a text field. */
    public static final Setting.Quantity TIMEOUT = quantity("timeout", "Visibility timeout", "900", "43200", "s");

    /** Few values: a list. */
    public static final Setting.Quantity KEPT = quantity("kept", "Parcels kept", "4", "14", "days");

    public static final Setting.Choice BILLING = new Setting.Choice(
            "billing",
            "Billing",
            "How the table is paid for.",
            Mutability.REPLACES,
            "requests",
            List.of(
                    new Setting.Choice.Option("requests", "for each request"),
                    new Setting.Choice.Option("provisioned", "for a provision")));
    public static final Setting.Network NETWORK = new Setting.Network(
            "network", "Network", "The depot's addresses.", Mutability.FIXED, "", 16, 24, "no network of its own");
    public static final Setting.Name TABLE = new Setting.Name(
            "table",
            "Table name",
            "The table of parcels.",
            Mutability.REPLACES_LOSING_DATA,
            "parcels",
            30,
            name -> name.matches("[a-z]+") ? null : "A table name is lower-case letters.",
            null);
    public static final Setting.Toggle METRICS = new Setting.Toggle(
            "metrics", "Table metrics", "Throttles of the table, each minute.", Mutability.IN_PLACE, "false");
    public static final Setting.Toggle TRACKED = new Setting.Toggle(
            "tracked", "Tracking", "Where each parcel is, as it moves.", Mutability.IN_PLACE, "true");

    @Override
    public String id() {
        return "parcel-service";
    }

    @Override
    public String title() {
        return "Parcel service";
    }

    @Override
    public String summary() {
        return "A queue of parcels and a table that remembers them.";
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("town", "Town", "Light parcels, kept for four days.", Map.of(), List.of()),
                new Preset(
                        "freight",
                        "Freight",
                        "Heavy parcels, kept for two weeks.",
                        Map.of(HEAVIEST.key(), "100", KEPT.key(), "14"),
                        List.of()));
    }

    @Override
    public List<SettingSection> sections() {
        return List.of(
                new SettingSection("weight", "Weight", "what is taken", Form.RANGE, List.of(LIGHTEST, HEAVIEST)),
                Protection.section(
                        List.of(new Consequence(Consequence.Kind.LOSS, "Destroy deletes every parcel.")),
                        List.of(
                                new Consequence(Consequence.Kind.GAIN, "The table is kept."),
                                new Consequence(Consequence.Kind.LOCK, "Refused until protection is taken off."))),
                new SettingSection(
                        "depot", "Depot", "", Form.FIELDS, List.of(TIMEOUT, KEPT, BILLING, NETWORK, TABLE, METRICS)),
                new SettingSection("more", "More", "", Form.SWITCHES, List.of(TRACKED)));
    }

    @Override
    public List<Fact> facts(String sectionId, UnaryOperator<String> settings) {
        return sectionId.equals("weight")
                ? List.of(new Fact("up to " + settings.apply(HEAVIEST.key()) + " kg", "a parcel"))
                : List.of();
    }

    @Override
    public Map<String, String> settingsFor(Suffix suffix) {
        return Protection.proposedFor(suffix);
    }

    @Override
    public List<AlarmDescription> alarms() {
        MetricDescription age = MetricDescription.of(
                "AWS/SQS",
                "ApproximateAgeOfOldestMessage",
                "Maximum",
                MetricDimension.of("QueueName", "AWS::SQS::Queue", "Parcels"),
                "s");
        MetricDimension table = MetricDimension.of("TableName", "AWS::DynamoDB::Table", "Table");
        MetricDescription throttles = new MetricDescription(
                "ThrottleEvents",
                List.of(
                        new Part("AWS/DynamoDB", "ReadThrottleEvents", List.of(table)),
                        new Part("AWS/DynamoDB", "WriteThrottleEvents", List.of(table))),
                "Sum",
                "");
        return List.of(
                alarm("age", "Oldest parcel", "OldParcels", age, "600", null),
                alarm(
                        "throttles",
                        "Throttles",
                        "Throttles",
                        throttles,
                        "1",
                        new SettingCondition(METRICS.key(), "true", "Switch table metrics on.")));
    }

    private static AlarmDescription alarm(
            String id,
            String title,
            String logicalId,
            MetricDescription metric,
            String threshold,
            @org.jspecify.annotations.Nullable SettingCondition needs) {
        return new AlarmDescription(
                id,
                title,
                logicalId,
                metric,
                BigDecimal.ONE,
                new BigDecimal("100000"),
                BigDecimal.ONE,
                new AlarmRule(id, true, new BigDecimal(threshold), 1, 1, 300, MissingData.NOT_BREACHING),
                needs);
    }

    @Override
    public List<ChartDescription> charts() {
        return alarms().stream()
                .map(alarm -> new ChartDescription(alarm.id(), alarm.title(), alarm.metric(), alarm.id(), null))
                .toList();
    }

    @Override
    public List<PhysicalName> physicalNames() {
        return List.of(
                new PhysicalName("stack", "tapdeck-parcel-service-{suffix}", 128, "CloudFormation user guide, quotas"));
    }

    @Override
    public List<ResourceGroup> resourceGroups() {
        return List.of(
                new ResourceGroup("queue", "Queue", List.of("AWS::SQS::Queue"), List.of()),
                new ResourceGroup("tables", "Table", List.of("AWS::DynamoDB::Table"), List.of()));
    }

    @Override
    public List<Usage> usage(EnvironmentDefinition definition) {
        return List.of(new Usage(
                "sqs-million", BigDecimal.ONE, definition.number(KEPT.key()), "one million parcels for each day kept"));
    }

    @Override
    public List<Finding> findings(EnvironmentDefinition definition) {
        return List.of();
    }

    private static Setting.Quantity quantity(String key, String label, String value, String most, String unit) {
        return new Setting.Quantity(
                key,
                label,
                label + " of the service.",
                Mutability.IN_PLACE,
                value,
                BigDecimal.ONE,
                new BigDecimal(most),
                BigDecimal.ONE,
                unit);
    }
}
