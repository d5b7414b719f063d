package io.tapdeck.desk.shell;

import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.KeyCap;
import io.tapdeck.desk.common.Overlays.News;
import io.tapdeck.desk.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** News under the top bar: a sentence, the way there, and away with it. */
final class NewsBar extends HBox {
    private final News news;
    private final Runnable gone;

    /**
     * A bar.
     *
     * @param gone takes it away
     */
    NewsBar(News news, Runnable gone) {
        this.news = news;
        this.gone = gone;
        getStyleClass().addAll("td-notice", "td-news");
        Label words = Texts.paragraph(news.sentence());
        HBox.setHgrow(words, Priority.ALWAYS);
        // A key cap alone may be made narrower than its word by its style.
        HBox key = new HBox(new KeyCap("Alt Enter"));
        key.setAlignment(Pos.CENTER);
        key.setMinWidth(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        getChildren()
                .addAll(
                        Icons.ALARM.view("td-danger"),
                        words,
                        Buttons.secondary(news.action(), Icons.ARROW_RIGHT, this::follow),
                        key,
                        Buttons.icon(Icons.CLOSE, "Dismiss the news", gone));
    }

    boolean tells(String sentence) {
        return news.sentence().equals(sentence);
    }

    void close() {
        gone.run();
    }

    void follow() {
        gone.run();
        news.go().run();
    }
}
