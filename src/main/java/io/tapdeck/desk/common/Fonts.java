package io.tapdeck.desk.common;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Font;

/** The bundled fonts: Inter, Inter with digits of one width ("Inter Num"), and JetBrains Mono. */
public final class Fonts {
    /** Any size: the style sheets ask for theirs. */
    private static final double SIZE = 13;

    private static final List<String> FILES = List.of(
            "Inter-Regular.ttf",
            "Inter-Medium.ttf",
            "Inter-SemiBold.ttf",
            "InterNum-Regular.ttf",
            "InterNum-Medium.ttf",
            "InterNum-SemiBold.ttf",
            "jetbrains-mono-latin-400-normal.woff",
            "jetbrains-mono-latin-500-normal.woff",
            "jetbrains-mono-latin-600-normal.woff");

    private Fonts() {}

    /**
     * Makes the fonts known to JavaFX. A font that cannot be read never stops the desk: the system's stands in.
     *
     * @return sentences for people about what is missing; empty if nothing is
     */
    public static List<String> load() {
        return load(FILES);
    }

    static List<String> load(List<String> files) {
        List<String> missing = new ArrayList<>();
        for (String file : files) {
            if (!loads(file)) {
                missing.add(file);
            }
        }
        return missing.isEmpty()
                ? List.of()
                : List.of(
                        "%d of %d fonts cannot be read. The system's font stands in; install Tapdeck again to mend it."
                                .formatted(missing.size(), files.size()));
    }

    private static boolean loads(String file) {
        try (InputStream font = Fonts.class.getResourceAsStream("/io/tapdeck/assets/fonts/" + file)) {
            return font != null && Font.loadFont(font, SIZE) != null;
        } catch (IOException e) {
            return false;
        }
    }
}
