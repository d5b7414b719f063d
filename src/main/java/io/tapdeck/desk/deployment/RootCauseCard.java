package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Remedy;
import io.tapdeck.deploy.RootCause;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why it failed: AWS's words, what they mean, what can be done. */
final class RootCauseCard extends VBox {
    private static final int COLUMNS = 3;

    private final RootCause cause;

    RootCauseCard(RootCause cause, String displayName, int events, ZoneId zone) {
        this.cause = cause;
        getStyleClass().add("td-root-cause");
        Label title = Texts.name("Root cause", "td-danger");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        String code = cause.errorCode() == null ? "" : cause.errorCode() + ", ";
        String place =
                "%s%s, event %d of %d".formatted(code, TimeText.second(cause.at(), zone), cause.eventNumber(), events);
        HBox head = new HBox(
                8,
                Icons.PROBLEM_FILLED.view("td-danger"),
                title,
                Texts.mono(displayName),
                Texts.mono11(cause.resourceType(), "td-muted"),
                space,
                Texts.number(place, "td-number-small", "td-muted"),
                Buttons.flat("Copy", Icons.COPY, this::copy));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("td-root-cause-head");
        GridPane columns = new GridPane(0, 0);
        for (int column = 0; column < COLUMNS; column++) {
            ColumnConstraints width = new ColumnConstraints();
            width.setPercentWidth(100.0 / COLUMNS);
            columns.getColumnConstraints().add(width);
        }
        columns.add(column("AWS says", Texts.paragraph(cause.reason(), "td-mono-11")), 0, 0);
        columns.add(column("What it means", Texts.paragraph(cause.meaning())), 1, 0);
        columns.add(column("What can be done", remedies()), 2, 0);
        columns.getStyleClass().add("td-root-cause-columns");
        getChildren().addAll(head, columns);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    private static VBox column(String title, Node content) {
        VBox column = new VBox(6, Texts.cell(title, "td-muted"), content);
        column.getStyleClass().add("td-root-cause-column");
        return column;
    }

    private VBox remedies() {
        VBox list = new VBox(6);
        int number = 1;
        for (Remedy remedy : cause.remedies()) {
            Label ordinal = Texts.number(number + ".", "td-muted");
            HBox line = new HBox(6, ordinal, Texts.paragraph(remedy.words()));
            list.getChildren().add(line);
            number++;
        }
        if (cause.remedies().isEmpty()) {
            list.getChildren().add(Texts.paragraph("Read AWS's words, mend what they name, and deploy again."));
        }
        return list;
    }

    /** Puts the whole cause on the clipboard. */
    void copy() {
        ClipboardContent text = new ClipboardContent();
        text.putString("%s %s %s%n%s%n%s"
                .formatted(cause.logicalId(), cause.resourceType(), cause.status(), cause.reason(), cause.meaning()));
        Clipboard.getSystemClipboard().setContent(text);
    }
}
