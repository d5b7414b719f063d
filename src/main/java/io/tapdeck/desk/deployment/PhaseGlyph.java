package io.tapdeck.desk.deployment;

import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.ProgressArc;
import io.tapdeck.desk.deployment.ResourceProgress.Phase;
import java.util.List;
import javafx.scene.Node;

/** The glyph of a state; a word always stands beside it. */
final class PhaseGlyph {
    private PhaseGlyph() {}

    static Node of(Phase phase) {
        return switch (phase) {
            case WAITING -> Icons.WAITING.view("td-muted", "td-icon-13");
            case RUNNING, UNDOING -> new ProgressArc(6);
            case DONE -> Icons.OK.view("td-success", "td-icon-13");
            case FAILED -> Icons.STUCK.view("td-danger", "td-icon-13");
            case CANCELLED, NOT_STARTED -> Icons.CANCELLED.view("td-muted", "td-icon-13");
            case UNDONE -> Icons.ROLLED_BACK.view("td-warning", "td-icon-13");
        };
    }

    /** The colour role of the word beside it. */
    static String role(Phase phase) {
        return switch (phase) {
            case RUNNING, UNDOING -> "td-accent";
            case FAILED -> "td-danger";
            case UNDONE -> "td-warning";
            default -> "td-muted";
        };
    }

    /** What a group as a whole is doing. */
    static Phase ofGroup(List<ResourceProgress> resources) {
        for (Phase loud : List.of(Phase.RUNNING, Phase.UNDOING, Phase.UNDONE, Phase.FAILED, Phase.WAITING)) {
            if (resources.stream().anyMatch(resource -> resource.phase() == loud)) {
                return loud;
            }
        }
        return resources.stream().allMatch(ResourceProgress::done) ? Phase.DONE : Phase.NOT_STARTED;
    }
}
