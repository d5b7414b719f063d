package io.tapdeck.desk.common;

import javafx.scene.layout.Region;

/** A bar that is filled to a fraction. The number stands beside it, written by whoever shows the bar. */
public final class Meter extends Region {
    private final Region fill = new Region();
    private double fraction;

    /**
     * A bar.
     *
     * @param role of the filled part, such as {@code td-accent}; empty for the quiet one
     */
    public Meter(double height, String role) {
        getStyleClass().add("td-track");
        fill.getStyleClass().add("td-fill");
        if (!role.isEmpty()) {
            fill.getStyleClass().add(role);
        }
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
        getChildren().add(fill);
    }

    /** Fills it to a part of 1; more than 1 is 1. */
    public void fill(double part) {
        fraction = Math.clamp(part, 0, 1);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        fill.resizeRelocate(0, 0, snapSizeX(getWidth() * fraction), getHeight());
    }
}
