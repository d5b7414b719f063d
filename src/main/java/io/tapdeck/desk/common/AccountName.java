package io.tapdeck.desk.common;

import io.tapdeck.store.AccountColor;
import io.tapdeck.store.AccountMark;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * By what an account is told from the others: a square of its colour and its alias. Takes no room where there are neither;
 * follows every change.
 */
public final class AccountName extends HBox {
    private final String account;
    private final boolean words;
    /** Held here, and weakly by the marks, which outlive every page. */
    private final ChangeListener<Map<String, AccountMark>> onChange;

    /**
     * The mark of an account.
     *
     * @param words whether there is room for the alias; where there is not, it is the square's tooltip
     */
    public AccountName(AccountMarks marks, String account, boolean words) {
        super(6);
        this.account = account;
        this.words = words;
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        managedProperty().bind(visibleProperty());
        onChange = (observed, before, now) -> show(now);
        marks.allProperty().addListener(new WeakChangeListener<>(onChange));
        show(marks.allProperty().get());
    }

    private void show(Map<String, AccountMark> marks) {
        AccountMark mark = marks.getOrDefault(account, AccountMark.NONE);
        getChildren().clear();
        AccountColor color = mark.color();
        if (color != null) {
            Region square = square(color);
            getChildren().add(square);
            if (!words && !mark.alias().isEmpty()) {
                Tooltip.install(square, new Tooltip(mark.alias()));
            }
        }
        if (words && !mark.alias().isEmpty()) {
            Label alias = Texts.label(mark.alias());
            alias.setMinWidth(USE_PREF_SIZE);
            getChildren().add(alias);
        }
        setVisible(!getChildren().isEmpty());
        setAccessibleText(mark.alias());
    }

    /** A square of a colour. */
    public static Region square(AccountColor color) {
        Region square = new Region();
        square.getStyleClass().addAll("td-account-square", color.id());
        return square;
    }
}
