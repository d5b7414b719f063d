package io.tapdeck.desk.watch.athand;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.auroramysql.AuroraMySql;
import io.tapdeck.blueprint.backupsystem.BackupSystem;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.StackState;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.desk.shell.Frame;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.OutputDescription;
import io.tapdeck.environment.Suffix;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an application owner reads of an environment's outputs, and what the page says where there are none. */
@ExtendWith({Headless.class, FxWatchdog.class})
class AtHandCardTest {
    private final BackupSystem backups = new BackupSystem();
    private final AuroraMySql aurora = new AuroraMySql();
    private final TestDesk desk = new TestDesk();

    private static DeployedEnvironment environment(
            String blueprint, String stackName, String status, Map<String, String> outputs) {
        return new DeployedEnvironment(
                new EnvironmentKey("000000000000", "us-east-1", blueprint, new Suffix("dev")),
                stackName,
                "arn:aws:cloudformation:us-east-1:000000000000:stack/" + stackName + "/1",
                new StackState(status),
                Instant.EPOCH,
                outputs,
                List.of());
    }

    private DeployedEnvironment running() {
        Map<String, String> outputs = new LinkedHashMap<>();
        for (OutputDescription output : backups.outputs()) {
            outputs.put(output.key(), output.key().toLowerCase(Locale.ROOT) + "-dev-000000000000-us-east-1");
        }
        return environment(BackupSystem.ID, "tapdeck-backup-system-dev", "CREATE_COMPLETE", outputs);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void aBackupSystemSaysWhatRightEachOfItsPartsNeeds(Theme.Choice theme, Screen screen) {
        screen.show(
                theme,
                () -> new StackPane(new AtHandCard(
                        backups, running(), new Frame(desk.services().session(), desk.accounts, section -> {}))));
        assertThat(screen.shows("s3:PutObject")).isTrue();
        assertThat(screen.shows("sqs:SendMessage")).isTrue();
        assertThat(screen.shows("dynamodb:PutItem")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Scene shown = screen.scene();
        Pictures.save(shown, "at-hand-backups-" + theme.name().toLowerCase(Locale.ROOT));
        assertThat(screen.robot()
                        .lookup(node -> "Copy Job queue".equals(node.getAccessibleText()))
                        .tryQuery())
                .isPresent();
    }

    @Test
    void aStackThatWasTakenOverSaysWhatItsOutputsDoNotName() {
        assertThat(AtHandCard.absent(
                        aurora,
                        environment(
                                AuroraMySql.ID,
                                "TapStackdev",
                                "UPDATE_COMPLETE",
                                Map.of("ClusterEndpoint", "dev.cluster-1.us-east-1.rds.amazonaws.com"))))
                .hasValueSatisfying(words -> assertThat(words)
                        .startsWith("The stack TapStackdev was taken over")
                        .contains("Reader endpoint")
                        .doesNotContain("Writer endpoint"));
    }

    @Test
    void aStackWithoutOutputsSaysWhetherTheyCome() {
        assertThat(AtHandCard.absent(
                        aurora,
                        environment(AuroraMySql.ID, "tapdeck-aurora-mysql-dev", "CREATE_IN_PROGRESS", Map.of())))
                .hasValue("The stack has no outputs yet. They come when the operation is over.");
        assertThat(AtHandCard.absent(
                        aurora, environment(AuroraMySql.ID, "tapdeck-aurora-mysql-dev", "CREATE_COMPLETE", Map.of())))
                .hasValue("The stack has no outputs.");
        assertThat(AtHandCard.absent(backups, running())).isEmpty();
    }
}
