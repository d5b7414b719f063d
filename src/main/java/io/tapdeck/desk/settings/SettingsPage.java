package io.tapdeck.desk.settings;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.alarms.AlarmBell;
import io.tapdeck.desk.common.BasePage;
import io.tapdeck.desk.common.PageContext;
import io.tapdeck.desk.common.Segments;
import io.tapdeck.desk.common.Texts;
import io.tapdeck.desk.common.Theme;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * The theme, when alarms are told, what is added to every stack of the account, updates; and, to be read, the connection and
 * what this Tapdeck is.
 */
public final class SettingsPage extends BasePage {
    private static final double WIDTH = 720;

    private final PageContext context;
    private final ScrollPane scroll = new ScrollPane();

    public SettingsPage(PageContext context, AlarmBell bell) {
        super(Section.SETTINGS, "Settings");
        this.context = context;
        VBox cards = new VBox(
                12,
                appearance(),
                new NewsCard(context, bell),
                connection(),
                new TargetCard(context),
                new UpdatesCard(context),
                new ProductCard(context));
        cards.setMaxWidth(WIDTH);
        cards.setPadding(new Insets(0, 24, 24, 24));
        Label title = Texts.title("Settings");
        title.setPadding(new Insets(16, 24, 16, 24));
        scroll.setContent(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("td-chart-scroll");
        root.getChildren().add(new VBox(title, scroll));
        tell("Settings are kept on this computer");
    }

    private VBox appearance() {
        Theme theme = context.theme();
        Segments<Theme.Choice> themes = new Segments<>(
                "Theme",
                List.of(Theme.Choice.values()),
                theme.choiceProperty().get(),
                Theme.Choice::label,
                this::choose);
        return card(
                "Appearance",
                line("Theme", "Light or dark; the system's choice is followed while it changes.", themes));
    }

    private VBox connection() {
        Session session = context.services().session();
        return card(
                "Connection",
                line("Endpoint", context.services().connection(), Texts.cell(session.name())),
                line("Account", "As AWS answered when the desk was opened.", Texts.mono11(session.accountText())),
                line(
                        "Region",
                        "Where this session reaches; the page Sessions opens others.",
                        Texts.mono11(session.region())),
                line("Identity", "Who calls AWS.", Texts.mono11(session.callerArn())));
    }

    private static VBox card(String title, HBox... lines) {
        VBox card = new VBox(12, Texts.name(title));
        card.getChildren().addAll(lines);
        card.getStyleClass().add("td-card");
        return card;
    }

    private static HBox line(String name, String help, Node value) {
        Region spacer = new Region();
        HBox.setHgrow(spacer, Priority.ALWAYS);
        HBox line = new HBox(16, new VBox(2, Texts.label(name), Texts.caption(help)), spacer, value);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void choose(Theme.Choice choice) {
        context.theme().choiceProperty().set(choice);
        context.background()
                .run(
                        () -> {
                            context.services().store().setPreference(Theme.PREFERENCE, choice.key());
                            return choice;
                        },
                        kept -> {},
                        failure -> context.overlays()
                                .say("The theme holds until Tapdeck is closed. It could not be saved: "
                                        + failure.getMessage()));
    }

    /** The last card has nothing to be focused in, so that Tab does not lead to it. */
    @Override
    protected boolean onPlainKey(KeyEvent event) {
        switch (event.getCode()) {
            case PAGE_DOWN -> scroll.setVvalue(scroll.getVmax());
            case PAGE_UP -> scroll.setVvalue(scroll.getVmin());
            default -> {
                return false;
            }
        }
        return true;
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(new KeyHint("PgDn", "end"), new KeyHint("PgUp", "top"));
    }
}
