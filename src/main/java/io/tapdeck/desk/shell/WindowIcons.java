package io.tapdeck.desk.shell;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;

/** Tapdeck's mark in the sizes that window systems ask for: title bars, task bars, switchers. */
public final class WindowIcons {
    private static final String FOLDER = "/io/tapdeck/assets/icons/";
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

    private WindowIcons() {}

    /** One picture for each size. Reads them, so not on the JavaFX thread. */
    public static List<Image> load() {
        return SIZES.stream().map(WindowIcons::load).toList();
    }

    private static Image load(int size) {
        String name = FOLDER + "tapdeck-" + size + ".png";
        URL address = WindowIcons.class.getResource(name);
        return new Image(Objects.requireNonNull(address, name).toExternalForm());
    }
}
