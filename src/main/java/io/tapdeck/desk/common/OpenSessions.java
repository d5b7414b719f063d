package io.tapdeck.desk.common;

import io.tapdeck.aws.identitycenter.SsoSession;
import io.tapdeck.environment.EnvironmentKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/** The sessions that the desk works with; always at least one. For the JavaFX thread only. */
public final class OpenSessions {
    private final ObservableList<DeskServices> all = FXCollections.observableArrayList();
    /** The views are held, since one that nobody holds forgets who listens to it. */
    private final ObservableList<DeskServices> view = FXCollections.unmodifiableObservableList(all);

    private final ObservableList<Unopened> unopened = FXCollections.observableArrayList();
    private final ObservableList<Unopened> unopenedView = FXCollections.unmodifiableObservableList(unopened);
    private final ObservableSet<DeskServices> expired = FXCollections.observableSet();
    private final ObservableSet<DeskServices> expiredView = FXCollections.unmodifiableObservableSet(expired);
    private final ReadOnlyObjectWrapper<DeskServices> current;

    /**
     * A session that was to be opened and could not be.
     *
     * @param why a sentence
     * @param needsSignIn whether it opens once somebody has signed in
     */
    public record Unopened(SessionChoice choice, String why, boolean needsSignIn) {}

    private final SessionOpener opener;
    private final boolean resumes;
    private Consumer<SsoSession> onSignedIn = center -> {};

    /** Only one, and no other can be opened. */
    public OpenSessions(DeskServices only) {
        this(only, SessionOpener.none());
    }

    /**
     * Only one so far, which is the current one.
     *
     * @param opener finds and opens others
     */
    public OpenSessions(DeskServices first, SessionOpener opener) {
        this(first, opener, false);
    }

    /**
     * Only one so far, which is the current one.
     *
     * @param resumes whether the one that was current when the desk was last closed becomes so again, since nobody has chosen
     *     the first
     */
    public OpenSessions(DeskServices first, SessionOpener opener, boolean resumes) {
        this.opener = opener;
        this.resumes = resumes;
        all.add(first);
        current = new ReadOnlyObjectWrapper<>(first);
    }

    /** Who finds and opens others; its methods block. */
    public SessionOpener opener() {
        return opener;
    }

    /** Whether the one that was current when the desk was last closed becomes so again. */
    public boolean resumes() {
        return resumes;
    }

    /** All of them, in the order in which they were opened. */
    public ObservableList<DeskServices> all() {
        return view;
    }

    /** The one in which a new environment is begun. */
    public DeskServices current() {
        return current.get();
    }

    /** Changes when another one is used. */
    public ReadOnlyObjectProperty<DeskServices> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Begins new environments in one of them from now on. */
    public void use(DeskServices session) {
        if (!all.contains(session)) {
            throw new IllegalArgumentException("not open: " + session.session());
        }
        current.set(session);
    }

    /** Adds one, in place of that of the same name and region if there is one. */
    public void open(DeskServices session) {
        unopened.removeIf(other -> other.choice().reaches(session));
        Predicate<DeskServices> same =
                other -> other.session().name().equals(session.session().name())
                        && other.session().region().equals(session.session().region());
        int place = all.indexOf(all.stream().filter(same).findFirst().orElse(null));
        if (place < 0) {
            all.add(session);
            return;
        }
        DeskServices before = all.set(place, session);
        expired.remove(before);
        if (current.get().equals(before)) {
            current.set(session);
        }
    }

    /** Those that are missed, each for a reason of its own. */
    public ObservableList<Unopened> unopened() {
        return unopenedView;
    }

    /** Remembers that one could not be opened, in place of what was said of it before. */
    public void failed(Unopened missed) {
        forget(missed.choice());
        unopened.add(missed);
    }

    /** Misses one no longer. */
    public void forget(SessionChoice choice) {
        unopened.removeIf(other -> other.choice().equals(choice));
    }

    /** The one that a choice has led to, if it is open. */
    public Optional<DeskServices> find(SessionChoice choice) {
        return all.stream().filter(choice::reaches).findFirst();
    }

    /** Those whose credentials have ended, as far as anybody has noticed. */
    public ObservableSet<DeskServices> expired() {
        return expiredView;
    }

    /** Says that AWS no longer takes the credentials of one. */
    public void expired(DeskServices session) {
        expired.add(session);
    }

    /** Hears where somebody has signed in; asked for once. */
    public void onSignedIn(Consumer<SsoSession> listener) {
        onSignedIn = listener;
    }

    /** Says that somebody has signed in: what waited for it can go on. */
    public void signedIn(SsoSession center) {
        onSignedIn.accept(center);
    }

    /** Says that one works. */
    public void works(DeskServices session) {
        expired.remove(session);
    }

    /** Works without one from now on; the last one stays. */
    public void close(DeskServices session) {
        if (all.size() > 1 && all.remove(session)) {
            expired.remove(session);
            if (current.get().equals(session)) {
                current.set(all.getFirst());
            }
        }
    }

    /** One for each account and region that is reached, in the order of their opening. */
    public List<DeskServices> places() {
        return all.stream()
                .map(open -> reaching(open.session().account(), open.session().region())
                        .orElse(open))
                .distinct()
                .toList();
    }

    /**
     * The one that reaches an environment: of its account and region, and rather one that may change something. Where none
     * is open any more, one of the same account, whose engine reaches other regions by itself where it can; else the current
     * one, whose engine refuses with both accounts' ids.
     */
    public DeskServices of(EnvironmentKey environment) {
        return reaching(environment.account(), environment.region())
                .or(() -> all.stream()
                        .filter(open -> open.session().account().equals(environment.account()))
                        .findFirst())
                .orElseGet(this::current);
    }

    /**
     * One of an account, and rather one that may change something; the current one where none is open, or the account does
     * not matter.
     *
     * @param account 12 digits, or null for any
     */
    public DeskServices in(@Nullable String account) {
        return all.stream()
                .filter(open -> open.session().account().equals(account))
                .min(rather())
                .orElseGet(this::current);
    }

    private Comparator<DeskServices> rather() {
        return Comparator.comparing((DeskServices open) -> open.session().readOnly())
                .thenComparing(open -> !open.equals(current.get()));
    }

    private Optional<DeskServices> reaching(String account, String region) {
        return all.stream()
                .filter(open -> open.session().account().equals(account))
                .filter(open -> open.session().region().equals(region))
                .min(rather());
    }
}
