package io.tapdeck.desk.common;

import io.tapdeck.environment.EnvironmentKey;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The sessions that the desk works with; always at least one. For the JavaFX thread only. */
public final class OpenSessions {
    private final ObservableList<DeskServices> all = FXCollections.observableArrayList();
    /** Held, since a view that nobody holds forgets who listens to it. */
    private final ObservableList<DeskServices> view = FXCollections.unmodifiableObservableList(all);

    private final ReadOnlyObjectWrapper<DeskServices> current;

    /** Only one so far, which is the current one. */
    public OpenSessions(DeskServices first) {
        all.add(first);
        current = new ReadOnlyObjectWrapper<>(first);
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
        Predicate<DeskServices> same =
                other -> other.session().name().equals(session.session().name())
                        && other.session().region().equals(session.session().region());
        int place = all.indexOf(all.stream().filter(same).findFirst().orElse(null));
        if (place < 0) {
            all.add(session);
            return;
        }
        DeskServices before = all.set(place, session);
        if (current.get().equals(before)) {
            current.set(session);
        }
    }

    /** Works without one from now on; the last one stays. */
    public void close(DeskServices session) {
        if (all.size() > 1 && all.remove(session) && current.get().equals(session)) {
            current.set(all.getFirst());
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

    private Optional<DeskServices> reaching(String account, String region) {
        return all.stream()
                .filter(open -> open.session().account().equals(account))
                .filter(open -> open.session().region().equals(region))
                .min(Comparator.comparing((DeskServices open) -> open.session().readOnly())
                        .thenComparing(open -> !open.equals(current.get())));
    }
}
