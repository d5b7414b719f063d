package io.tapdeck.desk.wizard;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Addresses as chips, and a field for the next one. Return, comma and space make a chip; Backspace in the empty field takes
 * the last one back. What stands in the field counts as the last address, so that it is checked while it is typed.
 */
final class RecipientsField extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private static final Set<String> SEPARATORS = Set.of(" ", ",", ";");

    private final DraftModel model;
    private final List<String> chips = new ArrayList<>();
    private final TextField next = new TextField();
    private final FlowPane box = new FlowPane(6, 6);
    private final ProblemLine problem;

    RecipientsField(DraftModel model) {
        super(8);
        this.model = model;
        problem = new ProblemLine(model::apply);
        next.getStyleClass().add("td-bare-field");
        next.setPromptText("name@example.com");
        next.setAccessibleText("Who is told: add an e-mail address");
        next.setPrefWidth(200);
        next.textProperty().addListener((observed, before, now) -> model.recipients(all()));
        next.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        next.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (SEPARATORS.contains(event.getCharacter())) {
                makeChips();
                event.consume();
            }
        });
        next.focusedProperty().addListener((observed, before, now) -> {
            box.pseudoClassStateChanged(ACTIVE, now);
            if (!now) {
                makeChips();
            }
        });
        box.getStyleClass().add("td-chip-box");
        box.setOnMouseClicked(event -> next.requestFocus());
        getChildren()
                .addAll(
                        Form.section("Who is told", "by e-mail, when an alarm starts and when it ends"),
                        box,
                        problem,
                        Texts.paragraph(
                                "AWS sends each address a confirmation link after the deployment. Until it is opened,"
                                        + " nothing is delivered.",
                                "td-muted"));
        model.draftProperty().addListener((observed, before, now) -> show());
        take(model.draft().recipients());
        show();
    }

    Node control() {
        return next;
    }

    /** The addresses as the draft has them: a last one that is wrong goes back into the field. */
    private void take(List<String> addresses) {
        chips.clear();
        chips.addAll(addresses);
        String rest = "";
        if (!chips.isEmpty()
                && model.problem("recipients." + (chips.size() - 1)).isPresent()) {
            rest = chips.removeLast();
        }
        if (!rest.equals(next.getText())) {
            next.setText(rest);
        }
        showChips();
    }

    private List<String> all() {
        List<String> all = new ArrayList<>(chips);
        if (!next.getText().isBlank()) {
            all.add(next.getText().strip());
        }
        return all;
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER && !event.isControlDown()) {
            makeChips();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE && next.getText().isEmpty() && !chips.isEmpty()) {
            String last = chips.removeLast();
            showChips();
            next.setText(last);
            next.end();
            event.consume();
        }
    }

    /** Makes chips of what stands in the field: several addresses if a list was pasted; a wrong one stays to be mended. */
    private void makeChips() {
        List<String> parts = new ArrayList<>(List.of(next.getText().strip().split("[,;\\s]+", -1)));
        String last = parts.removeLast();
        chips.addAll(parts);
        next.setText(last);
        if (!last.isEmpty() && model.problem("recipients." + chips.size()).isEmpty()) {
            chips.add(last);
            next.clear();
        }
        showChips();
    }

    private void show() {
        if (!model.draft().recipients().equals(all())) {
            // Undone, or filled from elsewhere.
            take(model.draft().recipients());
        }
        Problem wrong = model.problems().stream()
                .filter(candidate -> candidate.field().startsWith("recipients"))
                .findFirst()
                .orElse(null);
        box.pseudoClassStateChanged(WRONG, wrong != null);
        next.setAccessibleHelp(wrong == null ? "Return adds it" : wrong.message());
        problem.show(wrong);
    }

    private void showChips() {
        boolean focused = next.isFocused();
        box.getChildren().clear();
        for (String address : chips) {
            box.getChildren().add(chip(address));
        }
        box.getChildren().add(next);
        if (focused) {
            next.requestFocus();
        }
    }

    private HBox chip(String address) {
        Button remove = Buttons.icon(Icons.CLOSE, "Remove " + address, () -> {
            chips.remove(address);
            showChips();
            model.recipients(all());
            next.requestFocus();
        });
        HBox chip = new HBox(4, Icons.MAIL.view("td-muted", "td-icon-13"), Texts.cell(address), remove);
        chip.getStyleClass().add("td-mail-chip");
        chip.setAlignment(Pos.CENTER_LEFT);
        return chip;
    }
}
