package io.tapdeck.cli;

import io.tapdeck.deploy.Preflight;
import io.tapdeck.deploy.Preflight.Check;
import io.tapdeck.deploy.ResourceChange;
import io.tapdeck.deploy.ResourceChange.PropertyChange;
import io.tapdeck.deploy.Review;
import io.tapdeck.deploy.RollbackTriggers;
import io.tapdeck.deploy.StackReview;
import io.tapdeck.environment.SettingChange;
import io.tapdeck.environment.SettingLoss;
import io.tapdeck.environment.TargetSettings;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The change sets of an environment in words: what was asked for, then the most dangerous change first. */
final class ReviewText {
    private ReviewText() {}

    static void print(PrintStream to, Review review) {
        preflight(to, review.preflight());
        if (review.nothingChanges()) {
            to.println(review.stackName() + " already is as the definition says. Nothing changes.");
            return;
        }
        String verb = switch (review.operation()) {
            case CREATE -> "Create";
            case UPDATE -> "Update";
            case DELETE -> "Delete";
        };
        to.println(
                review.stacks().stream().anyMatch(StackReview::executable)
                        ? "%s %s, change set %s: %d resources"
                                .formatted(
                                        verb,
                                        review.stackName(),
                                        review.changeSetName(),
                                        review.changes().size())
                        : "%s %s, without a change set: no resource changes".formatted(verb, review.stackName()));
        if (!review.parts().isEmpty()) {
            to.println("Stacks, in this order: "
                    + review.stacks().stream().map(ReviewText::stack).collect(Collectors.joining(", then ")));
        }
        target(to, review.settings());
        review.stackChanges().forEach(to::println);
        review.stacks().forEach(stack -> parameters(to, stack));
        review.stacks().forEach(stack -> rollback(to, stack));
        settings(to, review.settingChanges());
        losses(to, review.losses());
        changes(to, review.changes());
        review.warnings().forEach(warning -> to.println("AWS warns: " + warning));
    }

    /** The line of counts, then what is worth reading: what warns and what was not checked. */
    private static void preflight(PrintStream to, Preflight preflight) {
        if (preflight.checks().isEmpty()) {
            return;
        }
        to.println("Before: %s.".formatted(preflight.summary()));
        for (Check check : preflight.checks()) {
            switch (check.result()) {
                case WARNED -> to.println("  Warning: %s: %s".formatted(check.subject(), check.words()));
                case NOT_CHECKED -> to.println("  Not checked: %s: %s".formatted(check.subject(), check.words()));
                case FAILED -> to.println("  Failed: %s: %s".formatted(check.subject(), check.words()));
                case PASSED -> {}
            }
        }
    }

    private static void parameters(PrintStream to, StackReview stack) {
        StackReview.Inputs inputs = stack.inputs();
        if (inputs != null) {
            new TreeMap<>(inputs.values())
                    .forEach((name, value) -> to.println("Parameter %s of %s: %s"
                            .formatted(
                                    name,
                                    stack.stackName(),
                                    inputs.known(name) ? value : "known after the stack before it")));
        }
    }

    private static void rollback(PrintStream to, StackReview stack) {
        RollbackTriggers rollback = stack.rollback();
        if (rollback.watches()) {
            to.println("Rolls back if one of these rings, up to %d min after the last resource: %s"
                    .formatted(
                            rollback.watchTime().toMinutes(),
                            rollback.alarms().stream()
                                    .map(RollbackTriggers.Alarm::name)
                                    .collect(Collectors.joining(", "))));
        }
        rollback.leftOut()
                .forEach(alarm -> to.println("  Not watched: %s %s.".formatted(alarm.name(), alarm.reason())));
        if (!rollback.dropped().isEmpty()) {
            to.println("No longer watched: " + String.join(", ", rollback.dropped()));
        }
    }

    private static String stack(StackReview stack) {
        String place = stack.part() == null ? "" : " in " + stack.part().region();
        return stack.stackName() + place + (stack.nothingChanges() ? " (nothing changes)" : "");
    }

    private static void target(PrintStream to, TargetSettings settings) {
        List<String> words = new ArrayList<>();
        if (!settings.tags().isEmpty()) {
            words.add(settings.tags().entrySet().stream()
                    .map(tag -> tag.getKey() + "=" + tag.getValue())
                    .collect(Collectors.joining(", ", "tags ", "")));
        }
        if (settings.serviceRole() != null) {
            words.add("service role " + settings.serviceRole());
        }
        if (settings.permissionsBoundary() != null) {
            words.add("permissions boundary " + settings.permissionsBoundary());
        }
        if (!words.isEmpty()) {
            to.println("The target adds: " + String.join("; ", words));
        }
    }

    private static void settings(PrintStream to, List<SettingChange> changes) {
        if (!changes.isEmpty()) {
            to.println("Settings");
        }
        for (SettingChange change : changes) {
            to.printf(
                    "  %s: %s → %s  (%s)%n",
                    change.setting().label(),
                    shown(change.before()),
                    shown(change.after()),
                    change.setting().mutability().words());
        }
    }

    private static void losses(PrintStream to, List<SettingLoss> losses) {
        if (!losses.isEmpty()) {
            to.println("Lost by these settings");
        }
        losses.forEach(loss -> to.println("  " + loss.words()));
    }

    private static String shown(@Nullable String value) {
        return value == null || value.isEmpty() ? "(not set)" : value;
    }

    private static void changes(PrintStream to, List<ResourceChange> changes) {
        int width = changes.stream()
                .mapToInt(change -> change.displayName().length())
                .max()
                .orElse(1);
        ResourceChange.@Nullable Risk last = null;
        for (ResourceChange change : changes) {
            if (change.risk() != last) {
                last = change.risk();
                to.println(heading(last));
            }
            to.printf("  %-" + width + "s  %s%n", change.displayName(), change.resourceType());
            if (!change.sentence().isEmpty()) {
                to.println("      " + change.sentence());
            }
            for (PropertyChange property : change.properties()) {
                to.printf("      %s%s%n", words(property), replaces(property));
            }
        }
    }

    private static String replaces(PropertyChange property) {
        if (!property.recreates()) {
            return "";
        }
        return property.follows() == null ? "  (replaces it)" : "  (replaces it if that gives another value)";
    }

    private static String words(PropertyChange property) {
        if (property.follows() != null) {
            return "%s: reads %s".formatted(property.path(), property.follows());
        }
        if (property.before() == null && property.after() == null) {
            return "%s: changes, AWS does not say from what to what".formatted(property.path());
        }
        return "%s: %s → %s".formatted(property.path(), shown(property.before()), shown(property.after()));
    }

    private static String heading(ResourceChange.Risk risk) {
        return switch (risk) {
            case DATA_LOST -> "Replaced or removed, and its data is lost";
            case REPLACED -> "Replaced, nothing is lost";
            case REMOVED -> "Removed";
            case IN_PLACE -> "Changed in place";
            case ADDED -> "Added";
            case FOLLOWS -> "Read from what changes; changed only if that gives another value";
        };
    }
}
