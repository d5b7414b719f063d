package io.tapdeck.cli;

import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.Review;
import io.tapdeck.environment.Protection;
import java.util.ArrayList;
import java.util.List;
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
        List<String> reasons = suffix.equals(allowDataLoss) ? List.of() : reasons(review, suffix);
        if (!reasons.isEmpty()) {
            boolean nobody = !yes && !terminal.interactive();
            throw CommandFailure.failed("%s Add --allow-data-loss %s%s to allow it."
                    .formatted(String.join(" ", reasons), suffix, nobody ? " and --yes" : ""));
        }
        Approval.of(terminal, yes, question);
    }

    /** Why a yes is not enough, each in a sentence. */
    private static List<String> reasons(Review review, String suffix) {
        List<String> reasons = new ArrayList<>();
        if (!review.dataLoss().isEmpty()) {
            reasons.add(review.dataLoss().stream()
                    .map(ResourceChange::displayName)
                    .collect(Collectors.joining(", ", "The data of ", " would be lost.")));
        }
        review.losses().forEach(loss -> reasons.add(loss.words()));
        boolean opened = review.settingChanges().stream()
                .anyMatch(change -> change.setting().key().equals(Protection.KEY)
                        && change.before().equals(Protection.PROTECTED));
        if (opened || review.takesProtectionOff()) {
            reasons.add("%s would no longer be protected.".formatted(suffix));
        }
        return reasons;
    }
}
