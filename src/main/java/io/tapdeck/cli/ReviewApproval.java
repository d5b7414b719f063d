package io.tapdeck.cli;

import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.Review;
import io.tapdeck.environment.Protection;
import io.tapdeck.environment.SettingLoss;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The approval of a review: what loses data or protection takes more than a yes. */
final class ReviewApproval {
    private ReviewApproval() {}

    /**
     * Returns if the review is approved.
     *
     * @param allowDataLoss the suffix whose data may be lost, or null
     * @throws CommandFailure if it is not, or if nobody is there to ask
     */
    static void of(Terminal terminal, Review review, boolean yes, @Nullable String allowDataLoss, String question) {
        String suffix = review.environment().suffix().value();
        if (!suffix.equals(allowDataLoss)) {
            requireNoLoss(review, suffix);
        }
        Approval.of(terminal, yes, question);
    }

    private static void requireNoLoss(Review review, String suffix) {
        if (!review.dataLoss().isEmpty()) {
            String lost =
                    review.dataLoss().stream().map(ResourceChange::displayName).collect(Collectors.joining(", "));
            throw CommandFailure.failed(
                    "The data of %s would be lost. Add --allow-data-loss %s to allow it.".formatted(lost, suffix));
        }
        if (!review.losses().isEmpty()) {
            String lost = review.losses().stream().map(SettingLoss::words).collect(Collectors.joining(" "));
            throw CommandFailure.failed("%s Add --allow-data-loss %s to allow it.".formatted(lost, suffix));
        }
        boolean opened = review.settingChanges().stream()
                .anyMatch(change -> change.setting().key().equals(Protection.KEY)
                        && change.before().equals(Protection.PROTECTED));
        if (opened) {
            throw CommandFailure.failed(
                    "%s would no longer be protected. Add --allow-data-loss %s to allow it.".formatted(suffix, suffix));
        }
    }
}
