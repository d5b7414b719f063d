package io.tapdeck.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.DestroyPreview;
import io.tapdeck.deploy.Leftover;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.ShownDesk;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.synth.SynthesisException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The environments' page by keyboard, and what it asks before it destroys. */
@ExtendWith({Headless.class, FxWatchdog.class})
class HomeKeysTest {
    private final TestDesk engines = new TestDesk();

    private ShownDesk open(Screen screen) {
        return ShownDesk.open(screen, engines, Theme.Choice.DARK, new SpokenPages());
    }

    @Test
    void arrowsAndEnterOpenAnEnvironment(Screen screen) {
        engines.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        engines.environment("qa", "CREATE_COMPLETE", Duration.ofHours(2));
        open(screen);
        screen.press(KeyCode.DOWN);
        screen.press(KeyCode.ENTER);
        assertThat(screen.shows("watch qa")).isTrue();
        screen.press(KeyCode.ESCAPE);
        screen.press(KeyCode.D);
        assertThat(screen.shows("deployment ")).isTrue();
    }

    @Test
    void eChangesWhatRuns(Screen screen) {
        engines.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        open(screen);
        screen.press(KeyCode.E);
        assertThat(screen.shows("change dev")).isTrue();
    }

    @Test
    void whatMovesCannotBeChanged(Screen screen) {
        engines.environment("dev", "UPDATE_IN_PROGRESS", Duration.ofHours(1));
        open(screen);
        screen.press(KeyCode.E);
        assertThat(screen.shows("change dev")).isFalse();
    }

    @Test
    void theFilterIsReachedBySlashAndClearedByEscape(Screen screen) {
        engines.populated();
        open(screen);
        screen.type("/");
        screen.type("qa1");
        assertThat(((TextField) screen.find(".td-filter .text-field")).getText())
                .isEqualTo("qa1");
        assertThat(screen.shows("aurora-mysql")).isTrue();
        assertThat(screen.shows("billing-eu")).isFalse();
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.shows("billing-eu")).isTrue();
    }

    @Test
    void aFilterThatMatchesNothingSaysSo(Screen screen) {
        engines.populated();
        open(screen);
        screen.type("/");
        screen.type("zebra");
        assertThat(screen.shows("No environment matches.")).isTrue();
    }

    @Test
    void aCountFiltersTheList(Screen screen) {
        engines.populated();
        open(screen);
        screen.click(".td-count");
        assertThat(screen.shows("prod1")).isTrue();
        assertThat(screen.shows("qa1")).isFalse();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SYSTEM")
    void destroyingListsWhatGoesAndStaysAndNeedsTheSuffix(Theme.Choice theme, Screen screen) {
        var dev = engines.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        engines.deployments.previewAs(new DestroyPreview(
                dev.stackName(),
                List.of("AuroraCluster", "BackupBucket", "AuroraVpc"),
                List.of("AuroraEncryptionKey"),
                List.of()));
        ShownDesk.open(screen, engines, theme, new SpokenPages());
        screen.click(".td-row .td-icon-button");
        screen.robot().clickOn("Destroy…");
        engines.background.settle();
        assertThat(screen.shows("Deleted, with everything in it: 3")).isTrue();
        assertThat(screen.shows("Kept in the account: 1")).isTrue();
        Pictures.save(screen.scene(), "13-destroy-" + theme.name().toLowerCase(Locale.ROOT) + "-1000");
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Button act = (Button) screen.find(".td-card-pop .danger");
        assertThat(act.isDisabled()).isTrue();
        screen.click(".td-card-pop .text-field");
        screen.type("de");
        assertThat(act.isDisabled()).isTrue();
        screen.type("v");
        screen.press(KeyCode.ENTER);
        engines.background.settle();
        assertThat(screen.shows("destroy dev")).isTrue();
    }

    @Test
    void escapeKeepsTheEnvironment(Screen screen) {
        var dev = engines.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        engines.deployments.previewAs(
                new DestroyPreview(dev.stackName(), List.of("AuroraCluster"), List.of(), List.of()));
        open(screen);
        screen.click(".td-row .td-icon-button");
        screen.robot().clickOn("Destroy…");
        engines.background.settle();
        screen.press(KeyCode.ESCAPE);
        assertThat(screen.shows("Deleted, with everything in it")).isFalse();
        assertThat(engines.deployments.calls()).isEmpty();
    }

    @Test
    void whatIsProtectedSaysWhyItCannotBeDestroyed(Screen screen) {
        var dev = engines.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        engines.deployments.previewAs(new DestroyPreview(
                dev.stackName(),
                List.of(),
                List.of(),
                List.of("Termination protection is on. Change the protection level first.")));
        open(screen);
        screen.click(".td-row .td-icon-button");
        screen.robot().clickOn("Destroy…");
        engines.background.settle();
        assertThat(screen.shows("dev cannot be destroyed now")).isTrue();
        assertThat(screen.shows("Termination protection is on.")).isTrue();
    }

    @Test
    void sDeploysTheSampleInTheSandbox(Screen screen) {
        engines.deployments.reviewAs(new Review(
                engines.key("demo"),
                Operation.CREATE,
                "tapdeck-aurora-mysql-demo",
                "arn",
                "arn",
                "tapdeck-1",
                engines.clock.instant(),
                List.of(),
                List.of(),
                List.of()));
        open(screen);
        screen.press(KeyCode.S);
        engines.background.settle();
        assertThat(engines.deployments.calls()).containsExactly("review demo");
        assertThat(screen.shows("deploy demo")).isTrue();
    }

    @Test
    void inAnAccountTheSampleIsADraftAndNothingIsDeployed(Screen screen) {
        engines.asAccount();
        open(screen);
        screen.press(KeyCode.S);
        engines.background.settle();
        assertThat(engines.deployments.calls()).isEmpty();
        assertThat(screen.shows("draft demo")).isTrue();
        assertThat(engines.store.draft("demo")).isPresent();
    }

    @Test
    void aSampleThatCannotBeSynthesizedSaysWhatToDo(Screen screen) {
        engines.synthesizer.fail(new SynthesisException("Node is missing.", "Install Node 20 or later."));
        open(screen);
        screen.press(KeyCode.S);
        engines.background.settle();
        assertThat(screen.shows("Node is missing. Install Node 20 or later.")).isTrue();
    }

    @Test
    void anAccountThatCannotBeReadSaysWhyAndOffersToReadAgain(Screen screen) {
        engines.deployments.fail(new DeployException("AWS does not answer.", "Check the network."));
        ShownDesk desk = open(screen);
        assertThat(screen.shows("The environments cannot be read")).isTrue();
        assertThat(screen.shows("AWS does not answer. Check the network.")).isTrue();
        Pictures.save(desk.scene(), "14-home-unreadable-dark-1000");
        engines.deployments.fail(null);
        screen.robot().clickOn("Read again");
        engines.background.settle();
        assertThat(screen.shows("No environments yet")).isTrue();
    }

    private void leave(Leftover.Kind kind, String name, String region) {
        engines.environment("dev", "CREATE_COMPLETE", Duration.ofHours(1));
        engines.deployments.leave(new Leftover(
                engines.key("old"), kind, name, region, engines.clock.instant(), "It is left.", "arn:left"));
    }

    @Test
    void enterOnAnEmptyStackShowsHowItStandsAndDeletesNothing(Screen screen) {
        leave(Leftover.Kind.SHELL, engines.key("old").stackName(), TestDesk.REGION);
        open(screen);
        screen.press(KeyCode.END);
        screen.press(KeyCode.ENTER);
        assertThat(screen.shows("situation old")).isTrue();
    }

    @Test
    void aStackOfASeedIsAdoptedWhereTheSessionWorks(Screen screen) {
        leave(Leftover.Kind.SEED, "TapStackold", TestDesk.REGION);
        open(screen);
        screen.robot().clickOn("Adopt…");
        Screen.settle();
        assertThat(screen.shows("adopt TapStackold")).isTrue();
    }

    @Test
    void aStackOfASeedInAnotherRegionIsNotAdoptedFromHere(Screen screen) {
        leave(Leftover.Kind.SEED, "TapStackold", "eu-west-1");
        open(screen);
        assertThat(screen.shows("TapStackold")).isTrue();
        assertThat(screen.shows("Adopt…")).isFalse();
    }
}
