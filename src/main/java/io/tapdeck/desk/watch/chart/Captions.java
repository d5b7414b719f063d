package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.Drawing;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Text;

/** How wide the captions of a chart are; measured once, since measuring costs more than painting. */
final class Captions {
    private static final int KEPT = 200;

    private final Text text = new Text();
    private final Map<String, Double> widths = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
            return size() > KEPT;
        }
    };

    Captions() {
        text.setFont(Drawing.CAPTION);
    }

    double width(String words) {
        return widths.computeIfAbsent(words, this::measure);
    }

    private double measure(String words) {
        text.setText(words);
        return text.getLayoutBounds().getWidth();
    }
}
