package io.tapdeck.desk;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.alarms.AlarmBell;
import io.tapdeck.desk.alarms.AlarmsPage;
import io.tapdeck.desk.alarms.QuietCard;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.Navigator;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Presence;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.home.DraftsPage;
import io.tapdeck.desk.home.HomeModel;
import io.tapdeck.desk.home.HomePage;
import io.tapdeck.desk.home.Knowledge;
import io.tapdeck.desk.journal.JournalPage;
import io.tapdeck.desk.message.DesktopMessages;
import io.tapdeck.desk.settings.SettingsPage;
import io.tapdeck.desk.shell.Frame;
import io.tapdeck.desk.shell.ShellKeys;
import io.tapdeck.environment.EnvironmentKey;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The desk: shows one page at a time in its frame and remembers the way back. For the JavaFX thread only. */
public final class Desk implements Navigator {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 700;

    private final PageContext context;
    private final Pages pages;
    private final Frame frame;
    private final Presence presence;
    private final HomeModel environments;
    private final AlarmBell bell;
    private final Deque<Page> way = new ArrayDeque<>();
    private final ChangeListener<Knowledge> telling = (observed, before, now) -> tell(now);
    private @Nullable Page shown;

    /** A desk that shows no messages outside of its window. */
    public Desk(DeskServices services, Background background, Theme theme, Pages pages) {
        this(services, background, theme, pages, () -> DesktopMessages.none("This one does not look for a way."));
    }

    /**
     * A desk on the environments' page, which begins to read at once.
     *
     * @param messages finds what messages the machine can show, on another thread
     */
    public Desk(
            DeskServices services,
            Background background,
            Theme theme,
            Pages pages,
            Supplier<DesktopMessages> messages) {
        this.pages = pages;
        this.frame = new Frame(services.session(), this::section);
        this.presence = new Presence(background);
        this.context = new PageContext(services, background, this, frame, theme, presence);
        this.environments = new HomeModel(services, background, presence);
        environments.busyProperty().addListener((observed, before, now) -> frame.running(now.intValue()));
        ShellKeys keys = new ShellKeys(frame, this, this::section, () -> shown);
        frame.addEventFilter(KeyEvent.KEY_PRESSED, keys::beforePressed);
        frame.addEventFilter(KeyEvent.KEY_TYPED, keys::beforeTyped);
        frame.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        frame.addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
        frame.addEventFilter(InputEvent.ANY, event -> presence.used());
        environments.knowledgeProperty().addListener(telling);
        services.notices().forEach(frame::say);
        this.bell = new AlarmBell(context, environments, this::inFront, messages);
        bell.unseenProperty().addListener((observed, before, now) -> frame.alarms(now.intValue()));
        bell.quietWordsProperty().addListener((observed, before, now) -> frame.quiet(now));
        frame.onQuiet(() -> frame.show(new QuietCard(context, bell.mode()), () -> {}));
        bell.start();
        environments.start();
        home();
    }

    /** Whether somebody may see what is said in the window. */
    private boolean inFront() {
        return frame.getScene() != null
                && frame.getScene().getWindow() instanceof Stage stage
                && stage.isFocused()
                && !stage.isIconified();
    }

    /** The first answer of AWS serves whoever wants to know what runs. */
    private void tell(Knowledge known) {
        if (!known.fromStore()) {
            environments.knowledgeProperty().removeListener(telling);
            pages.found(known.rows().stream()
                    .flatMap(row -> Optional.ofNullable(row.deployed()).stream())
                    .toList());
        }
    }

    /** The root of its scene. */
    public Parent root() {
        return frame;
    }

    /** Says something under the top bar. */
    public void say(String sentence) {
        frame.say(sentence);
    }

    /** Shows the desk in a window of its own. */
    public void show(Stage stage) {
        Scene scene = new Scene(frame, WIDTH, HEIGHT);
        context.theme().dress(scene);
        stage.setScene(scene);
        stage.titleProperty().bind(bell.unseenProperty().map(Desk::title));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.iconifiedProperty().addListener((observed, before, now) -> presence.minimized(now));
        stage.show();
    }

    private static String title(Number unseen) {
        return unseen.intValue() == 0 ? "Tapdeck" : "(" + unseen + ") Tapdeck";
    }

    /** Stops everything that it polls. */
    public void close() {
        bell.stop();
        environments.stop();
        presence.close();
        if (shown != null) {
            shown.left();
        }
    }

    @Override
    public void home() {
        section(Page.Section.ENVIRONMENTS);
    }

    @Override
    public void newEnvironment() {
        open(pages.newEnvironment(context));
    }

    @Override
    public void draft(String draftId) {
        open(pages.draft(context, draftId));
    }

    @Override
    public void change(EnvironmentKey environment) {
        open(pages.change(context, environment));
    }

    @Override
    public void tune(EnvironmentKey environment, String alarmId, String threshold) {
        open(pages.tune(context, environment, alarmId, threshold));
    }

    @Override
    public void retry(EnvironmentKey environment) {
        open(pages.retry(context, environment));
    }

    @Override
    public void again(EnvironmentKey environment) {
        open(pages.again(context, environment));
    }

    @Override
    public void another(EnvironmentKey environment) {
        open(pages.another(context, environment));
    }

    @Override
    public void restore(EnvironmentKey environment, String snapshot) {
        open(pages.restore(context, environment, snapshot));
    }

    @Override
    public void adopt(EnvironmentKey environment, String stackName) {
        open(pages.adopt(context, environment, stackName));
    }

    @Override
    public void situation(EnvironmentKey environment) {
        open(pages.situation(context, environment));
    }

    @Override
    public void recover(EnvironmentKey environment, Recovery recovery) {
        open(pages.recover(context, environment, recovery));
    }

    @Override
    public void drift(EnvironmentKey environment) {
        open(pages.drift(context, environment));
    }

    @Override
    public void review(Review review) {
        open(pages.review(context, review));
    }

    @Override
    public void deploy(Review review) {
        open(pages.deploy(context, review));
    }

    @Override
    public void destroy(EnvironmentKey environment) {
        open(pages.destroy(context, environment));
    }

    @Override
    public void deployment(EnvironmentKey environment) {
        open(pages.deployment(context, environment));
    }

    @Override
    public void watch(DeployedEnvironment environment) {
        open(pages.watch(context, environment));
    }

    @Override
    public void watch(DeployedEnvironment environment, String alarmId) {
        open(pages.watch(context, environment, alarmId));
    }

    @Override
    public void alarms() {
        section(Page.Section.ALARMS);
    }

    @Override
    public void back() {
        if (way.isEmpty()) {
            if (shown != null && !(shown instanceof HomePage)) {
                home();
            }
            return;
        }
        replace(way.pop());
    }

    /** The rail leads to a section's own page, and forgets the way there. */
    private void section(Page.Section section) {
        way.clear();
        replace(
                switch (section) {
                    case ENVIRONMENTS -> new HomePage(context, environments);
                    case DEPLOYMENTS -> pages.deployments(context);
                    case ALARMS -> new AlarmsPage(context, bell);
                    case DRAFTS -> new DraftsPage(context);
                    case JOURNAL -> new JournalPage(context);
                    case SETTINGS -> new SettingsPage(context, bell);
                });
    }

    private void open(Page page) {
        if (shown != null) {
            way.push(shown);
        }
        replace(page);
    }

    private void replace(Page page) {
        if (shown != null) {
            shown.left();
        }
        shown = page;
        frame.show(page);
        page.shown();
    }
}
