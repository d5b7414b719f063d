package io.tapdeck.desk.wizard;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * Two thumbs on a scale. Arrows move by a step, Page Up and Page Down from label to label, Home and End to the ends. The
 * thumbs do not pass each other.
 */
final class RangeSlider extends Region {
    private static final PseudoClass AT = PseudoClass.getPseudoClass("at");
    private static final double TRACK = 4;
    private static final double THUMB = 16;
    private static final double LABELS = 16;

    private final RangeScale scale;
    private final Region track = new Region();
    private final Region fill = new Region();
    private final List<Label> labels = new ArrayList<>();
    private final List<Region> ticks = new ArrayList<>();
    private final Thumb low;
    private final Thumb high;

    /**
     * A slider.
     *
     * @param lowName what the lower end is, for screen readers
     * @param onLow hears the lower end as a reader moves it
     * @param highName what the upper end is
     * @param onHigh hears the upper end likewise
     */
    RangeSlider(
            RangeScale scale,
            String lowName,
            Consumer<BigDecimal> onLow,
            String highName,
            Consumer<BigDecimal> onHigh) {
        this.scale = scale;
        getStyleClass().add("td-range");
        track.getStyleClass().add("td-range-track");
        fill.getStyleClass().add("td-range-fill");
        getChildren().addAll(track, fill);
        for (BigDecimal tick : scale.ticks()) {
            Region mark = new Region();
            mark.getStyleClass().add("td-range-tick");
            Label label = new Label(tick.toPlainString());
            label.getStyleClass().add("td-range-label");
            ticks.add(mark);
            labels.add(label);
        }
        getChildren().addAll(ticks);
        getChildren().addAll(labels);
        low = new Thumb(lowName, onLow);
        high = new Thumb(highName, onHigh);
        getChildren().addAll(low, high);
    }

    /** Shows a range without telling anybody. */
    void show(BigDecimal minimum, BigDecimal maximum) {
        low.value = minimum;
        high.value = maximum;
        for (int index = 0; index < labels.size(); index++) {
            BigDecimal tick = scale.ticks().get(index);
            labels.get(index).pseudoClassStateChanged(AT, tick.compareTo(minimum) == 0 || tick.compareTo(maximum) == 0);
        }
        low.notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        high.notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        return THUMB + 8 + LABELS;
    }

    @Override
    protected void layoutChildren() {
        double left = THUMB / 2;
        double length = getWidth() - THUMB;
        double middle = THUMB / 2;
        track.resizeRelocate(left, middle - TRACK / 2, length, TRACK);
        double from = left + length * scale.position(low.value);
        double to = left + length * scale.position(high.value);
        fill.resizeRelocate(from, middle - TRACK / 2, Math.max(0, to - from), TRACK);
        for (int index = 0; index < labels.size(); index++) {
            double at = snapPositionX(left + length * index / (labels.size() - 1));
            ticks.get(index).resizeRelocate(at, THUMB, 1, 4);
            Label label = labels.get(index);
            double width = label.prefWidth(-1);
            double start = Math.clamp(at - width / 2, 0, Math.max(0, getWidth() - width));
            label.resizeRelocate(snapPositionX(start), THUMB + 6, Math.ceil(width), LABELS);
        }
        low.resizeRelocate(from - THUMB / 2, 0, THUMB, THUMB);
        high.resizeRelocate(to - THUMB / 2, 0, THUMB, THUMB);
    }

    /** One end of the range. */
    private final class Thumb extends Region {
        private final Consumer<BigDecimal> onMoved;
        private BigDecimal value = BigDecimal.ZERO;

        Thumb(String name, Consumer<BigDecimal> onMoved) {
            this.onMoved = onMoved;
            getStyleClass().add("td-range-thumb");
            setAccessibleRole(AccessibleRole.SLIDER);
            setAccessibleText(name);
            setFocusTraversable(true);
            setOnMousePressed(event -> {
                requestFocus();
                event.consume();
            });
            setOnMouseDragged(this::drag);
            setOnKeyPressed(this::key);
        }

        private void drag(MouseEvent event) {
            double x = RangeSlider.this
                    .sceneToLocal(event.getSceneX(), event.getSceneY())
                    .getX();
            move(scale.value((x - THUMB / 2) / (RangeSlider.this.getWidth() - THUMB)));
            event.consume();
        }

        private void key(KeyEvent event) {
            if (event.isAltDown() || event.isControlDown()) {
                return;
            }
            BigDecimal target = switch (event.getCode()) {
                case RIGHT, UP -> scale.step(value, true);
                case LEFT, DOWN -> scale.step(value, false);
                case PAGE_UP -> scale.tick(value, true);
                case PAGE_DOWN -> scale.tick(value, false);
                case HOME -> scale.least();
                case END -> scale.greatest();
                default -> null;
            };
            if (target != null) {
                move(target);
                event.consume();
            }
        }

        private void move(BigDecimal target) {
            BigDecimal within = this == low ? target.min(high.value) : target.max(low.value);
            if (within.compareTo(value) != 0) {
                onMoved.accept(within);
            }
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return switch (attribute) {
                case VALUE -> value.doubleValue();
                case MIN_VALUE -> scale.least().doubleValue();
                case MAX_VALUE -> scale.greatest().doubleValue();
                default -> super.queryAccessibleAttribute(attribute, parameters);
            };
        }
    }
}
