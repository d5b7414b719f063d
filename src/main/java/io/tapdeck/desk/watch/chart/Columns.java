package io.tapdeck.desk.watch.chart;

import java.util.Arrays;

/**
 * What a series does within each column of pixels. Drawn from its least to its greatest value, a column shows every
 * peak, however many points share it. Columns are cut at multiples of their width in time since 1970: so they stay what
 * they are while the window moves, and a new point changes the last one only.
 */
final class Columns {
    private final double width;
    private Samples read;
    private long[] index = new long[256];
    private double[] least = new double[256];
    private double[] most = new double[256];
    private double[] last = new double[256];
    private boolean[] begins = new boolean[256];
    private int size;

    /**
     * Columns of all points.
     *
     * @param width of a column, in milliseconds
     */
    Columns(Samples samples, double width) {
        this.width = width;
        this.read = samples;
        add(samples, 0);
    }

    /** Whether these are columns of that width, and of these samples or of what grew to them. */
    boolean serve(Samples samples, double columnWidth) {
        return width == columnWidth && samples.continues(read);
    }

    /** Reads on, if the samples have grown. */
    void follow(Samples samples) {
        add(samples, read.size());
        read = samples;
    }

    private void add(Samples samples, int from) {
        for (int point = from; point < samples.size(); point++) {
            long column = (long) Math.floor(samples.time(point) / width);
            double value = samples.value(point);
            if (size > 0 && index[size - 1] == column) {
                least[size - 1] = Math.min(least[size - 1], value);
                most[size - 1] = Math.max(most[size - 1], value);
            } else {
                begin(column, value, samples.gapBefore(point));
            }
            last[size - 1] = value;
        }
    }

    private void begin(long column, double value, boolean gap) {
        if (size == index.length) {
            int room = size * 2;
            index = Arrays.copyOf(index, room);
            least = Arrays.copyOf(least, room);
            most = Arrays.copyOf(most, room);
            last = Arrays.copyOf(last, room);
            begins = Arrays.copyOf(begins, room);
        }
        index[size] = column;
        least[size] = value;
        most[size] = value;
        begins[size] = gap;
        size++;
    }

    int size() {
        return size;
    }

    /** The first column at or after a time; {@link #size} if there is none. */
    int from(long time) {
        long column = (long) Math.floor(time / width);
        int found = Arrays.binarySearch(index, 0, size, column);
        return found < 0 ? -found - 1 : found;
    }

    /** The pixels from a time to the left edge of a column. */
    int x(int column, long start) {
        return (int) (index[column] - (long) Math.floor(start / width));
    }

    /** The lowest value in a column. */
    double least(int column) {
        return least[column];
    }

    /** The highest value in a column. */
    double most(int column) {
        return most[column];
    }

    /** Whether a gap is before a column. */
    boolean begins(int column) {
        return begins[column];
    }

    /** The value with which a column ends, and from which the line goes on. */
    double last(int column) {
        return last[column];
    }
}
