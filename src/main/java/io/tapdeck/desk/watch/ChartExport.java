package io.tapdeck.desk.watch;

import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.watch.chart.ChartCsv;
import io.tapdeck.desk.watch.chart.ChartData;
import io.tapdeck.desk.watch.chart.ChartPicture;
import io.tapdeck.desk.watch.chart.TimeWindow;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.image.WritableImage;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Saves a chart where its reader wants it: as a picture for a report, or its values for a spreadsheet. */
final class ChartExport {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 500;

    private final PageContext context;

    ChartExport(PageContext context) {
        this.context = context;
    }

    /** Asks for a file; nothing happens if none is chosen. */
    void choose(Window owner, ChartData data, TimeWindow window) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(data.title() + ".png");
        chooser.getExtensionFilters()
                .addAll(
                        new FileChooser.ExtensionFilter("Picture", "*.png"),
                        new FileChooser.ExtensionFilter("Comma-separated values", "*.csv"));
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            export(chosen.toPath(), data, window);
        }
    }

    /** Writes the values to a file that is called {@code .csv}, the picture in the desk's theme to any other. */
    void export(Path file, ChartData data, TimeWindow window) {
        TimeWindow.Span span = window.span();
        if (file.toString().endsWith(".csv")) {
            write(file, () -> Files.writeString(file, ChartCsv.of(List.of(data), span)));
        } else {
            WritableImage picture = ChartPicture.of(
                    data, window, context.theme().choiceProperty().get(), WIDTH, HEIGHT);
            write(file, () -> ChartPicture.write(picture, file));
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws Exception;
    }

    private void write(Path file, Writing writing) {
        context.background()
                .run(
                        () -> {
                            writing.run();
                            return file.getFileName();
                        },
                        name -> context.overlays().say("The chart was written to %s.".formatted(name)),
                        failure -> context.overlays()
                                .say("The chart was not written: %s cannot be made.".formatted(file.getFileName())));
    }
}
