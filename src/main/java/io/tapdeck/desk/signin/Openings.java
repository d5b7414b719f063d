package io.tapdeck.desk.signin;

import io.tapdeck.aws.AwsException;
import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.common.OpenSessions;
import io.tapdeck.desk.common.OpenSessions.Unopened;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.store.Store;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;

/** Opens sessions, keeps which are open, and opens those again at the next start. For the JavaFX thread only. */
public final class Openings {
    private final OpenSessions sessions;
    private final Background background;
    private final Store store;

    /** Whoever opens sessions of a desk. */
    public Openings(OpenSessions sessions, Background background, Store store) {
        this.sessions = sessions;
        this.background = background;
        this.store = store;
        sessions.onSignedIn(this::signedIn);
    }

    /** Whose credentials come from there works again as far as anybody knows; what was missed is tried again. */
    private void signedIn(SsoSession center) {
        for (DeskServices session : List.copyOf(sessions.expired())) {
            SessionChoice choice = session.choice();
            if (choice != null) {
                background.run(
                        () -> sessions.opener().center(choice),
                        found -> {
                            if (found.filter(center::equals).isPresent()) {
                                sessions.works(session);
                            }
                        },
                        // It stays expired until AWS answers.
                        failure -> {});
            }
        }
        again();
    }

    /** Opens what was open when the desk was last closed, each failing on its own; from then on keeps what is open. */
    public void restore() {
        background.run(
                () -> KeptSessions.of(store.preference(KeptSessions.PREFERENCE).orElse("")),
                kept -> {
                    reopen(kept);
                    keep(kept);
                },
                failure -> keep(List.of()));
    }

    /** The first was the current one; it is so again, unless somebody chooses another meanwhile. */
    private void reopen(List<SessionChoice> kept) {
        DeskServices started = sessions.current();
        for (SessionChoice choice : kept) {
            boolean goesOn = sessions.resumes() && choice.equals(kept.getFirst());
            if (sessions.find(choice).isEmpty()) {
                open(
                        choice,
                        opened -> {
                            if (goesOn && sessions.current().equals(started)) {
                                sessions.use(opened);
                            }
                        },
                        failure -> {});
            }
        }
    }

    private void keep(List<SessionChoice> opening) {
        InvalidationListener changed = observed -> keep();
        sessions.all().addListener(changed);
        sessions.unopened().addListener(changed);
        sessions.currentProperty().addListener(changed);
        if (opening.isEmpty()) {
            keep();
        }
    }

    private void keep() {
        DeskServices current = sessions.current();
        Stream<SessionChoice> open = Stream.concat(
                        Stream.of(current), sessions.all().stream().filter(session -> !session.equals(current)))
                .filter(session -> session.choice() != null)
                .map(session -> Objects.requireNonNull(session.choice())
                        .in(session.session().region()));
        String text = KeptSessions.text(
                Stream.concat(open, sessions.unopened().stream().map(Unopened::choice))
                        .toList());
        background.run(
                () -> {
                    store.setPreference(KeptSessions.PREFERENCE, text);
                    return text;
                },
                kept -> {},
                // They are open all the same; the store says so itself when it cannot write.
                failure -> {});
    }

    /** Opens one; what keeps it from opening is remembered, and told. */
    public void open(SessionChoice choice, Consumer<DeskServices> onOpen, Consumer<Exception> onFailed) {
        background.run(
                () -> sessions.opener().open(choice),
                opened -> {
                    sessions.open(opened);
                    onOpen.accept(opened);
                },
                failure -> {
                    sessions.failed(new Unopened(choice, why(failure), needsSignIn(failure)));
                    onFailed.accept(failure);
                });
    }

    private void again() {
        List.copyOf(sessions.unopened()).forEach(missed -> open(missed.choice(), opened -> {}, failure -> {}));
    }

    static boolean needsSignIn(Exception failure) {
        return failure instanceof AwsException aws && aws.kind() == AwsException.Kind.NEEDS_SIGN_IN;
    }

    static String why(Exception failure) {
        return failure instanceof AwsException aws
                ? aws.getMessage() + " " + aws.remedy()
                : "The session could not be opened.";
    }
}
