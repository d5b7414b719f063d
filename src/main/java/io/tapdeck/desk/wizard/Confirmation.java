package io.tapdeck.desk.wizard;

import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.Review;
import io.tapdeck.environment.Protection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What has to be confirmed with the typed suffix before a review is deployed, as on the command line.
 *
 * @param title of the card that asks
 * @param request what is to be typed, and what it allows
 * @param tick what the reader says to have read
 * @param button what the button does then
 */
record Confirmation(String title, String request, String tick, String button) {

    /** Where data is lost now, with its resource or by a setting, or where protection against a later loss is taken off. */
    static Optional<Confirmation> of(Review review) {
        String deleted =
                review.losses().stream().map(loss -> " " + loss.words()).collect(Collectors.joining());
        String suffix = review.environment().suffix().value();
        if (!review.dataLoss().isEmpty()) {
            String lost =
                    review.dataLoss().stream().map(ResourceChange::displayName).collect(Collectors.joining(", "));
            return Optional.of(new Confirmation(
                    "Confirm the data loss",
                    "Type the suffix %s to allow %s to be replaced or removed.".formatted(suffix, lost) + deleted,
                    "I have read what is lost",
                    "Replace and deploy"));
        }
        boolean opened = review.settingChanges().stream()
                .anyMatch(change -> change.setting().key().equals(Protection.KEY)
                        && change.before().equals(Protection.PROTECTED));
        if (opened || review.takesProtectionOff()) {
            return Optional.of(new Confirmation(
                    "Confirm the end of protection",
                    "Type the suffix %s to take its protection off. From then on, destroying it loses its data."
                                    .formatted(suffix)
                            + deleted,
                    "I have read what is lost then",
                    "Deploy unprotected"));
        }
        return deleted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Confirmation(
                        "Confirm the data loss",
                        "Type the suffix %s to allow this:".formatted(suffix) + deleted,
                        "I have read what is lost",
                        "Delete and deploy"));
    }
}
