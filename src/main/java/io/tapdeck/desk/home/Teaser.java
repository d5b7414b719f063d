package io.tapdeck.desk.home;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;

/** A drawing of what will be here: a load, its threshold, and the alarm between. It shows no data. */
final class Teaser extends Pane {
    private static final double WIDTH = 302;
    private static final double HEIGHT = 106;
    private static final double BASE = 94;
    private static final double THRESHOLD = 22;

    Teaser() {
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        setAccessibleText("Drawing of a chart with its alarm threshold");
        Polyline line = new Polyline();
        Polygon area = new Polygon(0, BASE);
        for (int x = 0; x <= WIDTH; x += 4) {
            Double across = (double) x;
            Double y = height(x);
            line.getPoints().addAll(across, y);
            area.getPoints().addAll(across, y);
        }
        area.getPoints().addAll(WIDTH, BASE);
        line.getStyleClass().add("td-teaser-line");
        area.getStyleClass().add("td-spark-area");
        Line threshold = new Line(0, THRESHOLD, WIDTH, THRESHOLD);
        threshold.getStyleClass().add("td-teaser-threshold");
        getChildren().addAll(area, threshold, line, band(0, 164, "ok"), band(165, 37, "alarm"), band(203, 99, "ok"));
    }

    /** A quiet load with one burst, and a ripple so that it looks measured. */
    private static double height(double x) {
        double burst = 72 * Math.exp(-Math.pow((x - 178) / 25, 2));
        double hill = 13 * Math.exp(-Math.pow((x - 84) / 26, 2));
        double shoulder = 9 * Math.exp(-Math.pow((x - 246) / 34, 2));
        double ripple = 1.4 * Math.sin(x * 0.31) + 1.1 * Math.sin(x * 0.83 + 1);
        return BASE - 14 - burst - hill - shoulder - ripple;
    }

    private static Region band(double x, double width, String state) {
        Region band = new Region();
        band.getStyleClass().addAll("td-band", state);
        band.resizeRelocate(x, 99, width, 5);
        band.setManaged(false);
        return band;
    }
}
