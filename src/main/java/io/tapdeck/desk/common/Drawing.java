package io.tapdeck.desk.common;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.css.CssMetaData;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.css.converter.ColorConverter;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/**
 * A region that is painted on a canvas in the colours of the style sheet, and painted again when they change. Canvas
 * rather than nodes: thousands of points cost nothing but their pixels.
 */
public abstract class Drawing extends Region {
    /** Captions and axes. */
    public static final Font CAPTION = Font.font("Inter Num", 11);

    /** What is painted in which colour; the style sheet sets each as {@code -td-ink-…}. */
    public enum Ink {
        TEXT,
        MUTED,
        BACKGROUND,
        ON_EMPHASIS,
        CHIP,
        GRID,
        SERIES,
        SERIES_2,
        SERIES_3,
        SERIES_4,
        AREA,
        THRESHOLD,
        OK_BAND,
        ALARM_BAND,
        NODATA,
        BREACH,
        DONE,
        MADE,
        ACCENT,
        DANGER,
        WARNING,
        FUTURE;

        /** Meta data never change once made. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final CssMetaData<Drawing, Color> style = new InkStyle(this);

        private String property() {
            return "-td-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final List<CssMetaData<? extends Styleable, ?>> STYLES = styles();

    private final Map<Ink, StyleableObjectProperty<Color>> inks = new EnumMap<>(Ink.class);
    private final Canvas canvas = new Canvas();

    /** The properties know their bean; nothing is called on it before the subclass is made. */
    @SuppressWarnings("this-escape")
    protected Drawing() {
        for (Ink ink : Ink.values()) {
            inks.put(ink, new InkProperty(ink));
        }
        getStyleClass().add("td-drawing");
        canvas.setManaged(false);
        getChildren().add(canvas);
    }

    /** Paints everything; the canvas is empty. */
    protected abstract void paint(GraphicsContext graphics, double width, double height);

    /** The colour of an ink in the theme now. */
    protected final Color ink(Ink ink) {
        return property(ink).get();
    }

    /** The same colour, fainter. */
    protected final Color ink(Ink ink, double opacity) {
        return ink(ink).deriveColor(0, 1, 1, opacity);
    }

    /** Paints again before the next frame. */
    protected final void repaint() {
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, getWidth(), getHeight());
        if (getWidth() > 0 && getHeight() > 0) {
            paint(graphics, getWidth(), getHeight());
        }
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return STYLES;
    }

    private StyleableObjectProperty<Color> property(Ink ink) {
        return java.util.Objects.requireNonNull(inks.get(ink));
    }

    private static List<CssMetaData<? extends Styleable, ?>> styles() {
        List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
        Arrays.stream(Ink.values()).map(ink -> ink.style).forEach(all::add);
        return List.copyOf(all);
    }

    /** One ink of one drawing. */
    private final class InkProperty extends StyleableObjectProperty<Color> {
        private final Ink ink;

        InkProperty(Ink ink) {
            super(Color.TRANSPARENT);
            this.ink = ink;
        }

        @Override
        protected void invalidated() {
            repaint();
        }

        @Override
        public Object getBean() {
            return Drawing.this;
        }

        @Override
        public String getName() {
            return ink.property();
        }

        @Override
        public CssMetaData<? extends Styleable, Color> getCssMetaData() {
            return ink.style;
        }
    }

    /** How the style sheet reaches an ink. */
    private static final class InkStyle extends CssMetaData<Drawing, Color> {
        private final Ink ink;

        InkStyle(Ink ink) {
            super(ink.property(), converter(), Color.TRANSPARENT);
            this.ink = ink;
        }

        private static StyleConverter<String, Color> converter() {
            return ColorConverter.getInstance();
        }

        @Override
        public boolean isSettable(Drawing drawing) {
            return !drawing.property(ink).isBound();
        }

        @Override
        public StyleableProperty<Color> getStyleableProperty(Drawing drawing) {
            return drawing.property(ink);
        }
    }
}
