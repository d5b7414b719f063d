package io.tapdeck.desk.kit;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.common.Navigator;
import io.tapdeck.desk.common.SessionChoice;
import io.tapdeck.environment.EnvironmentKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes where a page sends its reader, such as "watch dev".
 *
 * @param sent grows
 */
public record NavigatorNotes(List<String> sent) implements Navigator {
    @Override
    public void home() {
        sent.add("home");
    }

    @Override
    public void newEnvironment() {
        sent.add("new environment");
    }

    @Override
    public void draft(String draftId, @Nullable String account) {
        sent.add("draft " + draftId);
    }

    @Override
    public void change(EnvironmentKey environment) {
        sent.add("change " + environment.suffix());
    }

    @Override
    public void tune(EnvironmentKey environment, String alarmId, String threshold) {
        sent.add("tune %s %s %s".formatted(environment.suffix(), alarmId, threshold));
    }

    @Override
    public void retry(EnvironmentKey environment) {
        sent.add("retry " + environment.suffix());
    }

    @Override
    public void again(EnvironmentKey environment) {
        sent.add("again " + environment.suffix());
    }

    @Override
    public void another(EnvironmentKey environment) {
        sent.add("another " + environment.suffix());
    }

    @Override
    public void restore(EnvironmentKey environment, String snapshot) {
        sent.add("restore " + environment.suffix() + " " + snapshot);
    }

    @Override
    public void adopt(EnvironmentKey environment, String stackName) {
        sent.add("adopt " + environment.suffix() + " " + stackName);
    }

    @Override
    public void situation(EnvironmentKey environment) {
        sent.add("situation " + environment.suffix());
    }

    @Override
    public void recover(EnvironmentKey environment, Recovery recovery) {
        sent.add("recover " + environment.suffix() + " " + recovery);
    }

    @Override
    public void watch(DeployedEnvironment environment, String alarmId) {
        sent.add("watch %s %s".formatted(environment.key().suffix(), alarmId));
    }

    @Override
    public void session(SessionChoice choice) {
        sent.add("session " + choice.via().title());
    }

    @Override
    public void alarms() {
        sent.add("alarms");
    }

    @Override
    public void drift(EnvironmentKey environment) {
        sent.add("drift " + environment.suffix());
    }

    @Override
    public void review(Review review) {
        sent.add("review " + review.environment().suffix());
    }

    @Override
    public void deploy(Review review) {
        sent.add("deploy " + review.environment().suffix());
    }

    @Override
    public void destroy(EnvironmentKey environment) {
        sent.add("destroy " + environment.suffix());
    }

    @Override
    public void deployment(EnvironmentKey environment) {
        sent.add("deployment " + environment.suffix());
    }

    @Override
    public void watch(DeployedEnvironment environment) {
        sent.add("watch " + environment.key().suffix());
    }

    @Override
    public void compareWith(DeployedEnvironment environment) {
        sent.add("compare with " + environment.key().suffix());
    }

    @Override
    public void compare(DeployedEnvironment left, DeployedEnvironment right) {
        sent.add("compare %s %s".formatted(left.key().suffix(), right.key().suffix()));
    }

    @Override
    public void back() {
        sent.add("back");
    }
}
