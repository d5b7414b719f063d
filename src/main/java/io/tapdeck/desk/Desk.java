package io.tapdeck.desk;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.alarms.AlarmBell;
import io.tapdeck.desk.alarms.AlarmsPage;
import io.tapdeck.desk.alarms.QuietCard;
import io.tapdeck.desk.common.AccountMarks;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.Navigator;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Presence;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.compare.CompareWithCard;
import io.tapdeck.desk.home.DraftsPage;
import io.tapdeck.desk.home.EnvironmentRow;
import io.tapdeck.desk.home.HomeModel;
import io.tapdeck.desk.home.HomePage;
import io.tapdeck.desk.home.Knowledge;
import io.tapdeck.desk.journal.JournalPage;
import io.tapdeck.desk.message.DesktopMessages;
import io.tapdeck.desk.settings.SettingsPage;
import io.tapdeck.desk.settings.UpdateNews;
import io.tapdeck.desk.shell.Frame;
import io.tapdeck.desk.shell.ShellKeys;
import io.tapdeck.desk.shell.WindowIcons;
import io.tapdeck.desk.signin.Openings;
import io.tapdeck.desk.signin.SessionsPage;
import io.tapdeck.environment.EnvironmentKey;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The desk: shows one page at a time in its frame and remembers the way back. For the JavaFX thread only. */
public final class Desk implements Navigator {
    static final double WIDTH = 1280;
    static final double HEIGHT = 800;
    private static final double LEAST_WIDTH = 1000;
    private static final double LEAST_HEIGHT = 700;
    /** Pages that one can go back to; each keeps its charts in memory. */
    private static final int LONGEST_WAY = 20;

    private final OpenSessions sessions;
    /** Of the first session; what is no session's own (store, theme, overlays) is the same for all. */
    private final PageContext context;

    private final Pages pages;
    private final Frame frame;
    private final Presence presence;
    private final HomeModel environments;
    private final Openings openings;
    private final AlarmBell bell;
    private final Deque<Opened> way = new ArrayDeque<>();
    /** The sessions whose environments were told to the pages. */
    private final Set<Session> told = new HashSet<>();

    private @Nullable Opened shown;

    /** A desk that shows no messages outside of its window. */
    public Desk(OpenSessions sessions, Background background, Theme theme, Pages pages) {
        this(sessions, background, theme, pages, () -> DesktopMessages.none("This one does not look for a way."));
    }

    /**
     * A desk on the environments' page, which begins to read at once.
     *
     * @param messages finds what messages the machine can show, on another thread
     */
    public Desk(
            OpenSessions sessions,
            Background background,
            Theme theme,
            Pages pages,
            Supplier<DesktopMessages> messages) {
        this.pages = pages;
        this.sessions = sessions;
        DeskServices first = sessions.current();
        AccountMarks accounts = new AccountMarks(first.store(), background);
        this.frame = new Frame(first.session(), accounts, this::section);
        this.presence = new Presence(background);
        this.context = new PageContext(first, background, this, frame, theme, presence, sessions, accounts);
        this.openings = new Openings(sessions, background, first.store());
        this.environments = new HomeModel(sessions, background, presence);
        environments.busyProperty().addListener((observed, before, now) -> frame.running(now.intValue()));
        accounts.allProperty().addListener((observed, before, now) -> chip());
        accounts.read();
        ShellKeys keys = new ShellKeys(
                frame, this, this::section, () -> shown == null ? null : shown.page(), () -> here().mayChange());
        frame.addEventFilter(KeyEvent.KEY_PRESSED, keys::beforePressed);
        frame.addEventFilter(KeyEvent.KEY_TYPED, keys::beforeTyped);
        frame.addEventHandler(KeyEvent.KEY_PRESSED, keys::pressed);
        frame.addEventHandler(KeyEvent.KEY_TYPED, keys::typed);
        frame.addEventFilter(InputEvent.ANY, event -> presence.used());
        environments.knowledgeProperty().addListener((observed, before, now) -> tell(now));
        first.notices().forEach(frame::say);
        this.bell = new AlarmBell(context, environments, this::inFront, messages);
        bell.unseenProperty().addListener((observed, before, now) -> frame.alarms(now.intValue()));
        bell.quietWordsProperty().addListener((observed, before, now) -> frame.quiet(now));
        frame.onQuiet(() -> frame.show(new QuietCard(context, bell.mode()), () -> {}));
        bell.start();
        environments.start();
        openings.restore();
        sessions.expired().addListener((InvalidationListener) observed -> chip());
        home();
        UpdateNews.tell(context);
    }

    /** Whether somebody may see what is said in the window. */
    private boolean inFront() {
        return frame.getScene() != null
                && frame.getScene().getWindow() instanceof Stage stage
                && stage.isFocused()
                && !stage.isIconified();
    }

    /** The first answer of each session serves whoever wants to know what runs. */
    private void tell(Knowledge known) {
        Map<Session, List<DeployedEnvironment>> answered = known.rows().stream()
                .filter(row -> row.deployed() != null && !told.contains(row.session()))
                .collect(Collectors.groupingBy(
                        EnvironmentRow::session,
                        Collectors.mapping(row -> Objects.requireNonNull(row.deployed()), Collectors.toList())));
        told.addAll(answered.keySet());
        answered.values().forEach(pages::found);
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
        context.background()
                .run(
                        WindowIcons::load,
                        stage.getIcons()::setAll,
                        failure -> say("The window's icon cannot be read: " + failure.getMessage()));
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
            shown.page().left();
        }
    }

    @Override
    public void home() {
        section(Page.Section.ENVIRONMENTS);
    }

    @Override
    public void newEnvironment() {
        open(here(), pages::newEnvironment);
    }

    @Override
    public void draft(String draftId, @Nullable String account) {
        open(context.in(sessions.in(account)), context -> pages.draft(context, draftId));
    }

    @Override
    public void change(EnvironmentKey environment) {
        open(of(environment), context -> pages.change(context, environment));
    }

    @Override
    public void tune(EnvironmentKey environment, String alarmId, String threshold) {
        open(of(environment), context -> pages.tune(context, environment, alarmId, threshold));
    }

    @Override
    public void retry(EnvironmentKey environment) {
        open(of(environment), context -> pages.retry(context, environment));
    }

    @Override
    public void again(EnvironmentKey environment) {
        open(of(environment), context -> pages.again(context, environment));
    }

    @Override
    public void another(EnvironmentKey environment) {
        open(of(environment), context -> pages.another(context, environment));
    }

    @Override
    public void restore(EnvironmentKey environment, String snapshot) {
        open(of(environment), context -> pages.restore(context, environment, snapshot));
    }

    @Override
    public void adopt(EnvironmentKey environment, String stackName) {
        open(of(environment), context -> pages.adopt(context, environment, stackName));
    }

    @Override
    public void situation(EnvironmentKey environment) {
        open(of(environment), context -> pages.situation(context, environment));
    }

    @Override
    public void recover(EnvironmentKey environment, Recovery recovery) {
        open(of(environment), context -> pages.recover(context, environment, recovery));
    }

    @Override
    public void drift(EnvironmentKey environment) {
        open(of(environment), context -> pages.drift(context, environment));
    }

    @Override
    public void review(Review review) {
        open(of(review.environment()), context -> pages.review(context, review));
    }

    @Override
    public void deploy(Review review) {
        open(of(review.environment()), context -> pages.deploy(context, review));
    }

    @Override
    public void destroy(EnvironmentKey environment) {
        open(of(environment), context -> pages.destroy(context, environment));
    }

    @Override
    public void deployment(EnvironmentKey environment) {
        open(of(environment), context -> pages.deployment(context, environment));
    }

    @Override
    public void watch(DeployedEnvironment environment) {
        open(of(environment.key()), context -> pages.watch(context, environment));
    }

    @Override
    public void watch(DeployedEnvironment environment, String alarmId) {
        open(of(environment.key()), context -> pages.watch(context, environment, alarmId));
    }

    @Override
    public void session(SessionChoice choice) {
        open(here(), context -> sessions(context, choice.via()));
    }

    /** What ends by this computer's clock is shown by it. */
    private SessionsPage sessions(PageContext context, SessionChoice.@Nullable Via chosen) {
        return new SessionsPage(context, openings, InstantSource.system(), chosen);
    }

    @Override
    public void alarms() {
        section(Page.Section.ALARMS);
    }

    @Override
    public void compareWith(DeployedEnvironment environment) {
        frame.show(
                new CompareWithCard(
                        environment,
                        environments.knowledgeProperty().get().rows(),
                        frame,
                        other -> compare(environment, other)),
                () -> {});
    }

    @Override
    public void compare(DeployedEnvironment left, DeployedEnvironment right) {
        open(of(left.key()), context -> pages.compare(context, left, right));
    }

    @Override
    public void back() {
        // Pages whose session was closed or opened anew have engines that lead nowhere.
        way.removeIf(opened -> !sessions.all().contains(opened.services()));
        if (way.isEmpty()) {
            if (shown != null && !(shown.page() instanceof HomePage)) {
                home();
            }
            return;
        }
        replace(way.pop());
    }

    /** The rail leads to a section's own page, and forgets the way there. */
    private void section(Page.Section section) {
        way.clear();
        PageContext context = here();
        Page page = switch (section) {
            case ENVIRONMENTS -> new HomePage(context, environments);
            case DEPLOYMENTS -> pages.deployments(context);
            case ALARMS -> new AlarmsPage(context, bell);
            case DRAFTS -> new DraftsPage(context);
            case JOURNAL -> new JournalPage(context);
            case SESSIONS -> sessions(context, null);
            case SETTINGS -> new SettingsPage(context, bell);
        };
        replace(new Opened(page, context.services()));
    }

    /** In the session that new environments are begun in. */
    private PageContext here() {
        return context.in(sessions.current());
    }

    /** In the session that reaches an environment. */
    private PageContext of(EnvironmentKey environment) {
        return context.in(sessions.of(environment));
    }

    private void open(PageContext context, Function<PageContext, Page> page) {
        if (shown != null) {
            way.push(shown);
        }
        while (way.size() > LONGEST_WAY) {
            way.removeLast();
        }
        replace(new Opened(page.apply(context), context.services()));
    }

    /** Whose page it is, and whether that session works. */
    private void chip() {
        if (shown != null) {
            frame.session(shown.services().session(), sessions.expired().contains(shown.services()));
        }
    }

    private void replace(Opened next) {
        if (shown != null) {
            shown.page().left();
        }
        shown = next;
        chip();
        frame.show(next.page());
        next.page().shown();
    }

    /** A page, and the engines of the session that it works in. */
    private record Opened(Page page, DeskServices services) {}
}
