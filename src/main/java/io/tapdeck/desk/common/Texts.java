package io.tapdeck.desk.common;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Labels of the type scale. They are never cut: their least width is their text's. */
public final class Texts {
    private Texts() {}

    /** Inter 20 semi-bold: the page's title. */
    public static Label title(String text) {
        return label(text, "td-title");
    }

    /** Inter 16 semi-bold: a card that asks something. */
    public static Label ask(String text) {
        return label(text, "td-ask");
    }

    /** Inter 13 semi-bold: names, section heads. */
    public static Label name(String text, String... roles) {
        return label(text, "td-name", roles);
    }

    /** Inter 13. */
    public static Label text(String text, String... roles) {
        return label(text, "td-text", roles);
    }

    /** Inter 12: cells. */
    public static Label cell(String text, String... roles) {
        return label(text, "td-cell", roles);
    }

    /** Inter 12 medium: labels. */
    public static Label label(String text) {
        return label(text, "td-label");
    }

    /** Inter 11, muted: captions. */
    public static Label caption(String text) {
        return label(text, "td-caption", "td-muted");
    }

    /** JetBrains Mono 12: ids and AWS's names. */
    public static Label mono(String text, String... roles) {
        return label(text, "td-mono", roles);
    }

    /** JetBrains Mono 11. */
    public static Label mono11(String text, String... roles) {
        return label(text, "td-mono-11", roles);
    }

    /** JetBrains Mono 10.5: codes in table cells. */
    public static Label monoSmall(String text, String... roles) {
        return label(text, "td-mono-small", roles);
    }

    /** Inter Num 12: digits that stand in columns or change in place. */
    public static Label number(String text, String... roles) {
        return label(text, "td-number", roles);
    }

    /** Inter Num 13 semi-bold: a figure that is looked for. */
    public static Label numberStrong(String text, String... roles) {
        return label(text, "td-number-strong", roles);
    }

    /** Inter 12 over as many lines as it takes. */
    public static Label paragraph(String text, String... roles) {
        Label label = label(text, "td-cell", roles);
        label.setWrapText(true);
        label.setMinSize(0, Region.USE_PREF_SIZE);
        return label;
    }

    /** A sentence of several fonts; see {@link #run}. */
    public static TextFlow sentence(Text... runs) {
        return new TextFlow(runs);
    }

    /** A part of a sentence in a font of the scale, such as {@code td-mono-11}. */
    public static Text run(String text, String... styleClasses) {
        Text run = new Text(text);
        run.getStyleClass().addAll(styleClasses);
        return run;
    }

    private static Label label(String text, String scale, String... roles) {
        Label label = new Label(text);
        label.getStyleClass().add(scale);
        label.getStyleClass().addAll(roles);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
