package io.tapdeck.desk.home;

import io.tapdeck.desk.common.Background;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Skeleton;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.recovery.DestroyFlow;
import java.util.List;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The environments of the account: the list, or, where there are none, what to do first. */
public final class HomePage extends BasePage {
    private static final int SKELETON_ROWS = 6;

    private final PageContext context;
    private final HomeModel model;
    private final EnvironmentList list;
    private final EmptyHome empty;
    private final DestroyFlow destroying;
    private final ChangeListener<Knowledge> onKnowledge = (observed, before, now) -> show(now);
    private final ChangeListener<Boolean> onReading = (observed, before, now) -> tell();
    private final ChangeListener<Arrangement> onArranged;
    private final StackPane place = new StackPane();
    private final MissedLines missed;
    private final InvalidationListener onSessions = observed -> missed().show();
    private Background.@Nullable Repeating ageing;

    public HomePage(PageContext context, HomeModel model) {
        super(Section.ENVIRONMENTS, "Environments");
        this.context = context;
        this.model = model;
        this.destroying = new DestroyFlow(context, model::deployments);
        this.list = new EnvironmentList(context, model, destroying::ask);
        this.onArranged = (observed, before, now) -> list.arrange(now);
        this.empty = new EmptyHome(context);
        this.missed = new MissedLines(context);
        VBox.setVgrow(place, Priority.ALWAYS);
        root.getChildren().setAll(new VBox(missed, place));
        show(model.knowledgeProperty().get());
    }

    private MissedLines missed() {
        return missed;
    }

    private void show(Knowledge known) {
        if (!known.rows().isEmpty() || !known.leftovers().isEmpty()) {
            list.show(known);
            present(list);
        } else if (known.fromStore() && known.failure() == null) {
            present(waiting());
        } else if (known.failure() != null && known.asOf() == null) {
            present(new Unreadable(known.failure(), model::refresh));
        } else {
            present(empty);
        }
        tell();
    }

    private void present(Region content) {
        if (!place.getChildren().contains(content)) {
            place.getChildren().setAll(content);
            if (content.equals(list)) {
                list.focus();
            }
        }
    }

    private static Region waiting() {
        VBox page = new VBox(24, Texts.title("Environments"), new Skeleton(SKELETON_ROWS, EnvironmentList.ROW));
        page.setPadding(new Insets(16, 24, 16, 24));
        return page;
    }

    private void tell() {
        Knowledge known = model.knowledgeProperty().get();
        tellFresh(known.failure() == null && known.alarmsFailure() == null);
        tell(StatusWords.of(
                context.services().connection(),
                known,
                model.readingProperty().get(),
                model.now(),
                model.due(),
                model.pace().words()));
    }

    @Override
    public List<KeyHint> keys() {
        if (showsEmpty()) {
            return context.mayChange() ? List.of(new KeyHint("N", "new"), new KeyHint("S", "sample")) : List.of();
        }
        return Stream.of(
                        new KeyHint("/", "filter"),
                        new KeyHint("Enter", "open"),
                        new KeyHint("N", "new"),
                        new KeyHint("G", "group"),
                        new KeyHint("O", "sort"),
                        new KeyHint("V", "cards"),
                        new KeyHint("W", "watch"),
                        new KeyHint("D", "deployment"),
                        new KeyHint("E", "change"),
                        new KeyHint("F", "drift"),
                        new KeyHint("C", "compare"))
                .filter(hint -> offered(hint.key()))
                .toList();
    }

    /** New environments are begun in this session; a row is changed by whichever reaches it. */
    private boolean offered(String key) {
        return switch (key) {
            case "N" -> context.mayChange();
            case "E" -> model.mayChangeAny();
            default -> true;
        };
    }

    private boolean showsEmpty() {
        return place.getChildren().contains(empty);
    }

    @Override
    protected boolean onPlainKey(KeyEvent event) {
        if (!showsEmpty()) {
            return list.use(event.getCode());
        }
        boolean sample = event.getCode() == KeyCode.S && context.mayChange();
        if (sample) {
            empty.sample();
        }
        return sample;
    }

    @Override
    public void onFilter() {
        if (place.getChildren().contains(list)) {
            list.filter();
        }
    }

    @Override
    public void shown() {
        model.knowledgeProperty().addListener(onKnowledge);
        model.readingProperty().addListener(onReading);
        model.arrangementProperty().addListener(onArranged);
        ageing = context.background().every(HomeModel.TICK, this::tell);
        context.sessions().unopened().addListener(onSessions);
        context.sessions().expired().addListener(onSessions);
        missed.show();
        model.searchAgain();
        list.arrange(model.arrangementProperty().get());
        show(model.knowledgeProperty().get());
        list.focus();
    }

    @Override
    public void left() {
        context.sessions().unopened().removeListener(onSessions);
        context.sessions().expired().removeListener(onSessions);
        model.knowledgeProperty().removeListener(onKnowledge);
        model.readingProperty().removeListener(onReading);
        model.arrangementProperty().removeListener(onArranged);
        if (ageing != null) {
            ageing.close();
        }
    }
}
