package io.tapdeck.desk.signin;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.common.AccountMarks;
import io.tapdeck.desk.common.AccountName;
import io.tapdeck.desk.common.FormField;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Problem;
import io.tapdeck.store.AccountColor;
import io.tapdeck.store.AccountMark;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The alias and the colour of an account; what is chosen shows on every page at once. */
final class AccountMarkForm extends VBox {
    private static final String ALIAS = "Alias";

    private final AccountMarks marks;
    private final String account;
    private final PageContext context;
    private final TextField alias = new TextField();
    private final FormField field;
    private final ToggleGroup colors = new ToggleGroup();
    private final Label chosen = Texts.cell("", "td-muted");

    AccountMarkForm(PageContext context, String account) {
        super(12);
        getStyleClass().add("td-account-form");
        this.context = context;
        this.marks = context.accounts();
        this.account = account;
        AccountMark mark = marks.of(account);
        alias.setText(mark.alias());
        alias.setPrefWidth(160);
        alias.setMaxWidth(160);
        alias.setOnAction(event -> keep());
        alias.textProperty().addListener((observed, before, now) -> problem());
        alias.focusedProperty().addListener((observed, before, now) -> {
            if (!now) {
                keep();
            }
        });
        field = new FormField(
                ALIAS,
                alias,
                "At most %d characters, on this computer only.".formatted(AccountMark.LONGEST),
                fix -> {});
        HBox palette = palette(mark.color());
        chosen.setText(words(mark.color()));
        HBox line = new HBox(12, palette, chosen);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        new VBox(
                                2,
                                Texts.name("Account " + Session.grouped(account)),
                                Texts.paragraph(
                                        "Its alias and colour stand on every page of its sessions.", "td-muted")),
                        field,
                        new VBox(6, Texts.label("Colour"), line));
    }

    private HBox palette(@Nullable AccountColor now) {
        HBox palette = new HBox();
        palette.getStyleClass().add("td-segments");
        palette.setMinWidth(USE_PREF_SIZE);
        palette.setMaxWidth(USE_PREF_SIZE);
        palette.setAccessibleRole(AccessibleRole.TOOL_BAR);
        palette.setAccessibleText("Colour");
        palette.getChildren().add(color(null, now));
        for (AccountColor each : AccountColor.values()) {
            palette.getChildren().add(color(each, now));
        }
        return palette;
    }

    private ToggleButton color(@Nullable AccountColor color, @Nullable AccountColor now) {
        ToggleButton button = new ToggleButton(color == null ? "None" : "");
        if (color != null) {
            button.setGraphic(AccountName.square(color));
            button.setTooltip(new Tooltip(words(color)));
        }
        button.setUserData(color);
        button.setToggleGroup(colors);
        button.setSelected(color == now);
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText("Colour: " + words(color));
        // Toggles of a group can be switched off by a second press; a choice cannot.
        button.setOnAction(event -> {
            button.setSelected(true);
            chosen.setText(words(color));
            mark(new AccountMark(marks.of(account).alias(), color));
        });
        return button;
    }

    private static String words(@Nullable AccountColor color) {
        return color == null
                ? "None"
                : color.name().charAt(0) + color.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private Optional<String> problem() {
        Optional<String> problem = AccountMark.problem(alias.getText());
        field.show(problem.map(words -> new Problem(ALIAS, words)).orElse(null));
        return problem;
    }

    /** Keeps what is typed, once it is typed to its end. */
    private void keep() {
        if (problem().isEmpty()
                && !marks.of(account).alias().equals(alias.getText().strip())) {
            mark(new AccountMark(alias.getText(), marks.of(account).color()));
        }
    }

    private void mark(AccountMark mark) {
        marks.mark(account, mark, context.overlays()::say);
    }
}
