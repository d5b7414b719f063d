package io.tapdeck.desk.wizard;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.PlannedResource;
import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.Overlays;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Presence;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.NavigatorNotes;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.AlarmRule;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.SettingChange;
import io.tapdeck.environment.SettingLoss;
import io.tapdeck.environment.Suffix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A wizard on fakes, whose template follows the draft as the worker's does. */
final class WizardDesk implements Overlays {
    private static final String DEV = read();
    private static final String PARCELS = """
            {"Resources": {
              "Parcels": {"Type": "AWS::SQS::Queue", "Properties": {"VisibilityTimeout": 900}},
              "Table": {"Type": "AWS::DynamoDB::Table", "Properties": {"TableName": "parcels"}}}}
            """;

    final TestDesk desk = new TestDesk();
    private final Attempts attempts = new Attempts();
    final List<String> sentTo = new ArrayList<>();
    private @Nullable WizardPage page;

    WizardDesk() {
        desk.synthesizer.templateAs(
                definition -> {
                    boolean aurora = definition.blueprint().equals(desk.aurora.id());
                    desk.synthesizer.findingsAs(aurora ? desk.aurora.findings(definition) : List.of());
                    return aurora ? template(definition) : PARCELS;
                },
                37);
    }

    /** The template of {@code dev}, with the values of {@code definition} in their places. */
    static String template(EnvironmentDefinition definition) {
        String body = DEV.replace("\"MaxCapacity\":2", "\"MaxCapacity\":" + definition.text("maxCapacity"))
                .replace("\"MinCapacity\":0.5", "\"MinCapacity\":" + definition.text("minCapacity"))
                .replace("10.30.0.0/16", definition.text("vpcCidr"));
        for (AlarmRule rule : definition.alarms()) {
            if (rule.id().equals("capacity")) {
                body = body.replace("\"Threshold\":1.5", "\"Threshold\":" + rule.thresholdText());
            }
        }
        String suffix = definition.suffix().value();
        return body.replace("dev", suffix.replace("-", "")).replace("-" + suffix.replace("-", ""), "-" + suffix);
    }

    private static String read() {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(Path.of("src/test/resources/templates/aurora-mysql-dev.template.json")
                            .toFile())
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PageContext context(Theme theme) {
        return new PageContext(
                desk.services(),
                desk.background,
                new NavigatorNotes(sentTo),
                this,
                theme,
                new Presence(desk.background),
                desk.sessions(),
                desk.accounts);
    }

    /** Opens the wizard on a new draft. */
    void open(Screen screen, Theme.Choice theme) {
        show(screen, theme, context -> new WizardPage(context, desk.clock));
    }

    /** Opens the wizard on a saved draft. */
    void open(Screen screen, Theme.Choice theme, String draftId) {
        show(screen, theme, context -> WizardPage.onDraft(context, desk.clock, draftId));
    }

    /** Opens the wizard on an environment that runs. */
    void change(Screen screen, Theme.Choice theme, EnvironmentDefinition running) {
        EnvironmentKey key =
                new EnvironmentKey(TestDesk.ACCOUNT, TestDesk.REGION, running.blueprint(), running.suffix());
        desk.deployments.runs(key, running.toDraft());
        show(screen, theme, context -> WizardPage.onRunning(context, desk.clock, key, attempts));
    }

    /** Opens the wizard on an environment whose change has failed. */
    void retry(Screen screen, Theme.Choice theme, EnvironmentDefinition running) {
        EnvironmentKey key =
                new EnvironmentKey(TestDesk.ACCOUNT, TestDesk.REGION, running.blueprint(), running.suffix());
        show(screen, theme, context -> WizardPage.retrying(context, desk.clock, key, attempts));
    }

    /** Opens the wizard on taking over a stack of {@code qa7}. */
    void adopt(Screen screen, Theme.Choice theme, String blueprint, String stackName) {
        EnvironmentKey key = new EnvironmentKey(TestDesk.ACCOUNT, TestDesk.REGION, blueprint, new Suffix("qa7"));
        show(screen, theme, context -> WizardPage.adopting(context, desk.clock, key, stackName));
    }

    /** Opens the wizard on an environment whose definition nobody has. */
    void changeUnknown(Screen screen, Theme.Choice theme, String blueprint) {
        EnvironmentKey key = new EnvironmentKey(TestDesk.ACCOUNT, TestDesk.REGION, blueprint, new Suffix("qa7"));
        show(screen, theme, context -> WizardPage.onRunning(context, desk.clock, key, attempts));
    }

    private void show(Screen screen, Theme.Choice theme, java.util.function.Function<PageContext, WizardPage> maker) {
        WizardPage made = Screen.call(() -> maker.apply(context(new Theme(theme))));
        page = made;
        screen.show(theme, () -> (Parent) made.root());
        Screen.onFx(made::shown);
        desk.background.settle();
    }

    /** Leaves the wizard, as closing the window does. */
    void leave() {
        WizardPage left = page;
        if (left != null) {
            Screen.onFx(left::left);
        }
        desk.background.settle();
    }

    /** Presses keys together, and lets everything settle. */
    void press(Screen screen, KeyCode... keys) {
        screen.robot().push(keys);
        desk.background.settle();
    }

    /** Types into whatever has the focus; all at once, since a robot rests after every key. */
    void type(Screen screen, String text) {
        Screen.onFx(() -> text.chars()
                .forEach(character -> Event.fireEvent(
                        screen.scene().getFocusOwner(),
                        new KeyEvent(
                                KeyEvent.KEY_TYPED,
                                Character.toString(character),
                                "",
                                KeyCode.UNDEFINED,
                                false,
                                false,
                                false,
                                false))));
        desk.background.settle();
    }

    /** Types over what stands in the focused field. */
    void retype(Screen screen, String text) {
        Screen.onFx(() -> {
            if (screen.scene().getFocusOwner() instanceof TextInputControl field) {
                field.selectAll();
            }
        });
        type(screen, text);
    }

    /** Goes to the control of an accessible name. */
    void focus(Screen screen, String name) {
        Screen.onFx(() -> named(screen, name).requestFocus());
        desk.background.settle();
    }

    Node named(Screen screen, String name) {
        return screen.robot()
                .lookup((Node node) -> name.equals(node.getAccessibleText()))
                .query();
    }

    /** Goes to a step of a draft whose suffix is given. */
    void goTo(Screen screen, Step step) {
        press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        type(screen, "qa7");
        for (int number = Step.SIZE.number(); number < step.number(); number++) {
            press(screen, KeyCode.SHORTCUT, KeyCode.ENTER);
        }
    }

    /** A creation of everything in the template. */
    Review creation(String suffix) {
        EnvironmentKey key = desk.key(suffix);
        List<ResourceChange> changes = new ArrayList<>();
        List<PlannedResource> planned = new ArrayList<>();
        Outline outline = outline(suffix);
        for (Outline.Group group : outline.groups()) {
            for (Outline.Resource resource : group.resources()) {
                changes.add(change(resource.name(), resource.type(), ResourceChange.Risk.ADDED));
                planned.add(new PlannedResource(
                        resource.name(),
                        resource.name(),
                        resource.type(),
                        planned.isEmpty()
                                ? List.of()
                                : List.of(planned.getLast().logicalId()),
                        Duration.ofSeconds(22),
                        Duration.ofSeconds(30)));
            }
        }
        return review(key, Operation.CREATE, changes, planned);
    }

    /** A change that loses data, replaces, changes in place and adds. */
    Review dangerous(String suffix) {
        List<ResourceChange> changes = List.of(
                new ResourceChange(
                        "AuroraCluster",
                        "AuroraCluster",
                        "AWS::RDS::DBCluster",
                        ResourceChange.Risk.DATA_LOST,
                        List.of(new ResourceChange.PropertyChange("DatabaseName", "saasdb", "billing", true))),
                new ResourceChange(
                        "AuroraClusterwriter",
                        "AuroraClusterwriter",
                        "AWS::RDS::DBInstance",
                        ResourceChange.Risk.REPLACED,
                        List.of(new ResourceChange.PropertyChange("DBClusterIdentifier", null, null, true))),
                new ResourceChange(
                        "HighACUUtilization",
                        "HighACUUtilization",
                        "AWS::CloudWatch::Alarm",
                        ResourceChange.Risk.IN_PLACE,
                        List.of(
                                new ResourceChange.PropertyChange("Threshold", "80", "72", false),
                                new ResourceChange.PropertyChange("EvaluationPeriods", "2", "3", false))),
                change("OnCall", "AWS::SNS::Subscription", ResourceChange.Risk.ADDED));
        return review(desk.key(suffix), Operation.UPDATE, changes, List.of());
    }

    /** A change that takes protection off, and loses nothing yet. */
    Review unprotecting(String suffix, Setting protection) {
        Review quiet = review(
                desk.key(suffix),
                Operation.UPDATE,
                List.of(change("ParcelTable", "AWS::DynamoDB::Table", ResourceChange.Risk.IN_PLACE)),
                List.of());
        return new Review(
                quiet.operationId(),
                quiet.environment(),
                quiet.stacks(),
                List.of(new SettingChange(protection, Protection.PROTECTED, Protection.DISPOSABLE)),
                List.of());
    }

    /** A change whose settings delete old parcels, while every resource stays. */
    Review forgetting(String suffix) {
        Review quiet = review(
                desk.key(suffix),
                Operation.UPDATE,
                List.of(change("ParcelQueue", "AWS::SQS::Queue", ResourceChange.Risk.IN_PLACE)),
                List.of());
        return new Review(
                quiet.operationId(),
                quiet.environment(),
                quiet.stacks(),
                List.of(),
                List.of(new SettingLoss("kept", "Parcels older than 1 day are lost.")));
    }

    /** A change that loses nothing. */
    Review changing(String suffix) {
        return review(
                desk.key(suffix),
                Operation.UPDATE,
                List.of(change("ParcelQueue", "AWS::SQS::Queue", ResourceChange.Risk.IN_PLACE)),
                List.of());
    }

    /** A change set of nothing. */
    Review nothing(String suffix) {
        return review(desk.key(suffix), Operation.UPDATE, List.of(), List.of());
    }

    private Outline outline(String suffix) {
        EnvironmentDefinition definition = io.tapdeck.blueprint.auroramysql.AuroraDefinitions.valid(
                io.tapdeck.blueprint.auroramysql.AuroraDefinitions.draft().withSuffix(suffix));
        return Outline.of(desk.aurora, desk.synthesizer.synthesize(definition).join());
    }

    private static ResourceChange change(String name, String type, ResourceChange.Risk risk) {
        return new ResourceChange(name, name, type, risk, List.of());
    }

    private Review review(
            EnvironmentKey key, Operation operation, List<ResourceChange> changes, List<PlannedResource> planned) {
        return new Review(
                key,
                operation,
                key.stackName(),
                "arn:aws:cloudformation:us-east-1:000000000000:stack/" + key.stackName() + "/1",
                "arn:aws:cloudformation:us-east-1:000000000000:changeSet/tapdeck-7f3a19/1",
                "tapdeck-7f3a19",
                desk.clock.instant().minusSeconds(20),
                changes,
                planned,
                List.of());
    }

    @Override
    public void show(Region card, Runnable onClosed) {
        sentTo.add("card");
    }

    @Override
    public void close() {
        sentTo.add("close");
    }

    @Override
    public void news(News news, Runnable onGone) {
        throw new AssertionError("The wizard tells no news of alarms.");
    }

    @Override
    public void say(String sentence) {
        sentTo.add(sentence);
    }
}
