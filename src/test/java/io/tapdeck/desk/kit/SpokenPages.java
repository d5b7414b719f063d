package io.tapdeck.desk.kit;

import io.tapdeck.deploy.DeployedEnvironment;
import io.tapdeck.deploy.Recovery;
import io.tapdeck.deploy.Review;
import io.tapdeck.desk.Pages;
import io.tapdeck.desk.common.Page;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.EnvironmentKey;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** Pages that only say which they are: for tests of the shell, which owns none of them. */
public class SpokenPages implements Pages {

    private static Page page(Page.Section section, String title) {
        StackPane root = new StackPane(Texts.title(title));
        return new Page() {
            @Override
            public Section section() {
                return section;
            }

            @Override
            public List<String> path() {
                return List.of(title);
            }

            @Override
            public Node root() {
                return root;
            }

            @Override
            public ObservableValue<String> status() {
                return new ReadOnlyStringWrapper("status of " + title);
            }

            @Override
            public List<KeyHint> keys() {
                return List.of(new KeyHint("X", "something"));
            }
        };
    }

    @Override
    public Page newEnvironment(PageContext context) {
        return page(Page.Section.DRAFTS, "new environment");
    }

    @Override
    public Page draft(PageContext context, String draftId) {
        return page(Page.Section.DRAFTS, "draft " + draftId);
    }

    @Override
    public Page change(PageContext context, EnvironmentKey environment) {
        return page(Page.Section.ENVIRONMENTS, "change " + environment.suffix());
    }

    @Override
    public Page tune(PageContext context, EnvironmentKey environment, String alarmId, String threshold) {
        return page(Page.Section.ENVIRONMENTS, "tune %s %s %s".formatted(environment.suffix(), alarmId, threshold));
    }

    @Override
    public Page retry(PageContext context, EnvironmentKey environment) {
        return page(Page.Section.ENVIRONMENTS, "retry " + environment.suffix());
    }

    @Override
    public Page again(PageContext context, EnvironmentKey environment) {
        return page(Page.Section.ENVIRONMENTS, "again " + environment.suffix());
    }

    @Override
    public Page another(PageContext context, EnvironmentKey environment) {
        return page(Page.Section.DRAFTS, "another " + environment.suffix());
    }

    @Override
    public Page restore(PageContext context, EnvironmentKey environment, String snapshot) {
        return page(Page.Section.DRAFTS, "restore " + snapshot);
    }

    @Override
    public Page adopt(PageContext context, EnvironmentKey environment, String stackName) {
        return page(Page.Section.ENVIRONMENTS, "adopt " + stackName);
    }

    @Override
    public Page situation(PageContext context, EnvironmentKey environment) {
        return page(Page.Section.ENVIRONMENTS, "situation " + environment.suffix());
    }

    @Override
    public Page recover(PageContext context, EnvironmentKey environment, Recovery recovery) {
        return page(Page.Section.DEPLOYMENTS, "recover " + environment.suffix());
    }

    @Override
    public Page drift(PageContext context, EnvironmentKey environment) {
        return page(Page.Section.ENVIRONMENTS, "drift " + environment.suffix());
    }

    @Override
    public Page review(PageContext context, Review review) {
        return page(Page.Section.ENVIRONMENTS, "review " + review.environment().suffix());
    }

    @Override
    public Page deployments(PageContext context) {
        return page(Page.Section.DEPLOYMENTS, "deployments");
    }

    @Override
    public Page deploy(PageContext context, Review review) {
        return page(Page.Section.DEPLOYMENTS, "deploy " + review.environment().suffix());
    }

    @Override
    public Page destroy(PageContext context, EnvironmentKey environment) {
        return page(Page.Section.DEPLOYMENTS, "destroy " + environment.suffix());
    }

    @Override
    public Page deployment(PageContext context, EnvironmentKey environment) {
        return page(Page.Section.DEPLOYMENTS, "deployment " + environment.suffix());
    }

    @Override
    public Page watch(PageContext context, DeployedEnvironment environment) {
        return page(Page.Section.ENVIRONMENTS, "watch " + environment.key().suffix());
    }

    @Override
    public Page watch(PageContext context, DeployedEnvironment environment, String alarmId) {
        return page(
                Page.Section.ENVIRONMENTS,
                "watch %s %s".formatted(environment.key().suffix(), alarmId));
    }

    @Override
    public Page compare(PageContext context, DeployedEnvironment left, DeployedEnvironment right) {
        return page(
                Page.Section.ENVIRONMENTS,
                "compare %s %s".formatted(left.key().suffix(), right.key().suffix()));
    }
}
