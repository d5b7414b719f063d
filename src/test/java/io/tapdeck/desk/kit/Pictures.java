package io.tapdeck.desk.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Pictures of scenes in {@code target/pictures}, to be put beside the look. */
public final class Pictures {
    private static final File FOLDER = new File("target/pictures");

    private Pictures() {}

    /** Saves what a scene shows, of any size, shown on a stage or not. */
    public static File save(Scene scene, String name) {
        WritableImage image = Screen.call(() -> {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return scene.snapshot(null);
        });
        File file = new File(FOLDER, name + ".png");
        try {
            if (!FOLDER.isDirectory() && !FOLDER.mkdirs()) {
                throw new IOException("cannot make " + FOLDER);
            }
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
