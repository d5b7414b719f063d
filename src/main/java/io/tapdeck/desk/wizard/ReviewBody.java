package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.Blueprint;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What a review says, sorted by danger; the same wherever it is read. */
final class ReviewBody {
    private ReviewBody() {}

    /**
     * The cards of a review.
     *
     * @param unchanged the sentence for a review in which nothing changes
     */
    static List<Node> of(Blueprint blueprint, Review review, String unchanged) {
        List<Node> cards = new ArrayList<>();
        if (review.nothingChanges()) {
            VBox card = new VBox(8, Texts.ask("Nothing changes"), Texts.paragraph(unchanged));
            card.getStyleClass().add("td-card");
            cards.add(card);
        }
        if (!review.stackChanges().isEmpty()) {
            VBox card = new VBox(8, Texts.ask("The stack itself"));
            review.stackChanges().forEach(change -> card.getChildren().add(Texts.paragraph(change)));
            card.getStyleClass().add("td-card");
            cards.add(card);
        }
        if (!review.preflight().checks().isEmpty()) {
            cards.add(new PreflightCard(review.preflight(), false));
        }
        if (!review.settingChanges().isEmpty()) {
            cards.add(new ChangedSettings(review.settingChanges()));
        }
        for (ResourceChange.Risk risk : ResourceChange.Risk.values()) {
            List<ResourceChange> changes = ChangeGroups.of(review.changes(), risk);
            if (!changes.isEmpty()) {
                cards.add(new ReviewCard(blueprint, risk, changes));
            }
        }
        return cards;
    }
}
