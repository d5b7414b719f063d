package io.tapdeck.desk.watch.chart;

import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.Theme;
import io.tapdeck.desk.common.ValueText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/** A chart as a picture for a report: with title, unit and time range, in either theme, twice as fine as the screen. */
public final class ChartPicture {
    /** Pixels of the picture to one of the screen. */
    static final int FINE = 2;

    private ChartPicture() {}

    /**
     * Paints a chart. On the JavaFX thread.
     *
     * @param window over which it looks, and in which zone
     * @param theme light or dark
     * @param width on screen; the picture is twice as wide
     * @param height on screen
     */
    public static WritableImage of(ChartData data, TimeWindow window, Theme.Choice theme, int width, int height) {
        TimeWindow.Span span = window.span();
        TimeWindow own =
                new TimeWindow(span.start(), span.end(), window.zoneProperty().get());
        MetricChart chart = new MetricChart(own);
        chart.labelled(true);
        chart.show(data);
        VBox.setVgrow(chart, Priority.ALWAYS);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(
                8,
                Texts.name(data.title()),
                Texts.cell(ValueText.unit(data.unit()), "td-muted"),
                space,
                Texts.number(ChartWords.range(own), "td-number-small", "td-muted"));
        VBox card = new VBox(4, head, chart);
        card.getStyleClass().addAll("td-card", "td-chart-card");
        Scene scene = new Scene(card, width, height);
        new Theme(theme).dress(scene);
        card.applyCss();
        card.layout();
        SnapshotParameters fine = new SnapshotParameters();
        fine.setTransform(new Scale(FINE, FINE));
        return card.snapshot(fine, new WritableImage(width * FINE, height * FINE));
    }

    /** Writes a picture as PNG. Not on the JavaFX thread. */
    public static void write(WritableImage picture, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            if (!ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", out)) {
                throw new IOException("There is no writer for PNG.");
            }
        }
    }
}
