package io.tapdeck.desk.icons;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.desk.Desk;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.kit.FxWatchdog;
import io.tapdeck.desk.kit.Headless;
import io.tapdeck.desk.kit.Screen;
import io.tapdeck.desk.kit.SpokenPages;
import io.tapdeck.desk.kit.TestDesk;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The icons are what their drawings look like. {@code -Dtapdeck.icons=write} draws them anew. */
@ExtendWith({Headless.class, FxWatchdog.class})
class IconsTest {
    private static final Path FOLDER = Path.of("assets", "icons");
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    private static final int LARGEST_SMALL = 32;
    /** Steps of 255 by which a rasterizer may differ from another. */
    private static final int TOLERANCE = 8;

    private static final String ADVICE = "draw them anew: mvn test -Dtest=IconsTest -Dtapdeck.icons=write";

    @BeforeAll
    static void write() throws IOException {
        if (System.getProperty("tapdeck.icons", "").equals("write")) {
            for (int size : SIZES) {
                ByteArrayOutputStream png = new ByteArrayOutputStream();
                ImageIO.write(drawn(size), "png", png);
                Files.write(picture(size), png.toByteArray());
            }
            Files.write(FOLDER.resolve("tapdeck.ico"), IconFiles.ico(upTo(256)));
            Files.write(FOLDER.resolve("tapdeck.icns"), IconFiles.icns(upTo(512)));
        }
    }

    @Test
    void everySizeShowsItsDrawing() throws IOException {
        for (int size : SIZES) {
            BufferedImage kept = ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(picture(size))));
            BufferedImage drawn = drawn(size);
            assertThat(kept.getWidth()).isEqualTo(size);
            assertThat(kept.getHeight()).isEqualTo(size);
            assertThat(difference(kept, drawn)).as("%d: %s", size, ADVICE).isLessThanOrEqualTo(TOLERANCE);
        }
    }

    @Test
    void theContainersHoldThePictures() throws IOException {
        assertThat(Files.readAllBytes(FOLDER.resolve("tapdeck.ico"))).as(ADVICE).isEqualTo(IconFiles.ico(upTo(256)));
        assertThat(Files.readAllBytes(FOLDER.resolve("tapdeck.icns")))
                .as(ADVICE)
                .isEqualTo(IconFiles.icns(upTo(512)));
    }

    @Test
    void theWindowWearsThem() {
        TestDesk engines = new TestDesk();
        Stage stage = Screen.call(Stage::new);
        Desk desk = Screen.call(() -> {
            Desk made =
                    new Desk(engines.sessions(), engines.background, new Theme(Theme.Choice.LIGHT), new SpokenPages());
            made.show(stage);
            return made;
        });
        engines.background.settle();
        assertThat(Screen.call(
                        () -> stage.getIcons().stream().map(Image::getWidth).toList()))
                .containsExactly(16.0, 24.0, 32.0, 48.0, 64.0, 128.0, 256.0);
        Screen.onFx(() -> {
            desk.close();
            stage.hide();
        });
    }

    private static SortedMap<Integer, byte[]> upTo(int largest) throws IOException {
        SortedMap<Integer, byte[]> pictures = new TreeMap<>();
        for (int size : SIZES) {
            if (size <= largest) {
                pictures.put(size, Files.readAllBytes(picture(size)));
            }
        }
        return pictures;
    }

    private static Path picture(int size) {
        return FOLDER.resolve("tapdeck-" + size + ".png");
    }

    private static BufferedImage drawn(int size) {
        String drawing = size <= LARGEST_SMALL ? "tapdeck-small.svg" : "tapdeck.svg";
        SvgDrawing read = new SvgDrawing(FOLDER.resolve(drawing));
        return Screen.call(() -> SwingFXUtils.fromFXImage(read.draw(size), null));
    }

    /** The largest difference of a channel of a pixel. */
    private static int difference(BufferedImage one, BufferedImage other) {
        int largest = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                for (int shift = 0; shift < 32; shift += 8) {
                    int difference = (one.getRGB(x, y) >>> shift & 0xff) - (other.getRGB(x, y) >>> shift & 0xff);
                    largest = Math.max(largest, Math.abs(difference));
                }
            }
        }
        return largest;
    }
}
