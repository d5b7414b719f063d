package io.tapdeck.desk.wizard;

/** Texts cut on purpose where there is no room; the whole text is in the tooltip. */
final class Shortened {
    private Shortened() {}

    /** At most {@code most} characters, the middle left out: both ends of a name matter. */
    static String middle(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int head = (most - 1) / 2;
        return text.substring(0, head) + "…" + text.substring(text.length() - (most - 1 - head));
    }

    /** At most {@code most} characters, the end left out. */
    static String end(String text, int most) {
        String line = text.replace('\n', ' ');
        return line.length() <= most ? line : line.substring(0, Math.max(1, most - 1)) + "…";
    }
}
