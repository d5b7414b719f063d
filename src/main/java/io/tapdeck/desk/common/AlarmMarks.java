package io.tapdeck.desk.common;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** An environment's alarms in the blueprint's order: at most four, then "+n", the worst always among them. */
public final class AlarmMarks extends HBox {
    private static final int MOST = 4;

    /** One alarm. */
    public record Entry(String title, AlarmMark mark) {}

    public AlarmMarks(List<Entry> alarms) {
        super(4);
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(Region.USE_PREF_SIZE);
        List<Entry> shown = shown(alarms);
        shown.forEach(alarm -> getChildren().add(alarm.mark().view(alarm.title())));
        if (alarms.size() > shown.size()) {
            getChildren().add(Texts.caption("+" + (alarms.size() - shown.size())));
        }
    }

    /** The loudest four (of equals the first), in the order given. */
    static List<Entry> shown(List<Entry> alarms) {
        List<Integer> places = new ArrayList<>(IntStream.range(0, alarms.size())
                .boxed()
                .sorted(Comparator.comparing(
                                (Integer place) -> alarms.get(place).mark())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList());
        places.sort(Comparator.naturalOrder());
        return places.stream().map(alarms::get).toList();
    }
}
