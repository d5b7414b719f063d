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
import java.util.Locale;
import javafx.scene.image.WritableImage;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

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
        for (Form form : Form.values()) {
            chooser.getExtensionFilters().add(form.filter());
        }
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            Form form = Form.of(chooser.getSelectedExtensionFilter(), chosen.getName());
            Path file = form.named(chosen.toPath());
            // The dialog has asked whether to replace the file that was named there, and only that one.
            if (!file.equals(chosen.toPath()) && Files.exists(file)) {
                context.overlays()
                        .say("%s is there already. Choose that name to replace it.".formatted(file.getFileName()));
            } else {
                export(file, form, data, window);
            }
        }
    }

    /** What a chart is saved as. */
    enum Form {
        PICTURE("Picture", ".png"),
        VALUES("Comma-separated values", ".csv");

        private final String words;
        private final String ending;

        Form(String words, String ending) {
            this.words = words;
            this.ending = ending;
        }

        FileChooser.ExtensionFilter filter() {
            return new FileChooser.ExtensionFilter(words, "*" + ending);
        }

        /** What was chosen; by the file's name where the system's dialog does not tell, and then rather a picture. */
        static Form of(FileChooser.@Nullable ExtensionFilter chosen, String name) {
            for (Form form : values()) {
                if (chosen == null ? form.ends(name) : form.words.equals(chosen.getDescription())) {
                    return form;
                }
            }
            return PICTURE;
        }

        private boolean ends(String name) {
            return name.toLowerCase(Locale.ROOT).endsWith(ending);
        }

        /** The file under a name that says what is in it. */
        Path named(Path file) {
            String name = file.getFileName().toString();
            if (ends(name)) {
                return file;
            }
            for (Form other : values()) {
                if (other.ends(name)) {
                    return file.resolveSibling(name.substring(0, name.length() - other.ending.length()) + ending);
                }
            }
            return file.resolveSibling(name + ending);
        }
    }

    /** Writes the values, or the picture in the desk's theme, by what the file is called. */
    void export(Path file, ChartData data, TimeWindow window) {
        export(file, Form.of(null, file.getFileName().toString()), data, window);
    }

    private void export(Path file, Form form, ChartData data, TimeWindow window) {
        TimeWindow.Span span = window.span();
        if (form == Form.VALUES) {
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
