package io.tapdeck.desk.common;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A card that asks before something is done; what loses data also asks for a word to be typed. */
public final class ConfirmCard extends VBox {
    private static final double WIDTH = 480;

    private final TextField typed = new TextField();
    private final Button act;

    /**
     * A card for {@link Overlays#show}.
     *
     * @param title what is asked, without "are you sure"
     * @param body what will happen
     * @param word what has to be typed first; empty if nothing has to be
     * @param why the sentence above the field, such as "Type the suffix billing to delete it."
     * @param verb the words of the button that does it
     * @param onDo runs once, after the card is closed
     */
    public ConfirmCard(
            String title, Node body, String word, String why, String verb, Overlays overlays, Runnable onDo) {
        super(12);
        getStyleClass().add("td-card-pop");
        setPrefWidth(WIDTH);
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setAccessibleText(title);
        act = Buttons.danger(verb, null, () -> {
            overlays.close();
            onDo.run();
        });
        Button cancel = Buttons.secondary("Keep it", null, overlays::close);
        HBox foot = new HBox(8, cancel, act);
        foot.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(Texts.ask(title), body);
        if (!word.isEmpty()) {
            Label reason = Texts.paragraph(why);
            reason.setLabelFor(typed);
            typed.setAccessibleText(why);
            act.setDisable(true);
            typed.textProperty().addListener((observed, before, now) -> act.setDisable(!now.equals(word)));
            typed.setOnAction(event -> act.fire());
            getChildren().addAll(reason, typed);
        }
        getChildren().add(foot);
    }
}
