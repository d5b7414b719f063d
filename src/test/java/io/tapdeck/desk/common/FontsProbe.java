package io.tapdeck.desk.common;

import java.util.List;

/** Lets tests of other packages ask for fonts that are not there. */
public final class FontsProbe {
    private FontsProbe() {}

    public static List<String> load(String... files) {
        return Fonts.load(List.of(files));
    }
}
