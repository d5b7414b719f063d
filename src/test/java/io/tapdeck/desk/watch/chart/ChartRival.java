package io.tapdeck.desk.watch.chart;

import javafx.scene.layout.Region;

/** A chart that can be measured. */
interface ChartRival {
    Region region();

    /** Another value for each line. */
    void append();

    /** Of what is shown so large a part is a step of panning. */
    int PART = 400;

    /** Moves by a step; below 0 to the past. */
    void pan(int direction);
}
