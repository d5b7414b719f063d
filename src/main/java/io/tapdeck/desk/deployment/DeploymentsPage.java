package io.tapdeck.desk.deployment;

import io.tapdeck.deploy.Forecast;
import io.tapdeck.deploy.Outcome;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.StateLabel;
import io.tapdeck.desk.common.StateLook;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.TimeText;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What runs now, and what has ended since the desk was opened. */
public final class DeploymentsPage extends BasePage {
    private static final double ROW = 32;
    private static final double NAME = 220;
    private static final double STATE = 150;
    private static final double COUNT = 150;

    private final PageContext context;
    private final RunningDeployments deployments;
    private final ZoneId zone = ZoneId.systemDefault();
    private final VBox rows = new VBox();
    private final List<DeploymentModel> heard = new ArrayList<>();
    private final javafx.beans.value.ChangeListener<Number> onChange = (observed, before, now) -> show();
    private final ListChangeListener<DeploymentModel> onList = change -> listen();

    /** A page over the desk's deployments. */
    public DeploymentsPage(PageContext context, RunningDeployments deployments) {
        super(Section.DEPLOYMENTS, "Deployments");
        this.context = context;
        this.deployments = deployments;
        VBox page = new VBox(16, Texts.title("Deployments"), rows);
        page.setPadding(new Insets(16, 24, 16, 24));
        root.getChildren().add(page);
    }

    private void listen() {
        heard.forEach(model -> model.revisionProperty().removeListener(onChange));
        heard.clear();
        heard.addAll(deployments.all());
        heard.forEach(model -> model.revisionProperty().addListener(onChange));
        show();
    }

    private void show() {
        List<DeploymentModel> shown =
                heard.stream().filter(model -> !model.nothingToFollow()).toList();
        int focused = focused();
        List<Node> lines = new ArrayList<>();
        shown.forEach(model -> lines.add(row(model)));
        if (lines.isEmpty()) {
            lines.add(Texts.paragraph(
                    "Nothing runs, and nothing has run since the desk was opened. Press N for a new environment.",
                    "td-muted"));
        }
        rows.getChildren().setAll(lines);
        if (focused >= 0 && focused < lines.size()) {
            lines.get(focused).requestFocus();
        }
        tell(
                shown.isEmpty()
                        ? "Nothing runs"
                        : deployments.runningProperty().get() + " running. Closing this window does not cancel.");
    }

    private int focused() {
        for (int index = 0; index < rows.getChildren().size(); index++) {
            if (rows.getChildren().get(index).isFocused()) {
                return index;
            }
        }
        return -1;
    }

    private Node row(DeploymentModel model) {
        Label name = width(Texts.name(model.environment().suffix().toString()), NAME);
        StateLabel state = new StateLabel(look(model), "");
        state.setMinWidth(STATE);
        Label count = width(Texts.number(DeploymentWords.count(model.state()), "td-muted"), COUNT);
        Label rest = Texts.number(rest(model), "td-muted");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Instant started = model.state().startedAt();
        Label begun = Texts.number(started == null ? "" : TimeText.second(started, zone), "td-muted");
        HBox row = new HBox(12, name, state, count, rest, space, begun);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(ROW);
        row.getStyleClass().add("td-deployment-row");
        row.setFocusTraversable(true);
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.setAccessibleText("%s, %s, %s".formatted(DeploymentWords.title(model), count.getText(), rest.getText()));
        row.setOnMouseClicked(event -> open(model));
        row.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(model);
                event.consume();
            }
        });
        return row;
    }

    private void open(DeploymentModel model) {
        context.navigator().deployment(model.environment());
    }

    private static Label width(Label label, double width) {
        label.setMinWidth(width);
        return label;
    }

    private static StateLook look(DeploymentModel model) {
        if (model.refusal() != null || model.state().outcome() instanceof Outcome.Failed) {
            return StateLook.STUCK;
        }
        if (model.running()) {
            return switch (model.state().operation()) {
                case CREATE -> model.state().rollingBack() ? StateLook.ROLLING_BACK : StateLook.CREATING;
                case UPDATE -> model.state().rollingBack() ? StateLook.ROLLING_BACK : StateLook.UPDATING;
                case DELETE -> StateLook.DELETING;
            };
        }
        return StateLook.RUNNING;
    }

    private static String rest(DeploymentModel model) {
        if (!model.running()) {
            return DeploymentWords.title(model);
        }
        String left = model.forecast().map(DeploymentsPage::left).orElse("");
        return TimeText.exact(model.elapsed()) + " elapsed" + left;
    }

    private static String left(Forecast forecast) {
        return " · " + DeploymentWords.left(forecast) + " left";
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("J K", "deployment"), new KeyHint("Enter", "open"));
    }

    @Override
    protected boolean onPlainKey(KeyEvent event) {
        int step = switch (event.getCode()) {
            case J, DOWN -> 1;
            case K, UP -> -1;
            default -> 0;
        };
        if (step == 0 || rows.getChildren().isEmpty()) {
            return false;
        }
        int place = Math.clamp(focused() + (long) step, 0, rows.getChildren().size() - 1);
        rows.getChildren().get(place).requestFocus();
        return true;
    }

    @Override
    public void shown() {
        deployments.all().addListener(onList);
        deployments.runningProperty().addListener(onChange);
        listen();
    }

    @Override
    public void left() {
        deployments.all().removeListener(onList);
        deployments.runningProperty().removeListener(onChange);
        heard.forEach(model -> model.revisionProperty().removeListener(onChange));
        heard.clear();
    }
}
