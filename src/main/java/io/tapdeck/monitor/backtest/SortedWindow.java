package io.tapdeck.monitor.backtest;

import java.util.Arrays;

/** A few values in order, of which one comes and another goes. */
final class SortedWindow {
    private final double[] values;
    private int size;

    SortedWindow(int capacity) {
        values = new double[capacity];
    }

    void clear() {
        size = 0;
    }

    /** Adds a value that is not NaN. */
    void add(double value) {
        int found = Arrays.binarySearch(values, 0, size, value);
        int at = found < 0 ? -found - 1 : found;
        System.arraycopy(values, at, values, at + 1, size - at);
        values[at] = value;
        size++;
    }

    /** Removes one value that was added. */
    void remove(double value) {
        int at = Arrays.binarySearch(values, 0, size, value);
        System.arraycopy(values, at + 1, values, at, size - at - 1);
        size--;
    }

    /** The greatest value for 1, the next for 2; negative infinity beyond the last. */
    double fromTop(int rank) {
        return rank <= size ? values[size - rank] : Double.NEGATIVE_INFINITY;
    }

    /** The least value; the window is not empty. */
    double least() {
        return values[0];
    }
}
