package io.tapdeck.desk.wizard;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.AccountMarks;
import io.tapdeck.desk.common.AccountName;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.environment.EnvironmentKey;
import java.time.Duration;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What is reviewed, under which name AWS has it, and since when. */
final class ReviewHead extends VBox {
    private final Review review;
    private final Label age = Texts.paragraph("", "td-muted");

    ReviewHead(Review review, AccountMarks accounts, Instant now) {
        super(12);
        this.review = review;
        String suffix = review.environment().suffix().value();
        Label name = Texts.mono11(review.changeSetName(), "td-muted");
        name.setTooltip(new Tooltip(review.changeSetId()));
        HBox made = new HBox(6, Icons.LOOK.view("td-muted"), Form.growing(age));
        made.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .addAll(
                        Form.head(
                                review.operation() == Operation.CREATE
                                        ? "Review " + suffix
                                        : "Review the change to " + suffix,
                                name),
                        where(review.environment(), accounts),
                        made);
        age(now);
    }

    private static HBox where(EnvironmentKey environment, AccountMarks accounts) {
        HBox where = new HBox(
                6,
                Texts.text("You are about to change account"),
                new AccountName(accounts, environment.account(), true),
                Texts.mono(Session.grouped(environment.account())),
                Texts.mono("· " + environment.region(), "td-muted"));
        where.setAlignment(Pos.CENTER_LEFT);
        return where;
    }

    /** Lets its age grow. */
    void age(Instant now) {
        Duration old = Duration.between(review.madeAt(), now);
        age.setText("The change set is not executed yet. AWS made it %s, and it costs nothing."
                .formatted(old.toSeconds() < 1 ? "just now" : TimeText.rough(old) + " ago"));
    }
}
