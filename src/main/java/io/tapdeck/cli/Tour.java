package io.tapdeck.cli;

import java.nio.file.Path;
import java.util.function.Consumer;

/** What plays the journey without a display. */
@FunctionalInterface
interface Tour {
    /** Plays it; {@code said} hears one line per step. */
    void play(Path out, Consumer<String> said);
}
