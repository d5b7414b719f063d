package io.tapdeck.desk.recovery;

import io.tapdeck.deploy.BucketContent;
import io.tapdeck.deploy.BucketContent.Kind;
import io.tapdeck.deploy.DeployException;
import io.tapdeck.deploy.Deployments;
import io.tapdeck.deploy.DestroyPreview;
import io.tapdeck.deploy.LeftBehind;
import io.tapdeck.desk.common.Buttons;
import io.tapdeck.desk.common.ConfirmCard;
import io.tapdeck.desk.common.Icons;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.environment.EnvironmentKey;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks before an environment is destroyed, showing what goes and what stays. */
public final class DestroyFlow {
    private static final double MOST_HEIGHT = 320;

    private final PageContext context;
    private final Function<EnvironmentKey, Deployments> deployments;

    /** For a page on one environment, whose session reaches it. */
    public DestroyFlow(PageContext context) {
        this(context, environment -> context.services().deployments());
    }

    /**
     * For a page on many.
     *
     * @param deployments those that reach an environment
     */
    public DestroyFlow(PageContext context, Function<EnvironmentKey, Deployments> deployments) {
        this.context = context;
        this.deployments = deployments;
    }

    /** Reads what would happen, and asks. */
    public void ask(EnvironmentKey environment) {
        Deployments reaching = deployments.apply(environment);
        context.background()
                .run(() -> reaching.previewDestroy(environment), preview -> ask(environment, preview), this::say);
    }

    private void ask(EnvironmentKey environment, DestroyPreview preview) {
        String suffix = environment.suffix().value();
        if (!preview.refused().isEmpty()) {
            context.overlays().show(refused(environment, preview), () -> {});
            return;
        }
        context.overlays()
                .show(
                        new ConfirmCard(
                                "Destroy " + suffix,
                                body(preview),
                                suffix,
                                "Type the suffix %s to delete it.".formatted(suffix),
                                "Destroy " + suffix,
                                context.overlays(),
                                () -> context.navigator().destroy(environment)),
                        () -> {});
    }

    private VBox refused(EnvironmentKey environment, DestroyPreview preview) {
        VBox card = new VBox(12, Texts.ask(environment.suffix() + " cannot be destroyed now"));
        card.getStyleClass().add("td-card-pop");
        card.setMaxSize(480, Region.USE_PREF_SIZE);
        preview.refused().forEach(reason -> card.getChildren().add(line(Icons.LOCK, "td-muted", reason)));
        HBox foot = new HBox(
                8,
                Buttons.secondary("Change…", Icons.CHANGE, () -> {
                    context.overlays().close();
                    context.navigator().change(environment);
                }),
                Buttons.secondary("Close", null, context.overlays()::close));
        foot.setAlignment(Pos.CENTER_RIGHT);
        card.getChildren().add(foot);
        return card;
    }

    private static ScrollPane body(DestroyPreview preview) {
        VBox lists = new VBox(12);
        // A bucket that is not empty is the only one of these that stops the deletion: it is read first.
        add(
                lists,
                "Buckets that are not empty, or not checked",
                Icons.ATTENTION,
                "td-warning",
                preview.buckets().stream()
                        .filter(bucket -> bucket.kind() != Kind.EMPTY)
                        .map(BucketContent::words)
                        .toList());
        add(lists, "Deleted, with everything in it", Icons.NO, "td-danger", preview.deleted());
        add(lists, "Kept in the account", Icons.OK, "td-success", preview.kept());
        add(
                lists,
                "Left behind, outside of CloudFormation",
                Icons.ATTENTION,
                "td-muted",
                preview.leftBehind().stream().map(LeftBehind::words).toList());
        ScrollPane scroll = new ScrollPane(lists);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setAccessibleText("What is deleted, what is kept and what is left behind");
        return scroll;
    }

    private static void add(VBox lists, String title, Icons icon, String role, List<String> lines) {
        if (!lines.isEmpty()) {
            VBox list = new VBox(4, Texts.label("%s: %d".formatted(title, lines.size())));
            lines.forEach(text -> list.getChildren().add(line(icon, role, text)));
            lists.getChildren().add(list);
        }
    }

    private static HBox line(Icons icon, String role, String text) {
        Label words = Texts.paragraph(text);
        HBox line = new HBox(6, icon.view(role), words);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private void say(Exception failure) {
        context.overlays()
                .say(
                        failure instanceof DeployException e
                                ? e.getMessage() + " " + e.remedy()
                                : "What would be deleted cannot be read: AWS does not answer. Try it again.");
    }
}
