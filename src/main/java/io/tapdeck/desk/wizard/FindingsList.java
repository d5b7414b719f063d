package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Finding;
import io.tapdeck.environment.Problem;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What is worth knowing, the loudest first, each with a button that ends it. */
final class FindingsList extends VBox {
    private final Label count = Texts.number("", "td-muted");
    private final VBox entries = new VBox(12);
    private final @Nullable Consumer<Problem.Fix> onMend;

    /**
     * An empty list.
     *
     * @param onMend null where nothing can be changed
     */
    FindingsList(@Nullable Consumer<Problem.Fix> onMend) {
        this.onMend = onMend;
        getStyleClass().add("td-findings");
        HBox head = new HBox(8, Texts.label("Findings"), count);
        head.setAlignment(Pos.BASELINE_LEFT);
        head.getStyleClass().add("td-side-pad");
        ScrollPane scroll = new Entries(entries);
        scroll.setFitToWidth(true);
        setVgrow(scroll, Priority.ALWAYS);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("td-findings-scroll");
        entries.getStyleClass().add("td-side-pad");
        getChildren().addAll(head, scroll);
        show(List.of());
    }

    void show(List<Finding> findings) {
        setVisible(!findings.isEmpty());
        setManaged(!findings.isEmpty());
        count.setText(Integer.toString(findings.size()));
        entries.getChildren().setAll(findings.stream().map(this::entry).toList());
    }

    private HBox entry(Finding finding) {
        boolean loud = finding.severity() == Finding.Severity.WARNING;
        VBox words = new VBox(2, title(finding.title()), Texts.paragraph(finding.text(), "td-muted"));
        Problem.Fix fix = finding.fix();
        if (fix != null && onMend != null) {
            Consumer<Problem.Fix> mend = onMend;
            words.getChildren().add(Buttons.link(fix.label(), () -> mend.accept(fix)));
        }
        HBox entry =
                new HBox(8, loud ? Icons.WARNING.view("td-warning") : Icons.NOTE.view("td-muted"), Form.growing(words));
        entry.setAlignment(Pos.TOP_LEFT);
        return entry;
    }

    private static Label title(String text) {
        Label title = Texts.paragraph(text);
        title.getStyleClass().setAll("label", "td-label");
        return title;
    }

    /** As high as the findings are, within limits; beyond them it scrolls. */
    private static final class Entries extends ScrollPane {
        private static final double LEAST = 104;
        private static final double MOST = 264;

        private final VBox findings;

        Entries(VBox findings) {
            super(findings);
            this.findings = findings;
        }

        @Override
        public Orientation getContentBias() {
            return Orientation.HORIZONTAL;
        }

        @Override
        protected double computeMinHeight(double width) {
            return Math.min(LEAST, computePrefHeight(width));
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.min(MOST, Math.ceil(findings.prefHeight(width)));
        }
    }
}
