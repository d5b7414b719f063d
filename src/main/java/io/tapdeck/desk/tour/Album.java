package io.tapdeck.desk.tour;

import io.tapdeck.desk.common.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Takes one picture of a scene in each theme. */
final class Album {
    private final Scene scene;
    private final Theme theme;
    private final Path folder;
    private final Stagehand stagehand;
    private final Consumer<String> said;

    Album(Scene scene, Theme theme, Path folder, Stagehand stagehand, Consumer<String> said) {
        this.scene = scene;
        this.theme = theme;
        this.folder = folder;
        this.stagehand = stagehand;
        this.said = said;
    }

    /** Saves {@code <name>-light.png} and {@code <name>-dark.png}, and says what they show. */
    void take(String name, String caption) {
        for (Theme.Choice choice : new Theme.Choice[] {Theme.Choice.LIGHT, Theme.Choice.DARK}) {
            Stagehand.onScreen(() -> {
                theme.choiceProperty().set(choice);
                return true;
            });
            stagehand.settle();
            WritableImage picture = Stagehand.onScreen(() -> scene.snapshot(null));
            write(picture, folder.resolve(name + "-" + choice.key() + ".png"));
        }
        said.accept(name + ": " + caption);
    }

    private static void write(WritableImage picture, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            if (!ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile())) {
                throw new IOException("no PNG writer");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
