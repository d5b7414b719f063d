package io.tapdeck.desk.deployment;

import io.tapdeck.desk.deployment.ResourceProgress.Phase;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;

/** The bar below the title: done, then in progress, of all resources. */
final class ProgressBars extends Region {
    private static final double HEIGHT = 6;

    private final Region done = new Region();
    private final Region running = new Region();
    private double donePart;
    private double runningPart;

    ProgressBars() {
        getStyleClass().add("td-track");
        done.getStyleClass().addAll("td-fill", "td-success");
        running.getStyleClass().addAll("td-fill", "td-accent");
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
        getChildren().addAll(done, running);
    }

    void show(DeploymentState state) {
        double all = Math.max(1, state.resources().size());
        boolean undoing = state.rollingBack();
        donePart = state.count(undoing ? Phase.UNDONE : Phase.DONE) / all;
        runningPart = (state.count(Phase.RUNNING) + state.count(Phase.UNDOING)) / all;
        setAccessibleText(DeploymentWords.count(state) + ", " + DeploymentWords.rest(state));
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double from = snapSizeX(getWidth() * donePart);
        double gap = donePart > 0 && runningPart > 0 ? 1 : 0;
        done.resizeRelocate(0, 0, from, getHeight());
        running.resizeRelocate(from + gap, 0, snapSizeX(getWidth() * runningPart), getHeight());
    }
}
