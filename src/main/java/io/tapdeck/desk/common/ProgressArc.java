package io.tapdeck.desk.common;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A ring of which a part turns while something runs; it stands still where motion is reduced. */
public final class ProgressArc extends Region {
    private static final double STROKE = 2.5;
    private static final Duration TURN = Duration.seconds(1.2);

    private final Circle track = new Circle();
    private final Arc arc = new Arc();
    private final RotateTransition turning = new RotateTransition(TURN, arc);

    /**
     * An arc that turns while it is in a scene.
     *
     * @param radius of the outer edge
     */
    public ProgressArc(double radius) {
        double middle = radius - STROKE / 2;
        setMinSize(radius * 2, radius * 2);
        setMaxSize(radius * 2, radius * 2);
        track.setCenterX(radius);
        track.setCenterY(radius);
        track.setRadius(middle);
        track.getStyleClass().add("td-arc-track");
        arc.setCenterX(radius);
        arc.setCenterY(radius);
        arc.setRadiusX(middle);
        arc.setRadiusY(middle);
        arc.setType(ArcType.OPEN);
        arc.setStartAngle(90);
        arc.setLength(-270);
        arc.getStyleClass().add("td-arc");
        // An invisible square around the arc's centre keeps the turn round.
        Circle around = new Circle(radius, radius, radius);
        around.setVisible(false);
        var turned = new javafx.scene.Group(around, arc);
        turning.setNode(turned);
        turning.setByAngle(360);
        turning.setInterpolator(Interpolator.LINEAR);
        turning.setCycleCount(Animation.INDEFINITE);
        getChildren().addAll(track, turned);
        sceneProperty().addListener((observed, before, now) -> turn(now));
    }

    private void turn(@Nullable Scene scene) {
        if (scene != null && !scene.getPreferences().isReducedMotion()) {
            turning.play();
        } else {
            turning.stop();
        }
    }
}
