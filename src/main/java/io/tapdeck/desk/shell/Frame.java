package io.tapdeck.desk.shell;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.common.AccountMarks;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Overlays;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.store.AccountColor;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Rail, top bar, notices, page, status bar; over them at most one card. */
public final class Frame extends StackPane implements Overlays {
    private final Rail rail;
    private final TopBar topBar;
    private final StatusBar statusBar = new StatusBar();
    private final VBox notices = new VBox();
    private @Nullable NewsBar news;
    private Runnable onQuiet = () -> {};
    private final StackPane place = new StackPane();
    private final BorderPane desk = new BorderPane();
    private final StackPane scrim = new StackPane();
    private final Region strip = new Region();
    private final AccountMarks accounts;
    private final ChangeListener<Boolean> freshness = (observed, before, fresh) -> statusBar.late(!fresh);
    private Runnable onOverlayClosed = () -> {};
    private @Nullable Node focusBefore;
    private final ChangeListener<String> telling = (observed, before, now) -> refreshKeys();
    private @Nullable Page shown;

    /**
     * A frame around nothing yet.
     *
     * @param accounts by what accounts are told from each other
     * @param onSection hears which word of the rail was pressed
     */
    public Frame(Session session, AccountMarks accounts, Consumer<Page.Section> onSection) {
        this.accounts = accounts;
        getStyleClass().add("td-page");
        rail = new Rail(onSection);
        topBar = new TopBar();
        VBox.setVgrow(place, Priority.ALWAYS);
        place.setMinHeight(0);
        VBox middle = new VBox(topBar, notices, place, statusBar);
        session(session);
        desk.setLeft(rail);
        desk.setCenter(middle);
        scrim.getStyleClass().add("td-scrim");
        getChildren().add(desk);
        // What lies under a card can be read but not reached: the scrim takes the mouse, this sends Tab back.
        sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((observed, before, now) -> keepFocusInside(now));
    }

    private void keepFocusInside(@Nullable Node focused) {
        if (covered() && focused != null && !within(focused, scrim)) {
            focusFirst(scrim);
        }
    }

    private static boolean within(Node node, Node ancestor) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    /** Says whose account and region the page is about. */
    public void session(Session session) {
        session(session, false);
    }

    /** The same, of a session that has expired or works. */
    public void session(Session session, boolean expired) {
        topBar.session(session, accounts, expired);
        AccountColor color = accounts.of(session.account()).color();
        boolean sandbox = session.kind() == Session.Kind.SANDBOX;
        if (sandbox || color == null) {
            strip.getStyleClass().setAll("td-sandbox-strip");
        } else {
            strip.getStyleClass().setAll("td-account-strip", color.id());
        }
        desk.setTop(sandbox || color != null ? strip : null);
    }

    /** Shows a page; the one before is forgotten. */
    public void show(Page page) {
        if (shown != null) {
            shown.fresh().removeListener(freshness);
            shown.status().removeListener(telling);
        }
        shown = page;
        close();
        topBar.path(page.path());
        statusBar.show(page);
        page.fresh().addListener(freshness);
        page.status().addListener(telling);
        rail.choose(page.section());
        if (page.section() == Page.Section.ALARMS && news != null) {
            // The list says more than its news, and how it is now.
            news.close();
        }
        place.getChildren().setAll(page.root());
        place.requestFocus();
    }

    /** A page whose content has changed tells so by its status, and may have other keys then. */
    private void refreshKeys() {
        if (shown != null) {
            statusBar.keys(shown.keys());
        }
    }

    /** How many alarms are on that nobody has acknowledged. */
    public void alarms(int count) {
        rail.alarms(count);
    }

    /** The words of the quiet mode; empty where it is off. */
    public void quiet(String words) {
        statusBar.quiet(words);
    }

    /** Who asks how long it shall be quiet. */
    public void onQuiet(Runnable asks) {
        onQuiet = asks;
    }

    void askQuiet() {
        onQuiet.run();
    }

    /** Goes where the news in the bar lead; false if there are none. */
    boolean followNews() {
        NewsBar bar = news;
        if (bar != null) {
            bar.follow();
        }
        return bar != null;
    }

    @Override
    public void news(News told, Runnable onGone) {
        NewsBar before = news;
        if (before != null && before.tells(told.sentence())) {
            return;
        }
        notices.getChildren().removeIf(NewsBar.class::isInstance);
        NewsBar bar = new NewsBar(told, () -> {
            notices.getChildren().removeIf(NewsBar.class::isInstance);
            news = null;
            onGone.run();
        });
        news = bar;
        notices.getChildren().addFirst(bar);
    }

    /** How many deployments run. */
    public void running(int count) {
        rail.running(count);
    }

    /** Whether a card is shown. */
    public boolean covered() {
        return getChildren().contains(scrim);
    }

    @Override
    public void show(Region card, Runnable onClosed) {
        close();
        focusBefore = getScene() == null ? null : getScene().getFocusOwner();
        onOverlayClosed = onClosed;
        scrim.getChildren().setAll(card);
        getChildren().add(scrim);
        focusFirst(card);
    }

    @Override
    public void close() {
        if (!covered()) {
            return;
        }
        getChildren().remove(scrim);
        scrim.getChildren().clear();
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
        Runnable closed = onOverlayClosed;
        onOverlayClosed = () -> {};
        closed.run();
    }

    @Override
    public void say(String sentence) {
        boolean stands = notices.getChildren().stream().anyMatch(bar -> sentence.equals(bar.getUserData()));
        if (stands) {
            return;
        }
        Label words = Texts.paragraph(sentence);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox bar = new HBox();
        Button dismiss =
                Buttons.icon(Icons.CLOSE, "Dismiss", () -> notices.getChildren().remove(bar));
        bar.getStyleClass().add("td-notice");
        bar.setUserData(sentence);
        bar.getChildren().addAll(Icons.WARNING.view("td-warning"), words, dismiss);
        notices.getChildren().add(bar);
    }

    private static boolean focusFirst(Node node) {
        if (node.isFocusTraversable() && !node.isDisabled() && node.isVisible()) {
            node.requestFocus();
            return true;
        }
        return node instanceof javafx.scene.Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(Frame::focusFirst);
    }
}
