package io.tapdeck.desk.home;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ModifiableObservableListBase;

/** The lines that are listed. After a reading nearly all of them are new: the list view hears of that once, not per line. */
final class ShownLines extends ModifiableObservableListBase<ListLine> {
    private final List<ListLine> lines = new ArrayList<>();

    /**
     * Shows these lines; those that are the same stay, since a list that is read every minute must not flicker.
     *
     * @return whether any is different
     */
    boolean show(List<ListLine> wanted) {
        if (wanted.size() != size()) {
            setAll(wanted);
            return true;
        }
        boolean changed = false;
        beginChange();
        for (int place = 0; place < wanted.size(); place++) {
            if (!lines.get(place).equals(wanted.get(place))) {
                set(place, wanted.get(place));
                changed = true;
            }
        }
        endChange();
        return changed;
    }

    @Override
    public ListLine get(int place) {
        return lines.get(place);
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    protected void doAdd(int place, ListLine line) {
        lines.add(place, line);
    }

    @Override
    protected ListLine doSet(int place, ListLine line) {
        return lines.set(place, line);
    }

    @Override
    protected ListLine doRemove(int place) {
        return lines.remove(place);
    }
}
