package io.tapdeck.blueprint.thirdblueprint;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.ChartDescription;
import io.tapdeck.environment.Consequence;
import io.tapdeck.environment.Consequence.Kind;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.MetricDescription;
import io.tapdeck.environment.MetricDimension;
import io.tapdeck.environment.MetricDimension.Form;
import io.tapdeck.environment.MetricDimension.OfResource;
import io.tapdeck.environment.MissingData;
import io.tapdeck.environment.Mutability;
import io.tapdeck.environment.PhysicalName;
import io.tapdeck.environment.Preset;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.ResourceGroup;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingSection;
import io.tapdeck.environment.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Notes come in by a topic and wait in a queue. */
public final class NoteBoard implements Blueprint {
    public static final String ID = "note-board";
    public static final String RETENTION_DAYS = "retentionDays";

    private static final MetricDescription NOTE_SIZE = MetricDescription.of(
            "AWS/SQS",
            "SentMessageSize",
            "Maximum",
            new MetricDimension("QueueName", new OfResource("AWS::SQS::Queue", "Notes", Form.AFTER_LAST_SLASH)),
            "bytes");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Note board";
    }

    @Override
    public String summary() {
        return "A topic for notes and a queue that keeps them.";
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset("short", "Short", "Notes are kept for four days.", Map.of(), List.of()),
                new Preset("long", "Long", "Notes are kept for two weeks.", Map.of(RETENTION_DAYS, "14"), List.of()));
    }

    @Override
    public List<SettingSection> sections() {
        return List.of(
                new SettingSection(
                        "board",
                        "Board",
                        "",
                        SettingSection.Form.FIELDS,
                        List.of(new Setting.Quantity(
                                RETENTION_DAYS,
                                "Notes kept",
                                "Days after which a note is lost (SQS API, MessageRetentionPeriod).",
                                Mutability.IN_PLACE,
                                "4",
                                BigDecimal.ONE,
                                BigDecimal.valueOf(14),
                                BigDecimal.ONE,
                                "days"))),
                Protection.section(
                        List.of(new Consequence(Kind.LOSS, "Destroy deletes every note.")),
                        List.of(new Consequence(
                                Kind.LOCK, "Refused until deletion protection is switched off here."))));
    }

    @Override
    public List<AlarmDescription> alarms() {
        return List.of(new AlarmDescription(
                "noteSize",
                "Note size",
                "LargeNotes",
                NOTE_SIZE,
                BigDecimal.ONE,
                BigDecimal.valueOf(262_144),
                BigDecimal.ONE,
                new AlarmRule("noteSize", true, BigDecimal.valueOf(8000), 1, 1, 300, MissingData.NOT_BREACHING),
                null));
    }

    @Override
    public List<ChartDescription> charts() {
        return List.of(new ChartDescription("noteSize", "Note size", NOTE_SIZE, "noteSize", null));
    }

    @Override
    public List<PhysicalName> physicalNames() {
        return List.of(new PhysicalName("queue", "notes-{suffix}", 80, "SQS API reference, CreateQueue"));
    }

    @Override
    public List<ResourceGroup> resourceGroups() {
        return List.of(
                new ResourceGroup(
                        "queue",
                        "Notes",
                        List.of(
                                "AWS::SQS::Queue",
                                "AWS::SQS::QueuePolicy",
                                "AWS::SNS::Topic",
                                "AWS::SNS::Subscription"),
                        List.of()),
                new ResourceGroup(
                        "alarms", "Alarms and topic", List.of("AWS::CloudWatch::Alarm"), List.of("AlarmTopic")));
    }

    @Override
    public List<Usage> usage(EnvironmentDefinition definition) {
        return List.of(
                new Usage("sqs-million", BigDecimal.ZERO, BigDecimal.TEN, "0 to 10 million notes"),
                new Usage("cloudwatch-alarm-month", BigDecimal.ONE, BigDecimal.ONE, "one alarm"));
    }

    @Override
    public List<Finding> findings(EnvironmentDefinition definition) {
        return List.of();
    }
}
