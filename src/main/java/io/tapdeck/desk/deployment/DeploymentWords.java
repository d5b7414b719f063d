package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Forecast;
import io.tapdeck.deploy.Operation;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.deploy.Silence;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.deployment.ResourceProgress.Phase;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The sentences of a deployment. */
final class DeploymentWords {
    private DeploymentWords() {}

    /** "Creating qa7", "qa7 is up", "stage2 was not created". */
    static String title(DeploymentModel model) {
        String name = model.environment().suffix().toString();
        DeploymentState state = model.state();
        if (model.nothingToFollow()) {
            return "Nothing runs on " + name;
        }
        if (model.refusal() != null) {
            return model.neverBegan()
                    ? name + " was not " + participle(state.operation())
                    : "How " + name + " stands is not known";
        }
        Outcome outcome = state.outcome();
        if (outcome == null) {
            return state.rollingBack() ? "Rolling back " + name : verb(state.operation()) + " " + name;
        }
        return switch (outcome) {
            case Outcome.Up up -> name + " is up";
            case Outcome.UpToDate same -> name + " is up to date";
            case Outcome.Gone gone -> name + " is gone";
            case Outcome.RolledBack back -> name + " is as it was before";
            case Outcome.Failed failed -> name + failure(state, failed);
        };
    }

    private static String failure(DeploymentState state, Outcome.Failed failed) {
        if (failed.unfailed().isEmpty()) {
            return " was not " + participle(state.operation());
        }
        // The stacks after one whose protection is not set are never begun.
        return failed.up() && state.count(Phase.NOT_STARTED) == 0
                ? " is up; its protection is not set"
                : " was " + participle(state.operation()) + " in part";
    }

    private static String verb(Operation operation) {
        return switch (operation) {
            case CREATE -> "Creating";
            case UPDATE -> "Updating";
            case DELETE -> "Deleting";
        };
    }

    private static String participle(Operation operation) {
        return switch (operation) {
            case CREATE -> "created";
            case UPDATE -> "changed";
            case DELETE -> "deleted";
        };
    }

    /** "22 of 33 resources". */
    static String count(DeploymentState state) {
        return "%d of %d resources"
                .formatted(state.count(Phase.DONE), state.resources().size());
    }

    /** "1 in progress, 10 waiting"; empty when nothing is left. */
    static String rest(DeploymentState state) {
        long running = state.count(Phase.RUNNING) + state.count(Phase.UNDOING);
        long waiting = state.count(Phase.WAITING);
        if (state.rollingBack()) {
            int kept = state.kept().size();
            String undone = state.operation() == Operation.UPDATE ? "put back" : "removed again";
            return "%d %s, %s%d in progress"
                    .formatted(state.count(Phase.UNDONE) - kept, undone, kept == 0 ? "" : kept + " kept, ", running);
        }
        return "%d in progress, %d waiting".formatted(running, waiting);
    }

    /** "watching alarms, 9 min left": the resources are done, and the stack is not stuck. */
    static String watching(Instant until, Instant now) {
        Duration left = Duration.between(now, until);
        return left.isPositive() ? "watching alarms, %s left".formatted(TimeText.rough(left)) : "watching alarms";
    }

    /** "9 to 14 min"; estimates are always a range. */
    static String left(Forecast forecast) {
        Duration low = forecast.leftLow();
        Duration high = forecast.leftHigh();
        if (high.compareTo(low.plusSeconds(5)) < 0) {
            high = low.plusSeconds(5);
        }
        return TimeText.range(low, high);
    }

    /** What became of a failed operation, in one sentence. */
    static String aftermath(DeploymentState state, Outcome.Failed failed) {
        return failed.unfailed().orElseGet(() -> wreck(state, failed));
    }

    private static String wreck(DeploymentState state, Outcome.Failed failed) {
        int kept = state.kept().size();
        long removed = state.count(Phase.UNDONE);
        return switch (failed.status()) {
            case "ROLLBACK_COMPLETE" -> {
                if (kept > 0) {
                    yield "%d %s made and %s in the account without a stack."
                            .formatted(
                                    kept, kept == 1 ? "resource was" : "resources were", kept == 1 ? "stays" : "stay");
                }
                yield removed == 0
                        ? "Nothing of it is left."
                        : "Nothing of it is left: %d %s made and removed again."
                                .formatted(removed, removed == 1 ? "resource was" : "resources were");
            }
            case "UPDATE_ROLLBACK_COMPLETE" -> "Everything is as it was before.";
            case "DELETE_FAILED" -> "What could not be deleted is still there.";
            default -> "The stack stands still and needs a person.";
        };
    }

    /** "14:02:10 to 14:05:48, 3 min 38 s". */
    static String span(DeploymentModel model, ZoneId zone) {
        Instant started = model.state().startedAt();
        return started == null
                ? ""
                : "%s to %s, %s"
                        .formatted(
                                TimeText.second(started, zone),
                                TimeText.second(model.now(), zone),
                                TimeText.exact(model.elapsed()));
    }

    /** How fresh this is. */
    static String status(DeploymentModel model, ZoneId zone) {
        DeploymentState state = model.state();
        if (!model.running()) {
            return state.endedAt() == null
                    ? "Nothing is read here now"
                    : "Ended at " + TimeText.second(state.endedAt(), zone);
        }
        if (model.expiredSince().isPresent()) {
            return "Paused since %s, waiting for sign-in"
                    .formatted(TimeText.second(model.expiredSince().get(), zone));
        }
        if (state.silentSince() != null
                && model.silence().filter(lost -> lost.why() == Silence.DENIED).isPresent()) {
            return "%s Last heard at %s."
                    .formatted(
                            model.silence().get().reason(),
                            TimeText.second(state.heardAt() == null ? state.silentSince() : state.heardAt(), zone));
        }
        if (state.silentSince() != null) {
            return "No answer since %s. CloudFormation carries on; Tapdeck asks again."
                    .formatted(TimeText.second(state.silentSince(), zone));
        }
        if (state.heardAt() == null) {
            return "Waiting for CloudFormation. Closing this window does not cancel.";
        }
        Duration age = Duration.between(state.heardAt(), model.now());
        return "Events read %s. Closing this window does not cancel."
                .formatted(age.toSeconds() < 1 ? "just now" : TimeText.rough(age) + " ago");
    }

    /** The words of a resource's state column. */
    static String state(ResourceProgress resource, boolean firstFailure, Instant now) {
        return switch (resource.phase()) {
            case WAITING -> "waits";
            case RUNNING, DONE -> TimeText.exact(resource.took(now));
            case FAILED -> firstFailure ? "failed first" : "failed";
            case CANCELLED -> "cancelled";
            case UNDOING -> resource.status().startsWith("DELETE") ? "removing" : "putting back";
            case UNDONE ->
                switch (resource.status()) {
                    case "DELETE_SKIPPED" -> "kept";
                    case "DELETE_COMPLETE" -> "removed";
                    default -> "put back";
                };
            case NOT_STARTED -> "not started";
        };
    }

    /** A name that fits a column: the middle gives way, since the ends tell names apart. */
    static String fitting(String name, int most) {
        if (name.length() <= most) {
            return name;
        }
        int head = (most - 1) / 2;
        return name.substring(0, head) + "…" + name.substring(name.length() - (most - 1 - head));
    }
}
