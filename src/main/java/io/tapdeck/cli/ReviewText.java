package io.tapdeck.cli;

import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import io.tapdeck.deploy.Review;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** A change set in words, the most dangerous change first. */
final class ReviewText {
    private ReviewText() {}

    static void print(PrintStream to, Review review) {
        if (review.nothingChanges()) {
            to.println(review.stackName() + " already is as the definition says. Nothing changes.");
            return;
        }
        to.printf(
                "%s %s, change set %s: %d resources%n",
                switch (review.operation()) {
                    case CREATE -> "Create";
                    case UPDATE -> "Update";
                    case DELETE -> "Delete";
                },
                review.stackName(),
                review.changeSetName(),
                review.changes().size());
        ResourceChange.@Nullable Risk last = null;
        for (ResourceChange change : review.changes()) {
            if (change.risk() != last) {
                last = change.risk();
                to.println(heading(last));
            }
            to.printf("  %-34s %s%n", change.displayName(), change.resourceType());
            for (PropertyChange property : change.properties()) {
                to.printf(
                        "      %s: %s → %s%s%n",
                        property.path(),
                        property.before() == null ? "(not set)" : property.before(),
                        property.after() == null ? "(not set)" : property.after(),
                        property.recreates() ? "  (replaces it)" : "");
            }
        }
        review.warnings().forEach(warning -> to.println("AWS warns: " + warning));
    }

    private static String heading(ResourceChange.Risk risk) {
        return switch (risk) {
            case DATA_LOST -> "Replaced or removed, and its data is lost";
            case REPLACED -> "Replaced, nothing is lost";
            case REMOVED -> "Removed";
            case IN_PLACE -> "Changed in place";
            case ADDED -> "Added";
        };
    }
}
