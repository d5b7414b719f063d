package io.tapdeck.desk.signin;

import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.OpenSessions.Unopened;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.SessionChoice;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** All sessions at the left, the chosen one at the right. */
public final class SessionsPage extends BasePage {
    private static final double RIGHT = 560;

    private final PageContext context;
    private final InstantSource time;
    private final SessionsModel model;
    private final Openings openings;
    private final StackPane right = new StackPane();
    private final InvalidationListener changed = observed -> show();
    private final SessionList list;
    private SessionChoice.@Nullable Via wanted;
    private @Nullable SessionRow chosen;
    private @Nullable SessionRow carded;
    private @Nullable SessionCard card;
    private @Nullable SignInModel signIn;
    private @Nullable SignInPane pane;
    private @Nullable AccountsPane accounts;
    private @Nullable SsoSession accountsOf;

    /**
     * A page that reads while it is shown.
     *
     * @param wanted the session to begin with; null begins with the current one
     */
    public SessionsPage(
            PageContext context, Openings openings, InstantSource time, SessionChoice.@Nullable Via wanted) {
        super(Section.SESSIONS, "Sessions");
        this.context = context;
        this.time = time;
        this.openings = openings;
        this.model = new SessionsModel(context, time);
        this.wanted = wanted;
        this.list = new SessionList(this::show, this::chose, this::onPlainKey, this::add);
        ScrollPane scroll = new ScrollPane(right);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        HBox.setHgrow(scroll, Priority.ALWAYS);
        right.setAlignment(Pos.TOP_CENTER);
        right.setPadding(new Insets(24));
        root.getChildren().add(new HBox(list, scroll));
        root.widthProperty().addListener((observed, before, now) -> list.fit(now.doubleValue()));
    }

    private void show() {
        List<SessionLine> lines = model.rows().lines(list.filter());
        list.show(lines, model.trouble());
        Optional<SessionRow> row = row(lines);
        row.ifPresent(list::select);
        chosen = row.orElse(null);
        card();
        tell(standing());
    }

    private String standing() {
        SignInModel running = signIn;
        if (running != null && running.phase() == SignInModel.Phase.RUNNING) {
            return "Waiting for " + SessionRows.shortTitle(running.center());
        }
        long sessions = list.sessions();
        return "%d %s, %d open"
                .formatted(
                        sessions,
                        sessions == 1 ? "session" : "sessions",
                        context.sessions().all().size());
    }

    /** The one that was chosen, wherever it is now; else the one that was asked for; else the current one. */
    private Optional<SessionRow> row(List<SessionLine> lines) {
        List<SessionRow> rows = lines.stream()
                .filter(SessionRow.class::isInstance)
                .map(SessionRow.class::cast)
                .toList();
        SessionChoice current = context.sessions().current().choice();
        SessionChoice.Via asked = wanted != null ? wanted : current == null ? null : current.via();
        SessionRow before = chosen;
        if (before != null) {
            return rows.stream()
                    .filter(before::same)
                    .findFirst()
                    .or(() -> rows.stream().findFirst());
        }
        return rows.stream()
                .filter(each -> asked != null && asked.equals(each.via()))
                .findFirst()
                .or(() -> rows.stream().findFirst());
    }

    private void chose(SessionRow row) {
        chosen = row;
        wanted = null;
        card();
    }

    private void card() {
        SessionRow row = chosen;
        if (row == null || row.equals(carded)) {
            if (card != null) {
                card.refresh();
            }
            return;
        }
        carded = row;
        boolean had = hasFocus(right);
        Region shown = content(row);
        shown.setMaxWidth(RIGHT);
        if (!right.getChildren().contains(shown)) {
            right.getChildren().setAll(shown);
            // What had the focus is gone with the content.
            if (had) {
                list.focus();
            }
        }
        tell(standing());
    }

    private Region content(SessionRow row) {
        card = null;
        SsoSession center = row.center();
        if (center != null && row.waitsForSignIn()) {
            return signIn(center);
        }
        if (center != null && row.via() == null) {
            return accounts(center, row.below());
        }
        SessionCard made = new SessionCard(context, model, openings, row, () -> signOut(row));
        card = made;
        return made;
    }

    /** The sign-in that runs already, or one that can be begun. */
    private SignInPane signIn(SsoSession center) {
        SignInPane shown = pane;
        SignInModel known = signIn;
        if (shown != null && known != null && known.center().equals(center)) {
            return shown;
        }
        stopSignIn();
        SignInModel made = new SignInModel(
                center, context.sessions().opener(), context.background(), time, () -> signedIn(center));
        made.revisionProperty().addListener(observed -> followSignIn(made));
        Runnable remove = model.onlyAdded(center) ? () -> remove(center) : null;
        shown = new SignInPane(context, made, goesOn(center), remove);
        signIn = made;
        pane = shown;
        return shown;
    }

    private void remove(SsoSession center) {
        stopSignIn();
        // What is shown instead must not hide behind a filter that found it.
        list.clearFilter();
        model.remove(center);
        list.focus();
    }

    /** The list says where somebody is signing in. */
    private void followSignIn(SignInModel told) {
        SsoSession running = told.phase() == SignInModel.Phase.RUNNING ? told.center() : null;
        if (!Objects.equals(running, model.signingIn())) {
            model.signingIn(running);
        }
    }

    private List<String> goesOn(SsoSession center) {
        return context.sessions().unopened().stream()
                .filter(Unopened::needsSignIn)
                .map(missed -> missed.choice().via())
                .filter(via ->
                        model.rows().signsInAt(via).filter(center::equals).isPresent())
                .map(via -> "the environments of " + via.title())
                .distinct()
                .toList();
    }

    private void signedIn(SsoSession center) {
        pane = null;
        signIn = null;
        carded = null;
        model.signingIn(null);
        context.sessions().signedIn(center);
        model.read();
    }

    private void stopSignIn() {
        SignInModel known = signIn;
        if (known != null) {
            known.stop();
            signIn = null;
            pane = null;
        }
    }

    private AccountsPane accounts(SsoSession center, String until) {
        AccountsPane shown = accounts;
        if (shown == null || !center.equals(accountsOf)) {
            shown = new AccountsPane(
                    context,
                    openings,
                    center,
                    until,
                    model::read,
                    failure -> model.failed(center, failure),
                    () -> signOut(center));
            accounts = shown;
            accountsOf = center;
        }
        return shown;
    }

    private void signOut(SessionRow row) {
        SsoSession center = row.center();
        if (center != null) {
            signOut(center);
        }
    }

    private void signOut(SsoSession center) {
        new SignOutCard(context, center, () -> {
                    accounts = null;
                    model.read();
                })
                .ask();
    }

    private void add() {
        context.overlays()
                .show(
                        new AddCard(context.overlays(), center -> {
                            model.add(center);
                            list.choose(center);
                        }),
                        () -> {});
    }

    private static boolean hasFocus(Node parent) {
        Node owner = parent.getScene() == null ? null : parent.getScene().getFocusOwner();
        for (Node each = owner; each != null; each = each.getParent()) {
            if (each.equals(parent)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<KeyHint> keys() {
        if (shownPane() != null) {
            boolean runs = signIn != null && signIn.phase() == SignInModel.Phase.RUNNING;
            return runs
                    ? List.of(
                            new KeyHint("Enter", "open the page"),
                            new KeyHint("C", "copy the code"),
                            new KeyHint("Esc", "stop"),
                            new KeyHint("/", "filter"))
                    : List.of(new KeyHint("Enter", "sign in"), new KeyHint("/", "filter"));
        }
        List<KeyHint> keys = new ArrayList<>(List.of(new KeyHint("/", "filter"), new KeyHint("Enter", "open")));
        if (card != null) {
            keys.add(new KeyHint("W", "who is it"));
        }
        return keys;
    }

    @Override
    protected boolean onPlainKey(KeyEvent event) {
        SignInPane signing = shownPane();
        if (signing != null) {
            return onSignInKey(signing, event.getCode());
        }
        SessionCard shown = card;
        if (shown == null) {
            AccountsPane choosing = accounts;
            if (choosing == null || event.getCode() != KeyCode.ENTER) {
                return false;
            }
            choosing.open();
            return true;
        }
        switch (event.getCode()) {
            case ENTER -> shown.open();
            case W -> shown.identify();
            default -> {
                return false;
            }
        }
        return true;
    }

    private @Nullable SignInPane shownPane() {
        SignInPane signing = pane;
        return signing != null && right.getChildren().contains(signing) ? signing : null;
    }

    private boolean onSignInKey(SignInPane signing, KeyCode code) {
        return switch (code) {
            case ENTER -> {
                signing.enter();
                yield true;
            }
            case C -> signing.copyCode();
            case ESCAPE -> signing.stop();
            default -> false;
        };
    }

    @Override
    public void onFilter() {
        list.focusFilter();
    }

    @Override
    public void shown() {
        model.revisionProperty().addListener(changed);
        context.sessions().all().addListener(changed);
        context.sessions().currentProperty().addListener(changed);
        model.start();
        show();
        list.focus();
    }

    @Override
    public void left() {
        model.stop();
        stopSignIn();
        model.revisionProperty().removeListener(changed);
        context.sessions().all().removeListener(changed);
        context.sessions().currentProperty().removeListener(changed);
    }
}
