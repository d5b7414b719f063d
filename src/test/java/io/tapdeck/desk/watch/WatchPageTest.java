package io.tapdeck.desk.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Labels;
import io.tapdeck.desk.kit.OnePage;
import io.tapdeck.desk.kit.Pictures;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.desk.watch.chart.ChartData;
import io.tapdeck.desk.watch.chart.ChartSeries;
import io.tapdeck.desk.watch.chart.Samples;
import io.tapdeck.monitor.Late;
import io.tapdeck.monitor.MonitorException;
import io.tapdeck.monitor.Range;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The environment's page, at 1000×1000. */
@ExtendWith({Headless.class, FxWatchdog.class})
class WatchPageTest {
    private final TestDesk desk = new TestDesk();
    private final Measured measured = new Measured(desk);
    private final OnePage<WatchPage> page = new OnePage<>(desk, this::open);

    private WatchPage open(PageContext context) {
        DeployedEnvironment environment = desk.environment("prod1", "UPDATE_COMPLETE", Duration.ofDays(4));
        return WatchPage.of(context, environment);
    }

    private void show(Screen screen, Theme.Choice theme) {
        desk.monitor.watchAs((environment, range) -> measured.watch(range));
        page.show(screen, theme);
        desk.background.settle();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK"})
    void nothingIsCutOffAndEveryControlHasAName(Theme.Choice theme, Screen screen) {
        show(screen, theme);
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        assertThat(Labels.nameless(screen.scene().getRoot())).isEmpty();
        assertThat(screen.shows("ServerlessDatabaseCapacity, average")).isTrue();
        Pictures.save(screen.scene(), "watch-" + theme.key() + "-1000");
        Pictures.save(page.scene(theme, 1280, 800), "watch-" + theme.key());
    }

    @Test
    void aChartIsSavedAsAPictureAndAsValues(Screen screen, @TempDir Path folder) throws IOException {
        show(screen, Theme.Choice.DARK);
        Path picture = folder.resolve("acu.png");
        Path values = folder.resolve("acu.csv");
        Screen.onFx(() -> page.page().export(picture));
        Screen.onFx(() -> page.page().export(values));
        Screen.onFx(() -> page.page().export(folder.resolve("absent").resolve("acu.png")));
        desk.background.settle();

        BufferedImage drawn = ImageIO.read(picture.toFile());
        assertThat(drawn.getWidth()).isEqualTo(2000);
        assertThat(drawn.getHeight()).isEqualTo(1000);
        assertThat(Files.readAllLines(values).getFirst()).startsWith("Time (UTC),ACU");
        assertThat(Files.readAllLines(values)).hasSizeGreaterThan(10);
        assertThat(screen.shows("The chart was not written: acu.png cannot be made."))
                .isTrue();
    }

    @Test
    void anAlarmGoesToAlarmAndBack(Screen screen) {
        measured.ringing(false);
        show(screen, Theme.Choice.DARK);
        assertThat(screen.shows("ALARM, ")).isFalse();

        measured.ringing(true);
        desk.background.advance(Duration.ofMinutes(1));
        assertThat(screen.shows("ALARM, 38 min")).isTrue();
        assertThat(screen.shows("1 alarm")).isTrue();
        assertThat(screen.shows("2 of 2 at or above 80 %: 83.9, 86.2")).isTrue();
        assertThat(screen.shows("38 min so far")).isTrue();

        measured.ringing(false);
        desk.background.advance(Duration.ofMinutes(1));
        assertThat(screen.shows("ALARM, ")).isFalse();
        assertThat(screen.shows("so far")).isFalse();
        assertThat(screen.shows("35 min")).isTrue();
    }

    @Test
    void aPageThatNobodyLooksAtIsReadLessOftenAndSaysSo(Screen screen) {
        measured.ringing(false);
        show(screen, Theme.Choice.DARK);
        desk.background.advance(Duration.ofMinutes(2));
        Screen.onFx(() -> page.presence().minimized(true));

        desk.background.advance(Duration.ofMinutes(1));
        assertThat(page.status()).endsWith("Read just now, every 2 minutes while minimized");
        measured.ringing(true);
        desk.background.advance(Duration.ofSeconds(100));
        assertThat(screen.shows("ALARM, ")).isFalse();
        assertThat(page.status()).as("slow is not late").doesNotContain("Late");

        Screen.onFx(() -> page.presence().minimized(false));
        desk.background.advance(Duration.ofSeconds(1));
        assertThat(screen.shows("ALARM, ")).isTrue();
        assertThat(page.status()).endsWith("Read just now");

        desk.background.advance(Duration.ofMinutes(6));
        assertThat(page.status()).endsWith("every 2 minutes while idle");
    }

    @Test
    void theCrosshairMovesByKeyboardAndAllChartsFollow(Screen screen) {
        show(screen, Theme.Choice.DARK);
        screen.robot().type(KeyCode.LEFT);
        assertThat(page.page().model().crosshairProperty().get())
                .isEqualTo(desk.clock.instant().minus(Duration.ofMinutes(1)));
        screen.robot().press(KeyCode.SHIFT).type(KeyCode.LEFT).release(KeyCode.SHIFT);
        screen.robot().type(KeyCode.RIGHT);
        assertThat(page.page().model().crosshairProperty().get())
                .isEqualTo(desk.clock.instant().minus(Duration.ofMinutes(10)));
        Pictures.save(screen.scene(), "watch-crosshair-1000");
        screen.robot().type(KeyCode.ESCAPE);
        assertThat(page.page().model().crosshairProperty().get()).isNull();
    }

    @Test
    void eChangesTheEnvironment(Screen screen) {
        show(screen, Theme.Choice.DARK);
        screen.robot().type(KeyCode.E);
        assertThat(page.sent()).containsExactly("change prod1");
    }

    @Test
    void cComparesTheEnvironmentWithAnother(Screen screen) {
        show(screen, Theme.Choice.DARK);
        screen.robot().type(KeyCode.C);
        assertThat(page.sent()).containsExactly("compare with prod1");
    }

    @Test
    void aDigitChoosesAChart(Screen screen) {
        show(screen, Theme.Choice.DARK);
        screen.robot().type(KeyCode.DIGIT3);
        assertThat(screen.scene().getFocusOwner().getAccessibleText()).startsWith("Connections");
    }

    @Test
    void plusAndMinusChangeTheRange(Screen screen) {
        show(screen, Theme.Choice.DARK);
        screen.robot().type(KeyCode.EQUALS);
        desk.background.settle();
        assertThat(page.page().model().rangeProperty().get()).isEqualTo(Range.HALF_DAY);
        assertThat(page.status()).startsWith("02:42 to 14:42, one value a minute");
        screen.robot().type(KeyCode.MINUS);
        screen.robot().type(KeyCode.MINUS);
        desk.background.settle();
        assertThat(page.status()).startsWith("13:42 to 14:42");
    }

    @Test
    void everyRangeCanBeDrawn(Screen screen) {
        show(screen, Theme.Choice.LIGHT);
        for (Range range : List.of(Range.DAY, Range.WEEK, Range.MONTH, Range.YEAR)) {
            screen.robot().clickOn(range.label());
            desk.background.settle();
            assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        }
        Pictures.save(screen.scene(), "watch-year-1000");
    }

    @Test
    void whenCloudWatchIsSilentTheDataStaysAndSaysItsAge(Screen screen) {
        show(screen, Theme.Choice.DARK);
        desk.background.advance(Duration.ofSeconds(20));
        assertThat(page.status()).isEqualTo("11:42 to 14:42, one value a minute. Read 20 s ago");
        assertThat(page.page().fresh().getValue()).isTrue();

        desk.monitor.fail(new MonitorException("127.0.0.1:4610 does not answer.", new IOException("refused")));
        desk.background.advance(Duration.ofMinutes(1));
        assertThat(page.status()).isEqualTo("Late: last heard 14:42. 127.0.0.1:4610 does not answer.");
        assertThat(page.page().fresh().getValue()).isFalse();
        assertThat(screen.shows("ALARM, ")).isTrue();

        desk.monitor.fail(null);
        desk.background.advance(Duration.ofMinutes(1));
        assertThat(page.page().fresh().getValue()).isTrue();
    }

    @Test
    void pausingReadsNoMore(Screen screen) {
        show(screen, Theme.Choice.DARK);
        screen.robot().clickOn("Live, every minute");
        desk.background.advance(Duration.ofMinutes(4));
        assertThat(page.status()).startsWith("Late: last heard 14:42. Reading is paused.");
        screen.robot().clickOn("Paused");
        desk.background.advance(Duration.ofSeconds(1));
        assertThat(page.page().fresh().getValue()).isTrue();
    }

    @Test
    void vShowsTheValuesAsATable(Screen screen) {
        show(screen, Theme.Choice.LIGHT);
        screen.robot().type(KeyCode.V);
        Screen.settle();
        assertThat(screen.shows("14:41")).isTrue();
        assertThat(screen.shows("ACU utilization, %")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "watch-values-1000");
        screen.robot().type(KeyCode.ESCAPE);
        Screen.settle();
        assertThat(screen.shows("ACU utilization, %")).isFalse();
    }

    @Test
    void writerAndReaderStandBesideTheAverageInChartsAndTable(Screen screen) {
        measured.instances(true);
        show(screen, Theme.Choice.LIGHT);
        ChartData chart = page.page().data(1);
        assertThat(chart.series()).extracting(ChartSeries::name).containsExactly("average", "writer", "reader");
        Pictures.save(screen.scene(), "watch-instances-1000");

        screen.robot().type(KeyCode.V);
        Screen.settle();
        TableView<?> table = screen.robot().lookup(".td-values").queryAs(TableView.class);
        assertThat(table.getColumns()).hasSize(5);
        assertThat(table.getColumns().get(2).getText()).isEqualTo("ACU utilization, %");
        assertThat(table.getColumns().get(2).getColumns())
                .extracting(column -> column.getText() + " " + column.getCellData(0))
                .containsExactly(
                        "average " + newest(chart, 0), "writer " + newest(chart, 1), "reader " + newest(chart, 2));
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "watch-values-instances-1000");
        screen.robot().clickOn("7 d");
        desk.background.settle();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
    }

    private static String newest(ChartData chart, int line) {
        Samples samples = chart.series().get(line).samples();
        return String.format(Locale.ROOT, "%.1f", samples.value(samples.size() - 1));
    }

    @Test
    void onlyThePointsThatTheAlarmRangByAreMarked(Screen screen) {
        show(screen, Theme.Choice.DARK);
        ChartData utilization = page.page().data(1);
        assertThat(utilization.marks()).isNotEmpty().allSatisfy(mark -> {
            assertThat(mark.value()).isGreaterThanOrEqualTo(80);
            assertThat(Duration.between(mark.from(), mark.to())).hasMinutes(5);
        });
        assertThat(page.page().data(0).marks()).isEmpty();
    }

    @Test
    void aNewEnvironmentWaitsForItsFirstData(Screen screen) {
        measured.young(true);
        show(screen, Theme.Choice.DARK);
        assertThat(screen.shows("waiting for the first data")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        Pictures.save(screen.scene(), "watch-young-1000");
    }

    @Test
    void beforeTheFirstAnswerThePageSaysWhatItDoes(Screen screen) {
        desk.monitor.watchAs((environment, range) -> measured.watch(range));
        page.show(screen, Theme.Choice.DARK);
        assertThat(page.status()).isEqualTo("Reading alarms and metrics");
        desk.background.settle();
        assertThat(page.status()).startsWith("11:42 to 14:42");
    }

    @Test
    void aSwitchOfTheThemePaintsTheChartsAnew(Screen screen) {
        show(screen, Theme.Choice.DARK);
        assertThat(bandColour(screen)).isEqualTo("ff1d5c2b");
        Screen.onFx(() -> page.theme().choiceProperty().set(Theme.Choice.LIGHT));
        Screen.settle();
        assertThat(bandColour(screen)).isEqualTo("ffaceebb");
        Pictures.save(screen.scene(), "watch-switched-1000");
    }

    /** The colour of the band below the first chart, where its alarm is OK. */
    private static String bandColour(Screen screen) {
        return Integer.toHexString(
                Screen.call(() -> screen.scene().snapshot(null).getPixelReader().getArgb(200, 411)));
    }

    @Test
    void uShowsEveryTimeOfThePageInUtcAndNamesIt(Screen screen) {
        show(screen, Theme.Choice.DARK);
        assertThat(page.page().keys()).contains(new Page.KeyHint("U", "UTC"));
        assertThat(page.status()).startsWith("11:42 to 14:42, ");
        screen.press(KeyCode.U);
        desk.background.settle();
        assertThat(page.status()).startsWith("11:42 to 14:42 UTC, ");
        assertThat(screen.shows("14:05 UTC")).isTrue();
        assertThat(Labels.truncated(screen.scene().getRoot())).isEmpty();
        screen.press(KeyCode.V);
        TableView<?> table = screen.robot().lookup(".td-values").queryAs(TableView.class);
        assertThat(table.getColumns().getFirst().getText()).isEqualTo("Time, UTC");
        screen.press(KeyCode.U);
        assertThat(table.getColumns().getFirst().getText()).isEqualTo("Time");
    }

    @Test
    void theTableKeepsTheRowsThatAreRead(Screen screen) {
        show(screen, Theme.Choice.DARK);
        screen.press(KeyCode.V);
        TableView<?> table = screen.robot().lookup(".td-values").queryAs(TableView.class);
        Screen.onFx(() -> table.scrollTo(60));
        Screen.settle();
        Object read = firstShown(table);
        desk.background.advance(Duration.ofMinutes(1));
        Screen.settle();
        assertThat(firstShown(table)).isEqualTo(read);
    }

    private static Object firstShown(TableView<?> table) {
        return Screen.call(() -> {
            VirtualFlow<?> flow = (VirtualFlow<?>) table.lookup(".virtual-flow");
            ValuesTable.Row row = (ValuesTable.Row) flow.getFirstVisibleCell().getItem();
            return row.at();
        });
    }

    @Test
    void sinceWhenCloudWatchIsSilentIsSaid(Screen screen) {
        show(screen, Theme.Choice.DARK);
        Late late = new Late(desk.clock.instant().minusSeconds(120), desk.clock.instant(), "refused");
        desk.monitor.watchAs((environment, range) -> measured.watch(range, late));
        desk.monitor.fail(new MonitorException("127.0.0.1:4610 does not answer.", new IOException("refused")));
        desk.background.advance(Duration.ofMinutes(1));
        assertThat(page.status()).isEqualTo("Late since 14:40: last heard 14:42. 127.0.0.1:4610 does not answer.");
    }
}
