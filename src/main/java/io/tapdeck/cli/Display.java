package io.tapdeck.cli;

import java.util.Locale;
import java.util.Map;

/** Whether a window can be opened here. */
final class Display {
    private Display() {}

    /** JavaFX draws through X11 on Linux, also under Wayland; elsewhere there is always a screen. */
    static boolean present(Map<String, String> environment, String operatingSystem) {
        return !operatingSystem.toLowerCase(Locale.ROOT).contains("linux")
                || !environment.getOrDefault("DISPLAY", "").isEmpty();
    }
}
